package watchword.core.count;

import java.time.LocalDate;
import java.util.Set;

/// Days in a row on which a count rang: one alarm.
///
/// @param first the first day that rang
/// @param last the last
/// @param strongest the least likely of them, of which the rest is told
/// @param days how many days, ending with the strongest, are highest against what is usual: one, two or three
/// @param count their sum
/// @param probability how likely so high a sum is by the days before; where the count is new, the share of days with any count anywhere that are as high
/// @param isNew whether there were too few days with any count to tell what is usual here
/// @param also which of the three rules of EARS ring on the strongest day, too
public record Alarm(LocalDate first, LocalDate last, LocalDate strongest, int days, int count, double probability, boolean isNew, Set<Ears.Method> also) {

  public Alarm {
    if (strongest.isBefore(first) || last.isBefore(strongest) || days < 1) {
      throw new IllegalArgumentException("the days of an alarm are in no order");
    }
    also = Set.copyOf(also);
  }

  /// Whether a day is one of it.
  public boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /// Whether it rang on the last whole day, or rings today already.
  public boolean rings(LocalDate today) {
    return !last.isBefore(today.minusDays(1));
  }
}
