package watchword.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.Bytes;

class SqliteJournalStoreTest extends JournalStoreContract {

  @TempDir Path folder;

  @Override
  JournalStore open() {
    return SqliteJournalStore.open(folder.resolve("journal.db"));
  }

  @Test
  void a_closed_store_opens_again_as_it_was() {
    Path file = folder.resolve("again.db");
    Bytes mark;
    try (JournalStore first = SqliteJournalStore.open(file)) {
      mark = first.mark();
      first.begin(new StoredEpoch(1, Room.TODAY, 1), List.of());
      first.append(List.of(entry(1, 1)));
    }
    try (JournalStore second = SqliteJournalStore.open(file)) {
      assertThat(second.mark()).isEqualTo(mark);
      assertThat(second.last().orElseThrow().sequence()).isEqualTo(1);
    }
  }

  @Test
  void a_group_is_appended_whole_or_not_at_all() {
    try (JournalStore store = SqliteJournalStore.open(folder.resolve("whole.db"))) {
      store.begin(new StoredEpoch(1, Room.TODAY, 1), List.of());

      assertThatThrownBy(() -> store.append(List.of(entry(1, 1), entry(1, 1)))).isInstanceOf(RuntimeException.class);

      assertThat(store.last()).isEmpty();
    }
  }

  @Test
  void nobody_but_its_owner_opens_the_file_or_its_log() throws Exception {
    Path file = Files.createFile(
        folder.resolve("mine.db"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    try (JournalStore store = SqliteJournalStore.open(file); JournalStore made = SqliteJournalStore.open(folder.resolve("new.db"));
        Stream<Path> files = Files.list(folder)) {
      store.begin(new StoredEpoch(1, Room.TODAY, 1), List.of());
      made.begin(new StoredEpoch(1, Room.TODAY, 1), List.of());
      List<Path> all = files.toList();
      assertThat(all).map(path -> path.getFileName().toString()).contains("mine.db", "mine.db-wal", "new.db", "new.db-wal");
      for (Path one : all) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one))).as(one + "").isEqualTo("rw-------");
      }
    }
  }

  @Test
  void a_second_desk_on_the_same_file_is_refused() {
    Path file = folder.resolve("one.db");
    try (JournalStore first = SqliteJournalStore.open(file)) {
      assertThat(first.last()).isEmpty();
      assertThatThrownBy(() -> SqliteJournalStore.open(file)).isInstanceOf(StoreInUseException.class);
    }
  }
}
