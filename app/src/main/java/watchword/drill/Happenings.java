package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import watchword.core.kind.Kind;
import watchword.core.kind.Kinds;
import watchword.core.kind.Shape;
import watchword.drill.Country.Locality;
import watchword.drill.Country.Route;

/// Makes the true happenings of a world: first those that are easily taken for each other, then any.
final class Happenings {

  /// Towns so close that a blast in one is heard in the other.
  private static final double EARSHOT_METRES = 30_000;

  /// A world too full for another clear happening gets an unclear one.
  private static final int TRIES = 30;

  private final Kinds kinds;
  private final Sites sites;
  private final Dice dice;
  private final Instant start;
  private final Instant end;
  private final List<Happening> made = new ArrayList<>();

  Happenings(Kinds kinds, Sites sites, Dice dice, Instant start, Instant end) {
    this.kinds = kinds;
    this.sites = sites;
    this.dice = dice;
    this.start = start;
    this.end = end;
  }

  /// So many happenings; the first ones come in rival pairs.
  List<Happening> make(int count) {
    while (made.size() < count) {
      switch (made.size()) {
        case 0 -> twoBlasts();
        case 2 -> twoColumns();
        case 4 -> twice("explosion", "shelling", 60, 120);
        case 6 -> twice("crowd-dispersed", "arrest", 40, 90);
        case 8 -> twice("drone", "drone", 80, 140);
        case 10 -> twice("fire", "explosion", 70, 130);
        default -> any();
      }
    }
    return List.copyOf(made.subList(0, count));
  }

  /// Explosions in two neighbouring towns within the hour.
  private void twoBlasts() {
    List<Locality> towns = sites.neighbours(EARSHOT_METRES);
    Instant first = somewhen(60);
    made.add(happening(Recipe.of("explosion"), towns.getFirst(), first));
    made.add(happening(Recipe.of("explosion"), towns.getLast(), first.plus(minutes(10, 50))));
  }

  /// Two columns on one road within the hour and a half.
  private void twoColumns() {
    Recipe recipe = Recipe.of("column");
    Kind column = kinds.get(recipe.kind());
    Route road = sites.roadOf(sites.town());
    Instant first = somewhen(100);
    for (Instant begins : List.of(first, first.plus(minutes(35, 80)))) {
      int minutes = dice.between(recipe.minutesLow(), recipe.minutesHigh());
      made.add(happening(recipe, begins, minutes, sites.along(road, true, minutes, column.speedKmh())));
    }
  }

  /// Two happenings in one town, so many minutes apart, of kinds that are taken for each other.
  private void twice(String kind, String other, int minutesLow, int minutesHigh) {
    Locality town = sites.freshTown();
    Instant first = somewhen(minutesHigh);
    made.add(happening(Recipe.of(kind), town, first));
    made.add(happening(Recipe.of(other), town, first.plus(minutes(minutesLow, minutesHigh))));
  }

  /// Any happening that no reader would take for one of the others: the hard cases are the rivals, not accidents.
  private void any() {
    Happening happening = draw();
    for (int i = 0; i < TRIES && made.stream().anyMatch(happening::looksLike); i++) {
      happening = draw();
    }
    made.add(happening);
  }

  private Happening draw() {
    Recipe recipe = dice.weighted(Recipe.ALL, Recipe::weight);
    // A state may have begun before anyone reports it, and then still lasts.
    boolean before = kinds.get(recipe.kind()).shape() == Shape.STATE && dice.chance(0.5);
    return happening(recipe, sites.town(), before ? start.minus(minutes(5, recipe.minutesLow() / 2)) : somewhen(30));
  }

  private Happening happening(Recipe recipe, Locality town, Instant begins) {
    int minutes = dice.between(recipe.minutesLow(), recipe.minutesHigh());
    Sites.Ground ground = sites.around(recipe, town, minutes, kinds.get(recipe.kind()).speedKmh());
    return happening(recipe, begins, minutes, ground);
  }

  private Happening happening(Recipe recipe, Instant begins, int minutes, Sites.Ground ground) {
    // Counts are skewed: small columns are commoner than large ones.
    double share = StrictMath.pow(dice.between(0.0, 1.0), 2);
    long count = recipe.countLow() + (long) StrictMath.rint(share * (recipe.countHigh() - recipe.countLow()));
    Instant until = begins.plus(Duration.ofMinutes(minutes));
    return new Happening(
        new HappeningId("H" + (made.size() + 1)),
        kinds.get(recipe.kind()),
        begins,
        until.isAfter(end) && begins.isBefore(end) ? end : until,
        ground.course(),
        ground.site(),
        count);
  }

  /// A moment that leaves so many minutes, and time to write, before the end.
  private Instant somewhen(int minutesBeforeEnd) {
    long whole = Duration.between(start, end).toSeconds();
    long usable = StrictMath.max(whole / 3, whole - 60L * minutesBeforeEnd - 1_500);
    return start.plusSeconds((long) dice.between(0.0, (double) usable));
  }

  private Duration minutes(int low, int high) {
    return Duration.ofSeconds((long) (60 * dice.between((double) low, (double) high)));
  }
}
