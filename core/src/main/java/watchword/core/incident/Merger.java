package watchword.core.incident;

import java.util.Collection;
import watchword.core.report.Reading;
import watchword.core.text.WordWeights;

/// Turns readings into incidents: the first of the three models a desk may replace.
public interface Merger {

  /// Returns the incidents of all readings. The result depends on the arguments alone, never on the order of `readings`.
  Merged merge(Collection<Reading> readings, Constraints constraints, WordWeights weights);

  /// Begins to merge readings that come and go. A merger that cannot follow changes merges all anew when it is asked after one.
  default Merging begin() {
    return new Anew(this);
  }
}
