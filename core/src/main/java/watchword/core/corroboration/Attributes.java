package watchword.core.corroboration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import watchword.core.claim.Claim;
import watchword.core.claim.Claims;
import watchword.core.claim.Ratings;
import watchword.core.claim.Ratio;
import watchword.core.claim.Sameness;
import watchword.core.claim.Tolerance;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.kind.Shape;
import watchword.core.report.Figure;
import watchword.core.report.Reading;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;

/// How many, which way, when exactly: what an incident's reports say of it, by the machinery of claims.
///
/// Copies are one voice, and so is whoever reports twice: their last word counts. Who was told is heard only where
/// nobody saw; denials and questions tell no figures. No source has verdicts on figures, so all weigh alike, and one
/// voice alone is far from certain: "none of these" stands beside every value.
public final class Attributes {

  /// Counts by eye scatter by a third and more (as in merging): two of them agree within one deviation, e^0.35.
  private static final double COUNTED_ALIKE = 1.42;

  /// A flood of made-up figures is bounded: so many values are weighed, those told by the most voices.
  private static final int MOST_VALUES = 200;

  private static final long EIGHTH = 45;
  private static final long CIRCLE = 360;
  private static final long MINUTE_SECONDS = 60;

  private Attributes() {}

  /// Each attribute that anybody told, in the order of names, the time last; a kind that moves or lasts has no one
  /// time.
  public static List<Attribute> of(Incident incident) {
    List<List<Reading>> origins = Origins.of(incident.readings());
    TreeSet<String> names = new TreeSet<>();
    incident.readings().forEach(reading -> reading.figures().forEach(figure -> names.add(figure.name())));
    List<Attribute> attributes = new ArrayList<>();
    for (String name : names) {
      of(name, origins, reading -> figure(reading, name), sameness(name)).ifPresent(attributes::add);
    }
    Kind kind = incident.kind();
    if (kind.shape() == Shape.EVENT && kind.speedKmh() == 0) {
      Sameness near = new Tolerance(kind.sameHappeningMinutes());
      of(Attribute.WHEN, origins, reading -> minute(reading, kind.sameHappeningMinutes()), near)
          .ifPresent(attributes::add);
    }
    return attributes;
  }

  /// What a reading tells of an attribute.
  private interface Telling {
    OptionalLong of(Reading reading);
  }

  private static Optional<Attribute> of(String name, List<List<Reading>> origins, Telling telling, Sameness sameness) {
    Map<SourceKey, Claim> saw = claims(name, origins, telling, Stance::witnessed);
    Map<SourceKey, Claim> told = saw.isEmpty() ? claims(name, origins, telling, stance -> stance == Stance.HEARSAY) : saw;
    if (told.isEmpty()) {
      return Optional.empty();
    }
    Claims claims = Claims.of(mostTold(told.values()));
    return Optional.of(new Attribute(name, new Ratings(sameness).estimates(claims, Map.of()).getFirst(), told.size()));
  }

  private static List<Claim> mostTold(Collection<Claim> claims) {
    Map<String, Integer> voices = new TreeMap<>();
    claims.forEach(claim -> voices.merge(claim.value(), 1, Integer::sum));
    Set<String> kept = voices.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_VALUES).map(Map.Entry::getKey).collect(Collectors.toSet());
    return claims.stream().filter(claim -> kept.contains(claim.value())).toList();
  }

  /// One claim a voice; the groups come in order, so that the last word replaces earlier ones.
  private static Map<SourceKey, Claim> claims(String name, List<List<Reading>> origins, Telling telling,
      Predicate<Stance> known) {
    Map<SourceKey, Claim> claims = new TreeMap<>();
    for (List<Reading> origin : origins) {
      SourceKey voice = origin.getFirst().source();
      origin.stream().filter(reading -> known.test(reading.stance())).map(telling::of).filter(OptionalLong::isPresent)
          .findFirst()
          .ifPresent(value -> claims.put(voice, new Claim(name, voice.value(), Long.toString(value.getAsLong()))));
    }
    return claims;
  }

  private static OptionalLong figure(Reading reading, String name) {
    for (Figure figure : reading.figures()) {
      if (figure.name().equals(name)) {
        return OptionalLong.of(name.equals(Figure.DIRECTION) ? eighth(figure.value()) : figure.value());
      }
    }
    return OptionalLong.empty();
  }

  /// The nearest of the eight directions.
  private static long eighth(long degrees) {
    return (Math.floorMod(degrees, CIRCLE) + EIGHTH / 2) / EIGHTH * EIGHTH % CIRCLE;
  }

  private static Sameness sameness(String name) {
    return name.equals(Figure.DIRECTION) ? Sameness.EXACT : new Ratio(COUNTED_ALIKE);
  }

  /// The middle of a reading's time, where that is told as finely as the kind asks for.
  private static OptionalLong minute(Reading reading, int scaleMinutes) {
    Duration length = Duration.between(reading.when().earliest(), reading.when().latest());
    boolean fine = length.compareTo(Duration.ofMinutes(scaleMinutes)) <= 0;
    return fine ? OptionalLong.of(reading.when().earliest().plus(length.dividedBy(2))
        .getEpochSecond() / MINUTE_SECONDS) : OptionalLong.empty();
  }
}
