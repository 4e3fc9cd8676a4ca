package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Fixtures.bytes;
import static watchword.seal.Fixtures.key;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryKeyStoreTest extends KeyStoreContract {
  private static final KeyName GATE = KeyName.gate(new Epoch(20_779));

  @TempDir private Path directory = Path.of("");

  @Override
  KeyStore store() {
    return new DirectoryKeyStore(directory.resolve("keys"));
  }

  @Test
  void only_the_owner_may_read_a_key() throws IOException {
    store().put(GATE, new KeyStore.Entry(key(1).publicKey(), bytes(32, 7)));
    assertThat(permissions("keys")).isEqualTo("rwx------");
    assertThat(permissions("keys/gate-20779.key")).isEqualTo("rw-------");
  }

  @Test
  void a_destroyed_key_was_overwritten_where_it_stood() throws IOException {
    store().put(GATE, new KeyStore.Entry(key(1).publicKey(), bytes(32, 7)));
    // An open file outlives its name: what it holds afterwards is what the disk was told to hold.
    try (RandomAccessFile open = new RandomAccessFile(directory.resolve("keys/gate-20779.key").toFile(), "r")) {
      byte[] held = new byte[PublicKey.LENGTH + 32];
      store().destroy(GATE);
      open.readFully(held);
      assertThat(held).containsOnly(0);
    }
  }

  @Test
  void where_a_panic_destroyed_the_desk_no_key_is_stored_and_the_folder_is_not_made_again() throws IOException {
    KeyStore store = store();
    PanicMark.put(directory);
    assertThatThrownBy(() -> store.put(GATE, new KeyStore.Entry(key(1).publicKey(), bytes(32, 7)))).hasMessageContaining("destroyed");
    assertThat(directory.resolve("keys")).isEmptyDirectory();
    Files.delete(directory.resolve("keys"));
    assertThatThrownBy(this::store).hasMessageContaining("destroyed");
    assertThat(directory.resolve("keys")).doesNotExist();
  }

  @Test
  void a_key_stays_while_what_is_to_take_its_place_cannot_be_written() throws IOException {
    KeyStore store = store();
    store.put(GATE, new KeyStore.Entry(key(1).publicKey(), bytes(32, 7)));
    Files.createDirectory(directory.resolve("keys/new"));
    assertThatThrownBy(() -> store.put(GATE, new KeyStore.Entry(key(2).publicKey(), bytes(32, 8)))).hasMessage("cannot store gate-20779");
    assertThat(store.find(GATE).orElseThrow().secret()).isEqualTo(bytes(32, 7));
  }

  /// What a copy of the disk would hold at any moment, is what a crash at that moment leaves.
  @Test
  void a_key_that_another_takes_the_place_of_is_whole_under_its_name_at_every_moment() throws Exception {
    KeyStore store = store();
    store.put(GATE, new KeyStore.Entry(key(1).publicKey(), bytes(32, 7)));
    Path file = directory.resolve("keys/gate-20779.key");
    for (int round = 0; round < 50; round++) {
      Thread writer = Thread.ofPlatform().start(() -> store.put(GATE, new KeyStore.Entry(key(1).publicKey(), bytes(32, 7))));
      while (writer.isAlive()) {
        assertThat(isWhole(file)).isTrue();
      }
      writer.join();
    }
  }

  /// Looks twice: the old file may be overwritten while it is read, once its name stands for the new one.
  private static boolean isWhole(Path file) throws IOException {
    for (int look = 0; look < 2; look++) {
      if (Files.exists(file) && Files.readAllBytes(file)[PublicKey.LENGTH] == 7) {
        return true;
      }
    }
    return false;
  }

  @Test
  void what_was_under_a_name_is_overwritten_when_another_takes_its_place() throws IOException {
    store().put(GATE, new KeyStore.Entry(key(1).publicKey(), bytes(32, 7)));
    try (RandomAccessFile open = new RandomAccessFile(directory.resolve("keys/gate-20779.key").toFile(), "r")) {
      byte[] held = new byte[PublicKey.LENGTH + 32];
      store().put(GATE, new KeyStore.Entry(key(2).publicKey(), bytes(32, 8)));
      open.readFully(held);
      assertThat(held).containsOnly(0);
    }
  }

  /// A second file with the same key, or an overwritten first one, is what a crash would leave.
  @Test
  void a_key_that_is_renamed_is_the_same_file() throws IOException {
    KeyName lane = KeyName.lane(new Epoch(20_779), 3);
    store().put(lane, new KeyStore.Entry(key(1).publicKey(), bytes(32, 7)));
    Object file = Files.getAttribute(directory.resolve("keys/lane-20779-3.key"), "unix:ino");
    store().rename(lane, lane.replaced(1));
    assertThat(Files.getAttribute(directory.resolve("keys").resolve(lane.replaced(1) + ".key"), "unix:ino")).isEqualTo(file);
  }

  @Test
  void what_a_crash_left_half_written_is_destroyed_on_opening() throws IOException {
    KeyStore unused = store();
    Files.write(directory.resolve("keys/new"), bytes(50, 7));
    assertThat(unused.list()).isEmpty();
    assertThat(store().list()).isEmpty();
    try (Stream<Path> files = Files.list(directory.resolve("keys"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void a_damaged_key_is_an_error_not_an_absence() throws IOException {
    KeyStore store = store();
    Files.write(directory.resolve("keys/gate-20779.key"), bytes(50, 7));
    assertThatThrownBy(() -> store.find(GATE)).isInstanceOf(UncheckedIOException.class).hasMessage("cannot read gate-20779");
  }

  @Test
  void what_is_no_key_among_the_keys_is_told_and_keeps_no_key_from_being_listed() throws IOException {
    KeyStore store = store();
    store.put(GATE, new KeyStore.Entry(key(1).publicKey(), bytes(32, 7)));
    Files.write(directory.resolve("keys/gate-20779 copy.key"), bytes(50, 7));
    Files.write(directory.resolve("keys/gate-20779.key.old"), bytes(50, 7));
    Files.write(directory.resolve("keys/new"), bytes(50, 7));
    Files.createDirectory(directory.resolve("keys/lost+found"));
    assertThat(store.list()).containsExactly(GATE);
    assertThat(store.strays()).containsExactly("gate-20779 copy.key", "gate-20779.key.old");
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(path)));
  }
}
