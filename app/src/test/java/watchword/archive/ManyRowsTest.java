package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.incident.LinkageMerger;

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

  private List<String> clusters(Path file) throws IOException {
    Archive archive = Archive.read(List.of(file), new Archive.Options(Columns.NONE, Optional.empty(), ZoneOffset.UTC), bytes -> {});
    Path out = folder.resolve("clusters.csv");
    ResultFiles.writeClusters(out, ArchiveMerge.of(archive, new LinkageMerger()));
    return Files.readAllLines(out);
  }
}
