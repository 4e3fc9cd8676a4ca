package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.core.kind.Field;
import watchword.core.kind.Kind;
import watchword.core.kind.Kinds;
import watchword.core.place.Place;
import watchword.core.report.Figure;
import watchword.core.time.Span;
import watchword.drill.Country.Locality;

/// How honest people err about place, time, count and kind.
final class Errors {

  /// What the form offers as "how sure of the place", metres.
  private static final int[] OFFERED = {100, 300, 500, 1_000, 2_000, 3_000};

  /// Fields that `{n}` counts; others (depth, direction, hurt) are left empty or filled apart.
  private static final List<String> COUNTED =
      List.of("explosions", "launches", "aircraft", "vehicles", "wagons", "people", "ballots");

  private final Dice dice;

  Errors(Dice dice) {
    this.dice = dice;
  }

  /// A pin set on a phone: 50 m to 3 km off, now and then 8; louder things are seen from further away.
  Place pin(Point truth, Kind kind, String name) {
    double typical = StrictMath.min(1_200, StrictMath.max(200, kind.sameHappeningMetres() / 8.0));
    boolean wild = dice.chance(0.03);
    double off = wild ? dice.between(4_000.0, 8_000.0) : StrictMath.min(3_000, StrictMath.max(50, dice.around(typical, 0.8)));
    double felt = wild ? 500 : off * dice.around(1.3, 0.5);
    int said = OFFERED[0];
    for (int offered : OFFERED) {
      said = felt > said ? offered : said;
    }
    return truth.moved(off, dice.between(0.0, 360.0)).place(said, name);
  }

  /// A pin of someone whose trade it is.
  Place trained(Point truth, String name) {
    return truth.moved(dice.between(30.0, 250.0), dice.between(0.0, 360.0)).place(300, name);
  }

  /// The town as a whole, as a sender without a pin gives it.
  static Place town(Locality town, String name) {
    double radius = 900 + 6 * StrictMath.sqrt((double) town.population());
    return town.point().place(StrictMath.min(5_000, StrictMath.max(1_500, 1.2 * radius)), name);
  }

  /// Somewhere around there, ten kilometres or so.
  Place vague(Point truth) {
    return truth.moved(dice.between(1_000.0, 8_000.0), dice.between(0.0, 360.0)).place(1_000 * dice.between(6, 15), "");
  }

  /// When it was seen, as a form takes it: mostly day and hour.
  Span when(Instant seen, Instant sent) {
    double how = dice.between(0.0, 1.0);
    if (how < 0.2 && seen.isAfter(sent.minus(15, ChronoUnit.MINUTES))) {
      return justNow(sent);
    }
    if (how < 0.5) {
      return minutes(seen.plusSeconds((long) (240 * dice.gauss())));
    }
    // One in twelve has the wrong hour, mostly the one it was when they wrote.
    Instant meant = dice.chance(1.0 / 12) ? seen.plus(dice.chance(0.7) ? 1 : -1, ChronoUnit.HOURS) : seen;
    return hour(meant.isAfter(sent) ? sent : meant);
  }

  static Span justNow(Instant sent) {
    Instant minute = sent.truncatedTo(ChronoUnit.MINUTES);
    return new Span(minute.minus(10, ChronoUnit.MINUTES), minute);
  }

  static Span hour(Instant instant) {
    Instant hour = instant.truncatedTo(ChronoUnit.HOURS);
    return new Span(hour, hour.plus(1, ChronoUnit.HOURS));
  }

  /// Five minutes either way.
  static Span minutes(Instant instant) {
    Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
    return new Span(minute.minus(5, ChronoUnit.MINUTES), minute.plus(5, ChronoUnit.MINUTES));
  }

  /// A count by eye: small ones are right, larger ones a quarter off and rounded.
  long count(long truth) {
    if (truth <= 3) {
      return dice.chance(0.85) ? truth : truth + 1;
    }
    long seen = (long) StrictMath.rint(dice.around((double) truth, 0.22));
    long grain = seen < 12 ? 1 : seen < 60 && dice.chance(0.5) ? 1 : seen < 60 ? 5 : 10;
    return StrictMath.max(2, (seen + grain / 2) / grain * grain);
  }

  /// The kind an honest witness chooses, by the catalogue's own measure of confusion.
  Kind kind(Kind truth, Kinds kinds) {
    double at = dice.between(0.0, 1.0);
    // In the catalogue's order: a map's order is no order.
    for (Kind other : kinds.list()) {
      at -= truth.confusable().getOrDefault(other.id(), 0.0);
      if (at < 0) {
        return other;
      }
    }
    return truth;
  }

  /// The figures of the form that half of the senders fill in.
  List<Figure> figures(Kind kind, long count, Optional<Double> bearing) {
    if (dice.chance(0.5)) {
      return List.of();
    }
    List<String> fields = kind.fields().stream().map(Field::name).toList();
    List<Figure> figures = new ArrayList<>();
    fields.stream().filter(COUNTED::contains).findFirst().ifPresent(name -> figures.add(new Figure(name, count)));
    if (fields.contains("direction")) {
      bearing.ifPresent(degrees -> figures.add(new Figure("direction", 45L * Wording.eighth(degrees))));
    }
    return figures;
  }

  /// How long someone takes to write: minutes mostly, an hour and more now and then.
  Duration delay(double meanMinutes) {
    double mean = dice.chance(0.1) ? 4 * meanMinutes : meanMinutes;
    return Duration.ofSeconds(40 + (long) (60 * StrictMath.min(180, dice.exponential(mean))));
  }
}
