package watchword.core.count;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Daily counts of every subject, from a first day to today, which is not over.
public final class Tallies {

  /// A judged day, the days that are looked back on, and what each of them is compared with: longer ago nothing is asked.
  private static final int MOST_DAYS = 400;

  private final LocalDate first;
  private final LocalDate today;
  private final int days;
  private final Map<KindInArea, Map<Measure, int[]>> counts = new LinkedHashMap<>();

  private Tallies(LocalDate first, LocalDate today) {
    LocalDate earliest = today.minusDays(MOST_DAYS - 1);
    this.first = first.isBefore(earliest) ? earliest : first;
    this.today = today;
    this.days = (int) (today.toEpochDay() - this.first.toEpochDay()) + 1;
  }

  /// Counts what began and what was told on each day; what lies before the first day or after today is left out.
  ///
  /// @param first the first day on which the desk counted
  /// @throws IllegalArgumentException if the first day lies after today
  public static Tallies of(LocalDate first, LocalDate today, List<CountedIncident> happenings, List<CountedReport> accounts) {
    if (first.isAfter(today)) {
      throw new IllegalArgumentException("the first day lies after today");
    }
    Tallies tallies = new Tallies(first, today);
    Set<CountedReport> met = new HashSet<>();
    happenings.forEach(happening -> tallies.add(Measure.INCIDENTS, happening.subject(), happening.day()));
    for (CountedReport account : accounts) {
      tallies.add(Measure.REPORTS, account.subject(), account.day());
      if (met.add(account)) {
        tallies.add(Measure.SENDERS, account.subject(), account.day());
      }
    }
    return tallies;
  }

  private void add(Measure measure, KindInArea subject, LocalDate day) {
    if (!day.isBefore(first) && !day.isAfter(today)) {
      counts.computeIfAbsent(subject, s -> new EnumMap<>(Measure.class)).computeIfAbsent(measure, m -> new int[days])[at(day)]++;
    }
  }

  public LocalDate today() {
    return today;
  }

  /// Those of which anything was counted.
  public Set<KindInArea> subjects() {
    return Collections.unmodifiableSet(counts.keySet());
  }

  /// One count a day from the first to today.
  public int[] counts(KindInArea subject, Measure measure) {
    int[] known = counts.getOrDefault(subject, Map.of()).get(measure);
    return known == null ? new int[days] : Arrays.copyOf(known, days);
  }

  int days() {
    return days;
  }

  LocalDate day(int at) {
    return first.plusDays(at);
  }

  private int at(LocalDate day) {
    return (int) (day.toEpochDay() - first.toEpochDay());
  }
}
