package watchword.core.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// All daily counts of a desk, and which of them rang in the last fortnight (spec/assessment.md, "Counts at the desk").
///
/// A count rings by [Tail#RECOMMENDED]. Reports come in flocks, and so do their senders: where fewer than [#FEW] days of a baseline have any, the first
/// happening would ring by the reports it brings. Such a day rings only if it is among the highest of all days with any, wherever at the desk they were.
///
/// Today is not over. It rings once it is high enough already, and says nothing as long as it is not.
///
/// @param today which is not over
/// @param since the first day counted
/// @param watched every subject with a count in the days shown, in the order of kind and area
/// @param expected alarms that a quiet month brings for nothing, at most, of all counts that are judged
public record CountWatch(LocalDate today, LocalDate since, List<DailyCounts> watched, double expected) {

  /// A page shows so many days, today the last: eight weeks of baseline, the week left out, the judged day.
  public static final int SHOWN = 64;

  /// An alarm that nobody handled is kept in sight for so long: over a holiday.
  public static final int LOOKED_BACK = 14;

  /// With fewer days that have any count a mean over eight weeks tells of one or two happenings.
  static final int FEW = 5;

  /// Of days with any count, one in twenty is remarkable.
  static final double REMARKABLE = .05;

  /// The most that was measured in 90 quiet days (bench/results/2026-11-30-assessment.md), for 30.
  private static final double MOST_FALSE = .81 / 3;

  private static final int MONTH = 30;
  private static final Tail TAIL = Tail.RECOMMENDED;

  public CountWatch {
    watched = List.copyOf(watched);
  }

  /// Judges all counts.
  public static CountWatch of(Tallies tallies) {
    Watcher watcher = new Watcher(tallies);
    List<DailyCounts> watched = tallies.subjects().stream()
        .filter(watcher::lately)
        .sorted(Comparator.comparing((KindInArea subject) -> subject.kind().id()).thenComparing(KindInArea::area))
        .map(watcher::watched)
        .toList();
    return new CountWatch(tallies.today(), tallies.day(0), watched, watcher.expected);
  }

  /// How many days must have been counted before the first that can be judged.
  public static int daysBefore() {
    return TAIL.daysBefore();
  }

  /// How many counts are judged.
  public int judged() {
    return (int) watched.stream().flatMap(one -> one.lines().values().stream()).filter(DailyCounts.Line::judged).count();
  }

  /// The counts of one desk while they are judged: what one day is measured by may be all the others.
  private static final class Watcher {
    private final Tallies tallies;
    private final int whole;
    private final Map<Measure, List<int[]>> all = new EnumMap<>(Measure.class);
    private final Map<Measure, Map<Integer, int[]>> anywhere = new EnumMap<>(Measure.class);
    private double expected;

    Watcher(Tallies tallies) {
      this.tallies = tallies;
      this.whole = tallies.days() - 2;
      for (Measure measure : Measure.values()) {
        all.put(measure, tallies.subjects().stream().map(subject -> tallies.counts(subject, measure)).toList());
      }
    }

    /// Whether anything of a subject was counted in the days that are shown.
    boolean lately(KindInArea subject) {
      return Arrays.stream(Measure.values()).anyMatch(measure -> Arrays.stream(shown(tallies.counts(subject, measure))).anyMatch(count -> count > 0));
    }

    private static int[] shown(int[] counts) {
      return Arrays.copyOfRange(counts, Math.max(0, counts.length - SHOWN), counts.length);
    }

    DailyCounts watched(KindInArea subject) {
      Map<Measure, DailyCounts.Line> lines = new EnumMap<>(Measure.class);
      for (Measure measure : Measure.values()) {
        lines.put(measure, line(measure, tallies.counts(subject, measure)));
      }
      return new DailyCounts(subject, lines);
    }

    private DailyCounts.Line line(Measure measure, int[] counts) {
      List<Integer> shown = Arrays.stream(shown(counts)).boxed().toList();
      if (whole < TAIL.daysBefore()) {
        return new DailyCounts.Line(shown, 0, false, Optional.empty());
      }
      expected += falseAlarms(measure, counts);
      return new DailyCounts.Line(shown, TAIL.mean(counts, whole), true, alarm(measure, counts));
    }

    /// The latest alarm, whole, also where it began before the days that are looked back on.
    private Optional<Alarm> alarm(Measure measure, int[] counts) {
      int last = counts.length - 1;
      int earliest = Math.max(TAIL.daysBefore(), last - LOOKED_BACK);
      while (last >= earliest && !rings(measure, counts, last)) {
        last--;
      }
      if (last < earliest) {
        return Optional.empty();
      }
      int first = last;
      while (first > TAIL.daysBefore() && rings(measure, counts, first - 1)) {
        first--;
      }
      int strongest = IntStream.rangeClosed(first, last).boxed().min(Comparator.comparingDouble(day -> sum(measure, counts, day).probability())).orElse(last);
      Tail.Sum sum = sum(measure, counts, strongest);
      return Optional.of(new Alarm(tallies.day(first), tallies.day(last), tallies.day(strongest), sum.days(), sum.count(), sum.probability(),
          isNew(measure, counts, strongest), also(counts, strongest)));
    }

    private Tail.Sum sum(Measure measure, int[] counts, int day) {
      return isNew(measure, counts, day) ? new Tail.Sum(1, counts[day], share(measure, counts[day], day)) : TAIL.highest(counts, day);
    }

    private boolean rings(Measure measure, int[] counts, int day) {
      return isNew(measure, counts, day) ? counts[day] > 0 && share(measure, counts[day], day) <= REMARKABLE : TAIL.rings(counts, day);
    }

    private static boolean isNew(Measure measure, int[] counts, int day) {
      return measure != Measure.INCIDENTS && active(counts, day) < FEW;
    }

    private static Set<Ears.Method> also(int[] counts, int day) {
      Set<Ears.Method> also = EnumSet.noneOf(Ears.Method.class);
      for (Ears.Method method : Ears.Method.values()) {
        if (Ears.usual(method).rings(counts, day)) {
          also.add(method);
        }
      }
      return also;
    }

    /// How many days of a day's baseline have any.
    private static int active(int[] counts, int day) {
      return (int) IntStream.range(TAIL.begin(day), TAIL.end(day)).filter(i -> counts[i] > 0).count();
    }

    /// Which share of all days with any, in the baseline of a day, is as high; the day itself is one of them.
    private double share(Measure measure, int count, int day) {
      int[] days = pool(measure, day);
      int from = 0;
      int to = days.length;
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (days[middle] < count) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return (double) (days.length - from + 1) / (days.length + 1);
    }

    /// All counts above none in the baseline of a day, rising.
    private int[] pool(Measure measure, int day) {
      return anywhere.computeIfAbsent(measure, key -> new HashMap<>()).computeIfAbsent(day, key -> all.getOrDefault(measure, List.of()).stream()
          .flatMapToInt(counts -> Arrays.stream(counts, TAIL.begin(day), TAIL.end(day))).filter(count -> count > 0).sorted().toArray());
    }

    /// How many alarms a quiet month brings for nothing, at most.
    private double falseAlarms(Measure measure, int[] counts) {
      double days = isNew(measure, counts, whole)
          ? REMARKABLE * Math.max(Tail.HALF, active(counts, whole)) / TAIL.baselineDays()
          : TAIL.falseDays(counts, whole);
      return Math.min(MOST_FALSE, MONTH * days);
    }
  }
}
