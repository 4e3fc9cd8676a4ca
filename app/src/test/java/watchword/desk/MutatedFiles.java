package watchword.desk;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import watchword.seal.FormatException;

/// Hands mutated files to what reads them and holds what comes of it against what may; by name, a hundred thousand and the memory they took.
final class MutatedFiles {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int MOST_TOLD = 5;

  private final long seed;

  MutatedFiles(long seed) {
    this.seed = seed;
  }

  /// One kind of file.
  interface Kind {
    /// Makes one, has it read, and says what was not as it should be. What it throws was not, either.
    Optional<String> wrong(SplittableRandom random);
  }

  /// Returns what was wrong with the files of these numbers, each with seed and number; a few at most.
  List<String> wrongs(Kind kind, int from, int to) {
    List<String> wrongs = new ArrayList<>();
    for (int number = from; number < to && wrongs.size() < MOST_TOLD; number++) {
      Optional<String> wrong = wrong(kind, number);
      if (wrong.isPresent()) {
        wrongs.add(kind.getClass().getSimpleName() + ", seed " + seed + ", number " + number + ": " + wrong.get());
      }
    }
    return wrongs;
  }

  /// Refusals are no exceptions here, so every one that comes, and every error, is a fault of the reader.
  private Optional<String> wrong(Kind kind, int number) {
    try {
      return kind.wrong(new SplittableRandom(seed * GOLDEN + number));
    } catch (RuntimeException | Error e) {
      return Optional.of(e.getClass().getName() + " at " + (e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]));
    }
  }

  static Map<String, Kind> kinds() throws FormatException {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("envelopes", new MutatedEnvelopes());
    kinds.put("drops of replies", new MutatedDrops());
    kinds.put("bundles", new MutatedBundles());
    return kinds;
  }

  /// Bytes in use after a collection.
  static long liveHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /// Makes and reads them and prints what came of it.
  ///
  /// @param args how many of all kinds, the seed
  public static void main(String[] args) throws FormatException {
    int each = Math.ceilDiv(Integer.parseInt(args[0]), 3);
    MutatedFiles files = new MutatedFiles(Long.parseLong(args[1]));
    System.out.println("| mutated | how many | seconds | live heap after a tenth, KiB | at the end, KiB | not as stated |");
    System.out.println("|---|---|---|---|---|---|");
    for (Map.Entry<String, Kind> kind : kinds().entrySet()) {
      Instant start = Instant.now();
      List<String> wrongs = new ArrayList<>(files.wrongs(kind.getValue(), 0, each / 10));
      long before = liveHeap();
      wrongs.addAll(files.wrongs(kind.getValue(), each / 10, each));
      long seconds = Instant.now().getEpochSecond() - start.getEpochSecond();
      System.out.printf("| %s | %,d | %d | %,d | %,d | %s |%n", kind.getKey(), each, seconds, before / 1024, liveHeap() / 1024, wrongs);
    }
  }
}
