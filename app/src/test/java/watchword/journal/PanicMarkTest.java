package watchword.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.journal.JournalStoreContract.Rows;
import watchword.seal.PanicMark;

/// What a disk keeps of files that are replaced, left by a crash, or written while a panic goes on. A hard link shows blocks after their file is gone.
class PanicMarkTest {

  private static final byte[] OLD = "the old secret, 32 bytes of it..".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEW = "new".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private Path desk;
  private Path disk;
  private Path file;

  @BeforeEach
  void begin() throws Exception {
    desk = Files.createDirectory(folder.resolve("desk"));
    disk = Files.createDirectory(folder.resolve("disk"));
    file = Files.write(desk.resolve("heron.key"), OLD);
  }

  @Test
  void what_was_written_while_a_panic_began_is_taken_back_and_overwritten() throws Exception {
    Files.createLink(disk.resolve("blocks"), file);
    PanicMark.put(desk);
    assertThatThrownBy(() -> PanicMark.takeBack(file)).isInstanceOf(IllegalStateException.class);
    assertThat(file).doesNotExist();
    assertThat(Disk.holds(disk, OLD)).isFalse();
  }

  @Test
  void a_file_that_is_replaced_leaves_zeros_and_what_everyone_may_read_is_left_whole_to_its_readers() throws Exception {
    Files.createLink(disk.resolve("blocks"), file);
    new WholeFile(file).publish(NEW);
    assertThat(Disk.holds(disk, OLD)).isTrue();
    Files.write(file, OLD);
    Files.createLink(disk.resolve("more"), file);
    Files.delete(disk.resolve("blocks"));
    new WholeFile(file).replace(NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(Disk.holds(disk, OLD)).isFalse();
  }

  @Test
  void what_a_crash_left_of_a_write_is_overwritten_by_the_next() throws Exception {
    Path unfinished = Files.write(desk.resolve("heron.key.new"), OLD);
    Files.createLink(disk.resolve("blocks"), unfinished);
    new WholeFile(file).replace(NEW);
    assertThat(unfinished).doesNotExist();
    assertThat(Disk.holds(disk, OLD)).isFalse();
  }

  @Test
  void no_transaction_of_the_journal_begins_beside_the_mark() throws Exception {
    try (JournalStore store = SqliteJournalStore.open(desk.resolve("journal.db"))) {
      store.begin(new StoredEpoch(1, Room.TODAY, 1), List.of());
      PanicMark.put(desk);
      for (Rows write : JournalStoreContract.everyWrite()) {
        assertThatThrownBy(() -> write.into(store)).isInstanceOf(IllegalStateException.class).hasMessageContaining("destroyed");
      }
      assertThat(store.last()).isEmpty();
      assertThat(store.epochs()).hasSize(1);
    }
    assertThatThrownBy(() -> SqliteJournalStore.open(desk.resolve("journal.db"))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_log_is_overwritten_before_its_blocks_are_given_back() throws Exception {
    try (JournalStore store = SqliteJournalStore.open(desk.resolve("journal.db"))) {
      store.begin(new StoredEpoch(1, Room.TODAY, 1), List.of());
      store.append(List.of(new StoredEntry(1, 1, OLD, JournalStoreContract.HASH)));
      Files.createLink(disk.resolve("log"), desk.resolve("journal.db-wal"));
      assertThat(Disk.holds(disk, OLD)).isTrue();
      store.drop("epoch 1");
      assertThat(Disk.holds(disk, OLD)).isFalse();
      assertThat(store.last()).isPresent();
      store.append(List.of(new StoredEntry(2, 1, NEW, JournalStoreContract.HASH)));
    }
    assertThat(disk.resolve("log")).as("closing empties it too").isEmptyFile();
    try (JournalStore again = SqliteJournalStore.open(desk.resolve("journal.db"))) {
      assertThat(again.entries(1, 10)).hasSize(2);
    }
  }
}
