package watchword.drill.year;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import watchword.core.assessment.Hedge;
import watchword.drill.Dice;

/// Officials: some announce attacks that do not come, some deny those that do, and some say that the other side was about to.
final class Speakers {

  private static final List<String> ALARMED = List.of("the ministry of defence of Lorne", "an adviser", "a foreign service", "a retired general");
  private static final List<String> DENYING = List.of("the spokesman of Vesk", "the envoy of Vesk");
  private static final String JUSTIFYING = "the broadcaster of Vesk";
  private static final List<Hedge> HEDGES = List.of(
      Hedge.CERTAIN, Hedge.CERTAIN, Hedge.CERTAIN, Hedge.NONE, Hedge.NONE, Hedge.PROBABLE, Hedge.PROBABLE, Hedge.POSSIBLE, Hedge.POSSIBLE,
      Hedge.HEARSAY, Hedge.CONDITIONAL, Hedge.UNKNOWN);

  private static final double QUOTED = .4;

  /// The chance of a day.
  private static final double JUSTIFIES = .25;

  private final Dice dice;
  private final List<Told> told = new ArrayList<>();

  private Speakers(Dice dice) {
    this.dice = dice;
  }

  static List<Told> tell(long seed, Timeline timeline) {
    Speakers speakers = new Speakers(Dice.of(seed, "year speakers"));
    Presence justified = Presence.draw(Nature.JUSTIFICATION, timeline, Dice.of(seed, "year " + Signs.JUSTIFICATION));
    for (int day = -Presence.BEFORE; day < Timeline.DAYS; day++) {
      speakers.speak(day, timeline, justified.on(day));
    }
    return speakers.told;
  }

  private void speak(int day, Timeline timeline, boolean justified) {
    if (dice.chance(alarms(timeline, day))) {
      say(day, Signs.ANNOUNCED, dice.pick(ALARMED), dice.pick(HEDGES), dice.chance(.5), false);
    }
    if (dice.chance(denials(timeline, day))) {
      say(day, Signs.ANNOUNCED, dice.pick(DENYING), Hedge.CERTAIN, true, true);
    }
    if (dice.chance(JUSTIFIES) && justified) {
      say(day, Signs.JUSTIFICATION, JUSTIFYING, Hedge.NONE, true, false);
    }
  }

  /// An exercise alarms nearly as well as an attack.
  private static double alarms(Timeline timeline, int day) {
    return timeline.on(day).map(one -> switch (one.purpose()) {
      case ATTACK, CALLED_OFF -> .07;
      case EXERCISE -> .05;
    }).orElse(.012);
  }

  private static double denials(Timeline timeline, int day) {
    return timeline.on(day).isPresent() ? .06 : .01;
  }

  private void say(int day, String sign, String speaker, Hedge hedge, boolean interested, boolean denied) {
    Instant when = Days.at(day, dice.between(0, 11));
    String id = sign + (denied ? ", denied by " : ", by ") + speaker + ", day " + day;
    told.add(new Told.Statement(id, sign, speaker, when, hedge, interested, denied));
    if (dice.chance(QUOTED)) {
      told.add(new Told.Statement(id + ", quoted", sign, speaker, when, Hedge.HEARSAY, interested, denied));
    }
  }
}
