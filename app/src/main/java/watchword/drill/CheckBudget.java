package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// How many checks an editor manages: a number in any hour, by the drill's clock.
public final class CheckBudget {

  /// Five minutes a check: a call, a map, a picture.
  public static final int PER_HOUR = 12;

  private final int perHour;
  private final Deque<Instant> taken = new ArrayDeque<>();

  public CheckBudget(int perHour) {
    if (perHour < 0) {
      throw new IllegalArgumentException("a budget is below 0");
    }
    this.perHour = perHour;
  }

  /// Takes one check if the hour up to `now` has one left; `now` never goes back.
  public boolean take(Instant now) {
    while (!taken.isEmpty() && !taken.getFirst().isAfter(now.minus(Duration.ofHours(1)))) {
      taken.removeFirst();
    }
    if (taken.size() >= perHour) {
      return false;
    }
    taken.addLast(now);
    return true;
  }
}
