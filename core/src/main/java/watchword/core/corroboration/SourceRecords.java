package watchword.core.corroboration;

import java.util.Map;
import watchword.core.report.SourceKey;

/// What members said each source was worth when they enrolled it.
public record SourceRecords(Map<SourceKey, Tally> tallies) {

  public static final SourceRecords NONE = new SourceRecords(Map.of());

  public SourceRecords {
    tallies = Map.copyOf(tallies);
  }

  /// How often a source was right and wrong.
  public record Tally(int right, int wrong) {

    public static final Tally NONE = new Tally(0, 0);

    public int judged() {
      return right + wrong;
    }
  }

  public Tally of(SourceKey source) {
    return tallies.getOrDefault(source, Tally.NONE);
  }
}
