package watchword.core.count;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A subject's three daily counts, and which of them rang of late.
public record DailyCounts(KindInArea subject, Map<Measure, Line> lines) {

  /// One count of a subject.
  ///
  /// @param counts the last days, at most [CountWatch#SHOWN], ending with today
  /// @param usual a day, by the baseline of the last whole day
  /// @param judged whether the desk has counted for long enough to judge the last whole day
  /// @param alarm the latest, not older than [CountWatch#LOOKED_BACK] days
  public record Line(List<Integer> counts, double usual, boolean judged, Optional<Alarm> alarm) {
    public Line {
      counts = List.copyOf(counts);
    }
  }

  public DailyCounts {
    if (lines.size() != Measure.values().length) {
      throw new IllegalArgumentException("a count of a subject is missing");
    }
    lines = Map.copyOf(lines);
  }

  public Line line(Measure measure) {
    Line line = lines.get(measure);
    if (line == null) {
      throw new IllegalStateException("a subject without one of its counts");
    }
    return line;
  }

  /// The alarms of late, in the order of the measures.
  public Map<Measure, Alarm> alarms() {
    Map<Measure, Alarm> alarms = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      line(measure).alarm().ifPresent(alarm -> alarms.put(measure, alarm));
    }
    return alarms;
  }

  /// What rings now.
  public Set<Measure> ringing(LocalDate today) {
    return alarms().entrySet().stream().filter(alarm -> alarm.getValue().rings(today)).map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
  }

  /// Whether more is told and no more happens: reports or senders ring, incidents do not.
  public boolean attentionAlone(LocalDate today) {
    Set<Measure> ringing = ringing(today);
    return !ringing.isEmpty() && !ringing.contains(Measure.INCIDENTS);
  }
}
