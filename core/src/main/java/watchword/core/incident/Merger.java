package watchword.core.incident;

import java.util.Collection;
import watchword.core.report.Reading;
import watchword.core.text.WordWeights;

/// Turns readings into incidents: the first of the three models a desk may replace.
public interface Merger {

  /// Returns the incidents of all readings. The result depends on the arguments alone, never on the order of `readings`.
  Merged merge(Collection<Reading> readings, Constraints constraints, WordWeights weights);
}
