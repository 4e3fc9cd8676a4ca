package watchword.archive;

import java.util.Optional;
import watchword.core.report.Report;

/// A report with what the archive knows of it beyond.
///
/// @param file the file it stands in, which is its channel
/// @param row its number there
/// @param raw the row as it stands there
/// @param name the place by name, where the row has no pin
/// @param truth the answer of the truth column, for scoring alone
record ArchivedReport(Report report, String file, long row, String raw, Optional<String> name, Optional<String> truth) {

  ArchivedReport with(Report other) {
    return new ArchivedReport(other, file, row, raw, name, truth);
  }

  /// With a place in the world, so that its name no longer stands for one.
  ArchivedReport placed(Report other) {
    return new ArchivedReport(other, file, row, raw, Optional.empty(), truth);
  }

  /// Never the words.
  @Override
  public String toString() {
    return file + " row " + row;
  }
}
