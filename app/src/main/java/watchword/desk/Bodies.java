package watchword.desk;

import java.util.Collection;
import java.util.Optional;
import watchword.core.report.ReportId;

/// The words of reports, each under a key of its own.
public interface Bodies {

  void put(ReportId id, String text);

  /// Empty once forgotten.
  Optional<String> open(ReportId id);

  /// Deletes the keys; nothing opens the words again.
  void forget(Collection<ReportId> ids);
}
