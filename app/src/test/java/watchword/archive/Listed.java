package watchword.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import watchword.core.incident.StreamMerger;

/// What leaves piece by piece, as lists; for archives that are small.
final class Listed {

  private Listed() {}

  /// In the order of the files.
  static List<ArchivedReport> reports(Archive archive) {
    List<ArchivedReport> reports = new ArrayList<>();
    archive.forEach(reports::add);
    return reports;
  }

  static List<Reject> rejects(Archive archive) {
    List<Reject> rejects = new ArrayList<>();
    archive.rejects().forEach(rejects::add);
    return rejects;
  }

  static List<ArchivedIncident> incidents(Archive archive, StreamMerger merger) {
    List<ArchivedIncident> incidents = new ArrayList<>();
    try (SortedReadings readings = SortedReadings.of(archive, read -> {})) {
      ArchiveMerge.run(readings, merger, walked -> {}, incidents::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return incidents;
  }
}
