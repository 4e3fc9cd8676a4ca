package watchword.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;

/// A report a member types in: by phone, in person, by radio, from a public source, a partner, an observer.
///
/// @param report empty where the form has faults
/// @param faults what to mend, one sentence each
record HandReport(Optional<Report> report, List<String> faults) {

  private static final int LONGEST_WORDS = 6_000;
  private static final int ID_CHARACTERS = 32;

  HandReport {
    faults = List.copyOf(faults);
  }

  /// How it came, as a member says it.
  enum Way {
    PHONE("By phone", Channel.BY_HAND),
    IN_PERSON("In person", Channel.BY_HAND),
    RADIO("By radio", Channel.BY_HAND),
    PUBLIC("Public post or channel, by name", Channel.PUBLIC),
    OFFICIAL("Official source, by name", Channel.PUBLIC),
    PARTNER("Partner desk, by name", Channel.PARTNER),
    OBSERVER("Enrolled observer, by key", Channel.OBSERVER);

    private final String label;
    private final Channel channel;

    Way(String label, Channel channel) {
      this.label = label;
      this.channel = channel;
    }

    String label() {
      return label;
    }

    boolean named() {
      return channel != Channel.BY_HAND;
    }
  }

  static HandReport read(Fields fields, ConsoleConfig config, Instant now) {
    List<String> faults = new ArrayList<>();
    Optional<Kind> kind = fields.find("kind").flatMap(config.kinds()::find);
    Optional<Stance> stance = one(Stance.values(), fields.find("stance"));
    Optional<Way> way = one(Way.values(), fields.find("way"));
    Optional<Place> place = place(fields, config, faults);
    Optional<Span> when = when(fields, config, now, faults);
    Optional<String> source = fields.find("source");
    String words = fields.find("words").orElse("");
    needs(kind.isPresent(), "Choose what happened.", faults);
    needs(stance.isPresent(), "Choose how the sender knows.", faults);
    needs(way.isPresent(), "Choose how it came.", faults);
    needs(way.filter(Way::named).isEmpty() || source.isPresent(), "Name the source: with a name the desk can learn how often it is right.", faults);
    needs(words.length() <= LONGEST_WORDS, "The words are longer than 6,000 characters; keep what matters.", faults);
    if (!faults.isEmpty()) {
      return new HandReport(Optional.empty(), faults);
    }
    ReportId id = id(kind.orElseThrow().id(), stance.orElseThrow(), way.orElseThrow(), place, when.orElseThrow(), source.orElse(""), words);
    Report report = new Report(
        id, way.get().channel, key(way.get(), source, id), kind.get(), stance.get(), place, when.get(), words, List.of(), List.of());
    return new HandReport(Optional.of(report), List.of());
  }

  /// A caller without a name is nobody the desk can link to another call.
  private static SourceKey key(Way way, Optional<String> source, ReportId id) {
    String prefix = way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return way.named() ? new SourceKey(way == Way.OBSERVER ? source.orElseThrow() : prefix + ":" + source.orElseThrow()) : new SourceKey(prefix + "-" + id);
  }

  private static Optional<Place> place(Fields fields, ConsoleConfig config, List<String> faults) {
    Optional<String> town = fields.find("town");
    if (town.isPresent()) {
      Optional<Place> place = config.gazetteer().find(town.get()).map(Town::place);
      needs(place.isPresent(), "Choose a town of the list.", faults);
      return place;
    }
    Optional<String> name = fields.find("placeName");
    if (name.isPresent()) {
      return named(name.get(), config, faults);
    }
    Optional<String> latitude = fields.find("latitude");
    Optional<String> longitude = fields.find("longitude");
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return Optional.empty();
    }
    try {
      double metres = 1_000 * Double.parseDouble(fields.find("uncertainty").orElse("1"));
      return Optional.of(new Place(Double.parseDouble(latitude.orElse("")), Double.parseDouble(longitude.orElse("")), metres, ""));
    } catch (IllegalArgumentException e) {
      faults.add("Write the coordinates as decimal degrees, such as 53.9 and 27.56, and how far off they may be in kilometres.");
      return Optional.empty();
    }
  }

  private static Optional<Place> named(String name, ConsoleConfig config, List<String> faults) {
    return switch (config.gazetteer().meaning(name)) {
      case Gazetteer.Found.One one -> Optional.of(one.town().place());
      case Gazetteer.Found.Several _ -> {
        faults.add("Several places far apart have this name; choose one of the list, or give coordinates.");
        yield Optional.empty();
      }
      case Gazetteer.Found.None _ -> {
        faults.add("No place of this name is known here; choose one of the list, or give coordinates.");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Span> when(Fields fields, ConsoleConfig config, Instant now, List<String> faults) {
    try {
      Instant from = instant(fields.find("from").orElse(""), config);
      Instant to = fields.find("to").map(text -> instant(text, config)).orElse(from);
      needs(!to.isBefore(from), "The end is before the beginning.", faults);
      needs(!from.isAfter(now), "It cannot have been seen later than now. A claim about a later hour is a report seen now.", faults);
      return to.isBefore(from) ? Optional.empty() : Optional.of(new Span(from, to));
    } catch (DateTimeParseException e) {
      faults.add("Say from when it was seen.");
      return Optional.empty();
    }
  }

  private static Instant instant(String field, ConsoleConfig config) {
    return LocalDateTime.parse(field).atZone(config.zone()).toInstant();
  }

  /// A form sent twice makes one report.
  private static ReportId id(String kind, Stance stance, Way way, Optional<Place> place, Span when, String source, String words) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : List.of("watchword by hand", kind, stance.name(), way.name(), place.map(Place::toString).orElse(""), when.toString(), source, words)) {
        sha.update(part.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
      }
      return new ReportId(HexFormat.of().formatHex(sha.digest()).substring(0, ID_CHARACTERS));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static <E extends Enum<E>> Optional<E> one(E[] values, Optional<String> name) {
    return name.flatMap(asked -> List.of(values).stream().filter(value -> value.name().equals(asked)).findFirst());
  }

  private static void needs(boolean holds, String fault, List<String> faults) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
