package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import watchword.core.kind.Kinds;
import watchword.drill.Country.Locality;

/// Makes what is told and did not happen: the planted alarm and the honest mistakes.
final class Fictions {

  /// What an alarm is filed under. The last one has the words of another in the phrase book.
  private static final List<String> ALARMING = List.of("missile-launch", "shelling", "border-crossing");

  /// A target is a town that many people have relatives in.
  private static final long TARGET_POPULATION = 30_000;

  /// A mistake is shared by so many witnesses on average.
  private static final double WITNESSES_OF_A_MISTAKE = 3.5;

  private static final int TRIES = 30;

  private final Country country;
  private final Kinds kinds;
  private final Dice dice;
  private final Instant start;
  private final Instant end;

  Fictions(Country country, Kinds kinds, Dice dice, Instant start, Instant end) {
    this.country = country;
    this.kinds = kinds;
    this.dice = dice;
    this.start = start;
    this.end = end;
  }

  /// An attack foretold for an hour after the end, so that nobody can see in time that it stayed away.
  Fiction.Alarm alarm(List<Happening> happenings) {
    Fiction.Alarm alarm = drawAlarm();
    for (int tries = 0; tries < TRIES && confirmed(alarm, happenings); tries++) {
      alarm = drawAlarm();
    }
    return alarm;
  }

  /// Whether something like it happens there in those hours: then it would be no false alarm.
  private static boolean confirmed(Fiction.Alarm alarm, List<Happening> happenings) {
    return happenings.stream()
        .filter(happening -> happening.kind().likeness(alarm.kind()) > 0)
        .anyMatch(happening -> happening.near(alarm.bursts().getFirst(), alarm.bursts().getLast(), alarm.target().point()));
  }

  private Fiction.Alarm drawAlarm() {
    Locality target = dice.pick(country.towns().stream().filter(town -> town.population() >= TARGET_POPULATION).toList());
    long half = Duration.between(start, end).toMinutes() / 2;
    Instant first = start.plus(Duration.ofMinutes((long) dice.between(0.2 * half, 1.2 * half)));
    List<Instant> bursts = new ArrayList<>(List.of(first));
    int more = dice.between(1, 2);
    for (int i = 0; i < more; i++) {
      bursts.add(bursts.getLast().plus(Duration.ofMinutes((long) dice.between(0.12 * half, 0.22 * half))));
    }
    Instant claimed = end.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(30L * dice.between(1, 5)));
    return new Fiction.Alarm(new FictionId("F1"), kinds.get(dice.pick(ALARMING)), target, claimed, bursts);
  }

  /// Fireworks, an exercise, thunder: as many as so many witnesses need.
  List<Fiction.Mistake> mistakes(int witnesses, Sites sites, List<Happening> happenings) {
    List<Fiction.Mistake> mistakes = new ArrayList<>();
    int count = witnesses == 0 ? 0 : (int) StrictMath.max(1, StrictMath.rint(witnesses / WITNESSES_OF_A_MISTAKE));
    for (int i = 0; i < count; i++) {
      Fiction.Mistake mistake = mistake(i + 1, sites.town());
      for (int tries = 0; tries < TRIES && mixedUp(mistake, mistakes, happenings); tries++) {
        mistake = mistake(i + 1, sites.town());
      }
      mistakes.add(mistake);
    }
    return mistakes;
  }

  private Fiction.Mistake mistake(int number, Locality town) {
    long seconds = Duration.between(start, end).toSeconds();
    Instant begins = start.plusSeconds((long) (seconds * dice.between(0.05, 0.8)));
    return new Fiction.Mistake(
        new FictionId("M" + number),
        kinds.get("explosion"),
        dice.pick(List.of(Fiction.Cause.values())),
        town,
        town.point().moved(dice.between(300.0, 3_000.0), dice.between(0.0, 360.0)),
        begins,
        begins.plus(Duration.ofMinutes(dice.between(5, 20))),
        dice.between(3, 25));
  }

  /// Fireworks during a bombardment cannot be told from it by anyone, nor two of them in one town.
  private static boolean mixedUp(Fiction.Mistake mistake, List<Fiction.Mistake> others, List<Happening> happenings) {
    return others.stream().anyMatch(other -> other.town().equals(mistake.town()))
        || happenings.stream()
            .filter(happening -> happening.kind().likeness(mistake.kind()) > 0)
            .anyMatch(happening -> happening.near(mistake.begins(), mistake.ends(), mistake.point()));
  }
}
