package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.merging.LinkageMerger;

/// An archive of the size that is measured elsewhere, in small: what merging makes of it does not depend on the order of its rows.
class ManyRowsTest {

  @TempDir Path folder;

  @Test
  void rows_in_any_order_make_the_same_clusters() throws IOException {
    Path ordered = folder.resolve("ordered.csv");
    ManyRows.write(ordered, 4_000, 7);
    List<String> lines = Files.readAllLines(ordered);
    List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.shuffle(rows, new Random(8));
    rows.addFirst(lines.getFirst());
    Path shuffled = Files.write(folder.resolve("shuffled.csv"), rows);

    List<String> clusters = clusters(ordered);

    assertThat(clusters).hasSize(4_001).isEqualTo(clusters(shuffled));
    assertThat(clusters.subList(1, clusters.size())).anyMatch(line -> !line.matches("(.+),\\1"));
  }

  @Test
  void rows_sorted_outside_memory_make_the_same_clusters() throws IOException {
    Path file = folder.resolve("rows.csv");
    ManyRows.write(file, 3_000, 9);

    assertThat(clusters(file, 20_000)).isEqualTo(clusters(file));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("rows.csv", "clusters.csv");
    }
  }

  private List<String> clusters(Path file) throws IOException {
    return clusters(file, Integer.MAX_VALUE);
  }

  /// @param runBytes so much is sorted in memory
  private List<String> clusters(Path file, int runBytes) throws IOException {
    Archive.Options options = new Archive.Options(Columns.NONE, Optional.empty(), ZoneOffset.UTC, Optional.empty(), Instant.MAX, folder);
    Path out = folder.resolve("clusters.csv");
    try (Archive archive = Archive.read(List.of(file), options, bytes -> {});
        SortedReadings readings = SortedReadings.of(archive, runBytes, read -> {});
        ResultFiles.Output output = ResultFiles.clusters(out)) {
      ArchiveMerge.run(readings, new LinkageMerger(), walked -> {}, output);
    }
    return Files.readAllLines(out);
  }
}
