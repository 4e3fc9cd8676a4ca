package watchword.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
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

  /// Before the work: an output must not overwrite an input, and must have a folder to go to.
  static void require(List<Path> inputs, List<Optional<Path>> outputs) throws IOException {
    for (Path file : outputs.stream().flatMap(Optional::stream).toList()) {
      Path folder = file.toAbsolutePath().getParent();
      if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
        String why = Files.isDirectory(file) ? "it is a folder" : "its folder does not exist";
        throw CommandFailure.misused(file + " cannot be written: " + why);
      }
      for (Path read : inputs) {
        if (Files.exists(read) && Files.exists(file) && Files.isSameFile(read, file)) {
          throw CommandFailure.misused(file + " is a file to read; write the result to another one");
        }
      }
    }
  }

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
