package watchword.drill.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import watchword.drill.Dice;
import watchword.drill.year.BuildUp.Purpose;

/// What truly happens at the border, over five years of which nothing is kept but how often it was crossed, and the year that is played.
record Timeline(List<BuildUp> buildUps) {

  static final int MONTH_DAYS = 30;
  static final int MONTHS = 12;
  static final int DAYS = MONTHS * MONTH_DAYS;

  /// Of earlier years, as the base rate counts them.
  static final int MONTHS_BEFORE = 60;

  /// About four build-ups a year, of which one crosses: a question worth asking, and rare.
  private static final double QUIET_DAYS = 70;

  private static final int LEAST_QUIET_DAYS = 5;
  private static final double ATTACKS = .3;
  private static final double CALLED_OFF = .1;

  /// Of attacks that come within days of their first sign.
  private static final double SURPRISES = .15;

  Timeline {
    buildUps = List.copyOf(buildUps);
  }

  static Timeline draw(Dice dice) {
    List<BuildUp> drawn = new ArrayList<>();
    int day = -MONTHS_BEFORE * MONTH_DAYS;
    while (day < DAYS) {
      int begins = day + LEAST_QUIET_DAYS + (int) StrictMath.rint(dice.exponential(QUIET_DAYS));
      double which = dice.between(0.0, 1.0);
      Purpose purpose = which < ATTACKS ? Purpose.ATTACK : which < ATTACKS + CALLED_OFF ? Purpose.CALLED_OFF : Purpose.EXERCISE;
      day = begins + length(purpose, dice);
      drawn.add(new BuildUp(purpose, begins, day));
    }
    return new Timeline(drawn);
  }

  private static int length(Purpose purpose, Dice dice) {
    return switch (purpose) {
      case ATTACK -> dice.chance(SURPRISES) ? dice.between(3, 8) : dice.between(18, 45);
      case CALLED_OFF -> dice.between(15, 40);
      case EXERCISE -> dice.between(10, 30);
    };
  }

  /// How often the border was crossed on days from one to before another.
  int crossings(int from, int to) {
    return (int) buildUps.stream().filter(one -> one.crosses() && one.ends() >= from && one.ends() < to).count();
  }

  /// The first crossing on a day after one and up to another.
  OptionalInt crossing(int after, int to) {
    return buildUps.stream().filter(one -> one.crosses() && one.ends() > after && one.ends() <= to).mapToInt(BuildUp::ends).findFirst();
  }

  /// The last crossing up to a day.
  OptionalInt lastCrossing(int day) {
    return buildUps.stream().filter(one -> one.crosses() && one.ends() <= day).mapToInt(BuildUp::ends).max();
  }

  Optional<BuildUp> on(int day) {
    return buildUps.stream().filter(one -> one.on(day)).findFirst();
  }
}
