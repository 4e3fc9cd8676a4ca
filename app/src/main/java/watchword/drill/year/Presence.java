package watchword.drill.year;

import java.util.BitSet;
import watchword.drill.Dice;

/// On which days of the year a sign is truly there to be seen.
final class Presence {

  /// Days before the year, so that what is seen as it begins is not cut off.
  static final int BEFORE = 60;

  /// Trains do not come every night.
  private static final double ACTIVE = .6;

  private final BitSet days = new BitSet();

  static Presence draw(Nature nature, Timeline timeline, Dice dice) {
    Presence presence = new Presence();
    for (int day = -BEFORE; day < Timeline.DAYS; day++) {
      presence.set(day, dice.chance(nature.byItself()));
    }
    for (BuildUp one : timeline.buildUps()) {
      boolean shows = dice.chance(nature.in(one.purpose()));
      int begins = one.dayAt(dice.between(nature.from(), nature.to()));
      for (int day = begins; day < one.ends(); day++) {
        boolean active = dice.chance(ACTIVE);
        presence.set(day, shows && active);
      }
    }
    return presence;
  }

  private void set(int day, boolean there) {
    if (there && day >= -BEFORE && day < Timeline.DAYS) {
      days.set(day + BEFORE);
    }
  }

  boolean on(int day) {
    return days.get(day + BEFORE);
  }
}
