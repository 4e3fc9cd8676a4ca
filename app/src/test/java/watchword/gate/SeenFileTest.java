package watchword.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.Bytes;

/// Hashes against replay, kept on the disk and looked up there.
class SeenFileTest {
  private static final int ROUNDS = 40;
  private static final int MOST_AT_ONCE = 30;

  @TempDir Path folder;

  @Test
  void what_was_added_in_any_order_is_found_in_one_sorted_file_and_nothing_else_is() throws Exception {
    Random random = new Random(17);
    SeenFile seen = new SeenFile(folder.resolve("seen-20779"));
    List<Bytes> added = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      SortedSet<Bytes> fresh = new TreeSet<>(SeenFile.ORDER);
      for (int i = random.nextInt(MOST_AT_ONCE); i > 0; i--) {
        fresh.add(hash(random));
      }
      added.addAll(fresh);
      add(seen, fresh);
    }
    for (Bytes hash : added) {
      assertThat(seen.contains(hash)).isTrue();
    }
    for (int i = 0; i < 100; i++) {
      assertThat(seen.contains(hash(random))).isFalse();
    }
    String sorted = added.stream().map(Bytes::toString).sorted().collect(Collectors.joining());
    assertThat(HexFormat.of().formatHex(Files.readAllBytes(seen.path()))).isEqualTo(sorted);
    assertThat(seen.isWhole()).isTrue();
  }

  @Test
  void a_term_that_opened_nothing_has_none_and_a_file_that_breaks_off_is_not_whole() throws Exception {
    SeenFile seen = new SeenFile(folder.resolve("seen-1"));
    assertThat(seen.contains(hash(new Random(1)))).isFalse();
    assertThat(seen.isWhole()).isTrue();
    Files.write(seen.path(), new byte[33]);
    assertThat(seen.isWhole()).isFalse();
  }

  private void add(SeenFile seen, SortedSet<Bytes> fresh) throws IOException {
    Path next = folder.resolve("next");
    try (FileChannel to = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      seen.writeWith(fresh, to);
    }
    Files.move(next, seen.path(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static Bytes hash(Random random) {
    byte[] hash = new byte[32];
    random.nextBytes(hash);
    return Bytes.of(hash);
  }
}
