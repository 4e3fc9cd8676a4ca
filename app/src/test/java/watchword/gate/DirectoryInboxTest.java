package watchword.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.PanicMark;

class DirectoryInboxTest extends InboxContract {
  @TempDir Path folder;

  @Override
  Inbox inbox() throws IOException {
    return new DirectoryInbox(folder.resolve("inbox"));
  }

  @Test
  void files_and_hashes_outlive_the_process() throws IOException {
    take(inbox(), TODAY, file(2, 1));
    Inbox later = inbox();
    assertThat(later.list(2)).containsExactly(item(2, 1));
    assertThat(later.read(item(2, 1))).isEqualTo(file(2, 1).inner());
    assertThat(take(later, TODAY, file(2, 1))).isFalse();
  }

  @Test
  void what_a_crash_left_before_its_hash_was_kept_is_taken_again() throws IOException {
    inbox().begin().add(TODAY, file(0, 1));
    Inbox later = inbox();
    assertThat(take(later, TODAY, file(0, 1))).isTrue();
    assertThat(later.list(0)).containsExactly(item(0, 1));
  }

  @Test
  void what_a_crash_left_after_its_hash_was_kept_reaches_its_lane() throws IOException {
    Inbox inbox = inbox();
    take(inbox, TODAY, file(4, 1));
    Path staged = folder.resolve("inbox/staged/4-" + item(4, 1).sha256() + ".age");
    Files.move(folder.resolve("inbox/4/" + item(4, 1).sha256() + ".age"), staged);
    assertThat(inbox.list(4)).isEmpty();
    assertThat(take(inbox(), TODAY, file(4, 1))).isFalse();
    assertThat(inbox.list(4)).containsExactly(item(4, 1));
    assertThat(staged).doesNotExist();
  }

  /// Counted, then dropped, then forgotten: who is stopped on the way counts again.
  @Test
  void what_cannot_be_counted_is_not_dropped() throws IOException {
    Inbox inbox = inbox();
    take(inbox, TODAY, file(0, 1));
    Path late = Files.writeString(folder.resolve("inbox/late"), "many");
    assertThatIOException().isThrownBy(() -> inbox.keepOnly(List.of())).withMessageContaining("damaged");
    assertThat(inbox.list(0)).containsExactly(item(0, 1));
    Files.delete(late);
    inbox.keepOnly(List.of());
    assertThat(inbox.list(0)).isEmpty();
    assertThat(inbox.late()).isEqualTo(1);
  }

  @Test
  void where_a_panic_destroyed_the_desk_nothing_is_staged_committed_or_signed_for_and_the_folder_is_not_made_again() throws IOException {
    Inbox inbox = inbox();
    try (Inbox.Batch batch = inbox.begin()) {
      batch.add(TODAY, file(0, 1));
      PanicMark.put(folder);
      assertThatIOException().isThrownBy(() -> batch.add(TODAY, file(0, 2))).withMessageContaining("destroyed");
      assertThatIOException().isThrownBy(batch::commit).withMessageContaining("destroyed");
    }
    assertThat(inbox.list(0)).isEmpty();
    assertThatIOException().isThrownBy(inbox::begin).withMessageContaining("destroyed");

    Path gone = folder.resolve("another");
    assertThatIOException().isThrownBy(() -> new DirectoryInbox(gone)).withMessageContaining("destroyed");
    assertThatIOException().isThrownBy(() -> OneGate.at(gone)).withMessageContaining("destroyed");
    assertThat(gone).doesNotExist();
  }

  @Test
  void files_are_the_owners_alone_and_carry_no_time() throws IOException {
    take(inbox(), TODAY, file(0, 1));
    Path file = folder.resolve("inbox/0/" + item(0, 1).sha256() + ".age");
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.from(Instant.EPOCH));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    assertThat(Files.getLastModifiedTime(folder.resolve("inbox/seen-" + TODAY))).isEqualTo(FileTime.from(Instant.EPOCH));
  }
}
