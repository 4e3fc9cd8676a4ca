package watchword.bench.merging;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.archive.Archive;
import watchword.archive.ArchiveMerge;
import watchword.archive.Columns;
import watchword.archive.ResultFiles;
import watchword.archive.SortedReadings;
import watchword.core.merging.LinkageMerger;

/// `WarmRuns ROWS.csv CLUSTERS.csv RUNS`: does what `merge ROWS.csv --clusters CLUSTERS.csv` does, as often in one process.
///
/// It tells `WALL CPU` seconds of each run.
final class WarmRuns {

  private WarmRuns() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    for (int run = 0; run < Integer.parseInt(arguments[2]); run++) {
      long wall = System.nanoTime();
      long cpu = system.getProcessCpuTime();
      merge(Path.of(arguments[0]), Path.of(arguments[1]));
      double seconds = (System.nanoTime() - wall) / 1e9;
      out.printf(Locale.ROOT, "%.3f %.3f%n", seconds, (system.getProcessCpuTime() - cpu) / 1e9);
    }
  }

  private static void merge(Path rows, Path clusters) throws IOException {
    Archive.Options options = new Archive.Options(Columns.NONE, Optional.empty(), ZoneOffset.UTC);
    try (Archive archive = Archive.read(List.of(rows), options, bytes -> {});
        SortedReadings readings = SortedReadings.of(archive, read -> {});
        ResultFiles.Output output = ResultFiles.clusters(clusters)) {
      ArchiveMerge.run(readings, new LinkageMerger(), walked -> {}, output);
    }
  }
}
