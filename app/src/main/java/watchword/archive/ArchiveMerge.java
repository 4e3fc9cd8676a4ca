package watchword.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import watchword.archive.SortedReadings.Located;
import watchword.core.incident.Incident;
import watchword.core.incident.StreamMerger;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// Merges an archive's readings and hands its incidents on as they leave.
public final class ArchiveMerge {

  /// Where the readings stand that have come and whose incidents have not left.
  private final Map<ReportId, Origin> between = new HashMap<>();

  private ArchiveMerge() {}

  /// Walks through the readings twice.
  ///
  /// @param progress told how many more readings were walked through
  /// @throws IOException if a sink cannot take an incident
  public static void run(SortedReadings readings, StreamMerger merger, LongConsumer progress, IncidentSink sink)
      throws IOException {
    ArchiveMerge merge = new ArchiveMerge();
    try (InAdvance<Located> first = new InAdvance<>(readings.walk());
        InAdvance<Located> second = new InAdvance<>(readings.walk())) {
      merger.merge(
          () -> new Told<>(first, Located::reading, progress),
          () -> new Told<>(second, merge::come, progress),
          incident -> merge.hand(incident, sink));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Reading come(Located located) {
    between.put(located.reading().id(), located.origin());
    return located.reading();
  }

  private void hand(Incident incident, IncidentSink sink) {
    List<Origin> origins = new ArrayList<>(incident.readings().size());
    for (Reading reading : incident.readings()) {
      Origin origin = between.remove(reading.id());
      if (origin == null) {
        throw new IllegalArgumentException("the merger made up a report, or uses one twice");
      }
      origins.add(origin);
    }
    try {
      sink.take(new ArchivedIncident(incident, origins));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
