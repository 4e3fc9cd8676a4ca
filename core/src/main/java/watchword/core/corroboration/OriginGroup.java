package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// Reports that go back to one observation: the first, then its copies.
///
/// @param says whether any of them is a report that its source is heard by; questions say nothing, nor does a source that comes again
/// @param proven whether its source has earned the word (DESIGN 5.9) and does not go with an earlier one that has (spec/credibility.md, 2.4)
/// @param echoes which of them goes back to which, and why
public record OriginGroup(List<ReportId> reports, boolean says, boolean proven, boolean denies, List<Echo> echoes) {
  public OriginGroup {
    reports = List.copyOf(reports);
    echoes = List.copyOf(echoes);
  }

  /// @param group the first of its words, then its copies
  static OriginGroup of(List<Reading> group, boolean says, boolean proven) {
    return new OriginGroup(group.stream().map(Reading::id).collect(Collectors.toUnmodifiableList()), says, proven, Origins.denies(group.getFirst()), echoes(group));
  }

  /// Whether it is an observation that speaks for the incident.
  public boolean supports() {
    return says && !denies;
  }

  private static List<Echo> echoes(List<Reading> group) {
    Reading first = group.getFirst();
    List<Echo> echoes = new ArrayList<>(group.size() - 1);
    for (Reading reading : group.subList(1, group.size())) {
      boolean photo = !first.media().isEmpty() && first.media().stream().anyMatch(reading.media()::contains);
      echoes.add(new Echo(reading.id(), first.id(), photo ? Echo.Why.SAME_PHOTO : Echo.Why.SAME_WORDS));
    }
    return echoes;
  }

  /// A report that repeats another.
  public record Echo(ReportId report, ReportId of, Why why) {

    /// What the two have in common.
    public enum Why {
      SAME_WORDS,
      SAME_PHOTO
    }
  }
}
