package watchword.core.count;

import java.util.ArrayList;
import java.util.List;

/// Says on which days a series of counts rings.
public sealed interface Detector permits Ears, Tail {

  /// Higher counts are refused: the tail of a count is summed term by term.
  int MOST_COUNT = 100_000;

  /// How a command line and a page name it.
  String id();

  /// How many days must lie before a day that can be judged.
  int daysBefore();

  /// Whether this day rings; it is looked at by itself and the days before it, never by later ones.
  ///
  /// @param counts one a day, none below 0
  /// @param day from 0, at least [#daysBefore()]
  boolean rings(int[] counts, int day);

  /// The days that ring, from 0; days with too few before them do not.
  ///
  /// @throws IllegalArgumentException if a count is below 0 or above [#MOST_COUNT]
  default List<Integer> days(int[] counts) {
    for (int count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("a count is below 0");
      }
      if (count > MOST_COUNT) {
        throw new IllegalArgumentException("a count is above " + MOST_COUNT);
      }
    }
    List<Integer> days = new ArrayList<>();
    for (int day = daysBefore(); day < counts.length; day++) {
      if (rings(counts, day)) {
        days.add(day);
      }
    }
    return days;
  }

  /// Refuses a day that cannot be judged.
  static void requireDay(Detector detector, int[] counts, int day) {
    if (day < detector.daysBefore() || day >= counts.length) {
      throw new IllegalArgumentException("a day has too few days before it, or does not exist");
    }
  }
}
