package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import watchword.archive.KindsFile;
import watchword.core.kind.Kinds;
import watchword.core.place.Gazetteer;
import watchword.core.report.ReportId;

/// An evening in an invented country, and everything people say about it.
public final class World {

  /// A Monday afternoon. Nothing depends on the date; bundles of a demo follow the machine's clock.
  public static final Instant START = Instant.parse("2026-03-09T15:00:00Z");

  private final long seed;
  private final WorldSize size;
  private final Instant start;
  private final Country country;
  private final Kinds kinds;
  private final Gazetteer gazetteer;
  private final List<Happening> happenings;
  private final List<Fiction> fictions;
  private final List<Sending> sendings;
  private final Map<ReportId, Sending> byId = new LinkedHashMap<>();

  private World(
      long seed,
      WorldSize size,
      Instant start,
      Country country,
      Kinds kinds,
      List<Happening> happenings,
      List<Fiction> fictions,
      List<Sending> sendings) {
    this.seed = seed;
    this.size = size;
    this.start = start;
    this.country = country;
    this.kinds = kinds;
    this.gazetteer = country.gazetteer();
    this.happenings = List.copyOf(happenings);
    this.fictions = List.copyOf(fictions);
    this.sendings = List.copyOf(sendings);
    sendings.forEach(sending -> byId.put(sending.report().id(), sending));
  }

  public static World seeded(long seed, WorldSize size) {
    return seeded(seed, size, START);
  }

  /// Returns the world of a seed: the same on every machine.
  public static World seeded(long seed, WorldSize size, Instant start) {
    Country country = Country.builtIn();
    Kinds kinds = KindsFile.builtIn();
    PhraseBook book = PhraseBook.builtIn();
    Instant end = start.plus(Duration.ofHours(size.hours()));
    Crowd.Shares shares = Crowd.Shares.of(size);

    Sites sites = new Sites(country, Dice.of(seed, "sites"));
    List<Happening> happenings =
        new Happenings(kinds, sites, Dice.of(seed, "happenings"), start, end).make(shares.happenings());
    Fictions fictions = new Fictions(country, kinds, Dice.of(seed, "fictions"), start, end);
    Optional<Fiction.Alarm> alarm = shares.planted() > 0 ? Optional.of(fictions.alarm(happenings)) : Optional.empty();
    List<Fiction.Mistake> mistakes = fictions.mistakes(shares.mistaken(), sites, happenings);

    Cast cast = Cast.of(country, sites.busy(), Dice.of(seed, "cast"));
    Witnesses witnesses = new Witnesses(country, kinds, book, cast, Dice.of(seed, "witnesses"), start, end);
    Rumours rumours = new Rumours(country, kinds, book, cast, witnesses, Dice.of(seed, "rumours"));
    List<Draft> drafts = honest(happenings, shares, witnesses, Dice.of(seed, "crowd"));
    alarm.ifPresent(one -> drafts.addAll(rumours.tell(one, shares.planted())));
    for (int i = 0; i < shares.mistaken(); i++) {
      drafts.add(rumours.tell(mistakes.get(i % mistakes.size()), i < shares.wrongObservers() ? i : -1));
    }
    Dice moments = Dice.of(seed, "noise");
    for (int i = 0; i < shares.noise(); i++) {
      drafts.add(rumours.noise(i, start.plusSeconds(moments.between(0, 3_600 * size.hours() - 1))));
    }

    List<Fiction> told = new ArrayList<>();
    alarm.ifPresent(told::add);
    told.addAll(mistakes);
    List<Sending> sendings = Envelope.seal(drafts, Dice.of(seed, "markers"));
    return new World(seed, size, start, country, kinds, happenings, told, sendings);
  }

  /// The rivals come first in the list of happenings and are among the largest, so that they matter.
  private static List<Draft> honest(List<Happening> happenings, Crowd.Shares shares, Witnesses witnesses, Dice dice) {
    List<Integer> sizes = Crowd.sizes(happenings.size(), shares.honest());
    dice.shuffle(sizes.subList(0, sizes.size() / 2));
    dice.shuffle(sizes.subList(sizes.size() / 2, sizes.size()));
    List<List<Role>> roles = Crowd.deal(sizes, dice);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < happenings.size(); i++) {
      drafts.addAll(witnesses.tell(happenings.get(i), roles.get(i)));
    }
    return drafts;
  }

  public long seed() {
    return seed;
  }

  public WorldSize size() {
    return size;
  }

  public Instant start() {
    return start;
  }

  public Country country() {
    return country;
  }

  public Kinds kinds() {
    return kinds;
  }

  public Gazetteer gazetteer() {
    return gazetteer;
  }

  /// What truly happens; the first twelve are rival pairs.
  public List<Happening> happenings() {
    return happenings;
  }

  public List<Fiction> fictions() {
    return fictions;
  }

  /// All reports, in the order of time.
  public List<Sending> sendings() {
    return sendings;
  }

  public Instant end() {
    return start.plus(Duration.ofHours(size.hours()));
  }

  /// What is behind each report, as labels for `ClusterScore`: reports with nothing behind them are each alone.
  public Map<ReportId, String> labels() {
    Map<ReportId, String> labels = new LinkedHashMap<>();
    sendings.forEach(sending -> labels.put(sending.report().id(), label(sending)));
    return labels;
  }

  static String label(Sending sending) {
    return switch (sending.truth()) {
      case Truth.Of of -> of.happening().value();
      case Truth.Planted planted -> planted.fiction().value();
      case Truth.Mistaken mistaken -> mistaken.fiction().value();
      case Truth.Noise noise -> "noise " + sending.report().id();
    };
  }

  public Sending sending(ReportId id) {
    return Optional.ofNullable(byId.get(id)).orElseThrow(() -> new NoSuchElementException("the world has no such report"));
  }

  public Happening happening(HappeningId id) {
    return happenings.stream().filter(happening -> happening.id().equals(id)).findFirst()
        .orElseThrow(() -> new NoSuchElementException("the world has no happening " + id));
  }

  /// How many people saw a happening and say so in words of their own: what a table counts as independent reports.
  public long witnesses(HappeningId id) {
    return sendings.stream()
        .filter(sending -> sending.truth().equals(new Truth.Of(id)))
        .filter(sending -> sending.report().stance().witnessed() && sending.copyOf().isEmpty())
        .count();
  }
}
