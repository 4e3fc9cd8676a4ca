package watchword.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.archive.ArchivedIncident;
import watchword.archive.IncidentSink;
import watchword.archive.ResultFiles;
import watchword.archive.ResultFiles.Output;

/// The files a merge is asked to write, written as incidents leave.
final class Results implements IncidentSink, Closeable {

  private final List<Output> files = new ArrayList<>();

  private Results() {}

  static Results open(Optional<Path> clusters, Optional<Path> incidents) throws IOException {
    Results results = new Results();
    try {
      if (clusters.isPresent()) {
        results.files.add(ResultFiles.clusters(clusters.get()));
      }
      if (incidents.isPresent()) {
        results.files.add(ResultFiles.incidents(incidents.get()));
      }
      return results;
    } catch (IOException e) {
      results.close();
      throw e;
    }
  }

  @Override
  public void take(ArchivedIncident incident) throws IOException {
    for (Output file : files) {
      file.take(incident);
    }
  }

  @Override
  public void close() throws IOException {
    for (Output file : files) {
      file.close();
    }
  }
}
