package watchword.bench.peers;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// `PeerMain NAME ROWS.csv FOLDER`: merges a file by the way of this name and writes a file of clusters for each setting.
///
/// `PeerMain NAME ROWS.csv FOLDER RUNS`: as often, until the clusters of its first setting are written; tells `WALL CPU`
/// seconds of each run.
public final class PeerMain {

  /// The first clusters are there.
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super("the first setting is done", null, false, false);
    }
  }

  private PeerMain() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 4) {
      for (int run = 0; run < Integer.parseInt(arguments[3]); run++) {
        time(peer(arguments[0]), Path.of(arguments[1]), Files.createDirectories(Path.of(arguments[2])));
      }
      return;
    }
    List<Row> rows = RowFile.read(Path.of(arguments[1]));
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    peer(arguments[0]).merge(rows, (setting, clusters) -> RowFile.write(folder.resolve(setting + ".csv"), rows,
        clusters));
  }

  private static void time(Peer peer, Path file, Path folder) throws IOException {
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long wall = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    try {
      List<Row> rows = RowFile.read(file);
      peer.merge(rows, (setting, clusters) -> {
        RowFile.write(folder.resolve("first.csv"), rows, clusters);
        throw new Enough();
      });
    } catch (Enough e) {
      double seconds = (System.nanoTime() - wall) / 1e9;
      new PrintStream(System.out, true, StandardCharsets.US_ASCII)
          .printf(Locale.ROOT, "%.3f %.3f%n", seconds, (system.getProcessCpuTime() - cpu) / 1e9);
    }
  }

  private static Peer peer(String name) {
    return switch (name) {
      case "rule" -> Rules.samePlaceKindAndDay();
      case "singletons" -> Rules.nothingIsTheSame();
      case "words" -> new FirstStory(Texts::words);
      case "characters" -> new FirstStory(Texts::characters);
      case "minhash" -> new NearDuplicates();
      case "jedai" -> new JedAi();
      case "duke" -> new DukeProbabilities();
      default -> throw new IllegalArgumentException("no way of merging is called " + name);
    };
  }
}
