package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1 << 20, 64 << 20})
  void records_of_any_size_come_back_in_their_order_as_often_as_wanted(int inMemory) {
    List<byte[]> records = records(300, 30_000);
    records.add(new byte[3 << 20]);
    records.add(new byte[0]);
    try (Spool spool = new Spool(new Scratch(folder, inMemory))) {
      records.forEach(spool::add);
      assertThat(listed(spool)).containsExactly(records.toArray(byte[][]::new));
      assertThat(listed(spool)).containsExactly(records.toArray(byte[][]::new));
      spool.add(new byte[] {7});
      assertThat(listed(spool)).hasSize(303).last().isEqualTo(new byte[] {7});
      assertThat(spool.count()).isEqualTo(303);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40_000, 1 << 30})
  void records_are_read_in_the_order_of_their_bytes_whatever_fits_into_memory(int runBytes) {
    List<byte[]> records = records(2_000, 400);
    records.add(records.getFirst());
    List<byte[]> expected = new ArrayList<>(records);
    expected.sort(Arrays::compareUnsigned);
    try (SortedSpool spool = new SortedSpool(folder, runBytes)) {
      records.forEach(spool::add);
      assertThat(listed(spool)).containsExactly(expected.toArray(byte[][]::new));
      assertThat(listed(spool)).containsExactly(expected.toArray(byte[][]::new));
      assertThat(spool.count()).isEqualTo(2_001);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_temporary_file_has_no_name_that_anybody_could_open() throws IOException {
    try (Spool spool = new Spool(new Scratch(folder, 0))) {
      records(100, 100_000).forEach(spool::add);
      try (Stream<Path> named = Files.list(folder)) {
        assertThat(named).isEmpty();
      }
      assertThat(listed(spool)).hasSize(100);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_full_disk_is_said_in_one_sentence() throws IOException {
    FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
    try (Spool spool = new Spool(new Scratch(folder, 0, Optional.of(full)))) {
      assertThatThrownBy(() -> records(100, 100_000).forEach(spool::add))
          .isInstanceOf(ArchiveException.class)
          .hasMessage("a temporary file in " + folder + " cannot be written: its disk may be full; make room, or name another folder in TMPDIR");
    }
  }

  @Test
  void a_folder_that_is_missing_is_named() {
    Path missing = folder.resolve("missing");
    try (Spool spool = new Spool(new Scratch(missing, 0))) {
      assertThatThrownBy(() -> records(100, 100_000).forEach(spool::add))
          .isInstanceOf(ArchiveException.class).hasMessageStartingWith("a temporary file in " + missing + " cannot be made");
    }
  }

  private static List<byte[]> records(int count, int longest) {
    Random random = new Random(4);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] record = new byte[random.nextInt(longest)];
      random.nextBytes(record);
      records.add(record);
    }
    return records;
  }

  private static List<byte[]> listed(Iterable<byte[]> records) {
    List<byte[]> listed = new ArrayList<>();
    records.forEach(listed::add);
    return listed;
  }
}
