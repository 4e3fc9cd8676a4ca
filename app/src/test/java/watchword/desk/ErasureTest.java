package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A panic where a file resists: below a path so long that its longest name cannot be looked at, for root as for anybody.
class ErasureTest {

  /// A path on Linux has 4,095 bytes at most: a name of 250 below this is out of reach.
  private static final int LONG = 3_900;

  @TempDir Path folder;

  private Path desk;
  private Path made;
  private Path moved;

  @BeforeEach
  void a_folder_that_cannot_be_looked_into() throws IOException {
    made = folder.resolve("made");
    Path members = Files.createDirectories(made.resolve("desk").resolve("m".repeat(250)));
    Files.writeString(members.resolve("hidden.key"), "secret");
    Path deep = folder;
    while (deep.toString().length() < LONG) {
      deep = deep.resolve("n".repeat(Math.clamp(LONG - deep.toString().length() - 1, 1, 200)));
    }
    moved = Files.createDirectories(deep).resolve("made");
    Files.move(made, moved);
    desk = moved.resolve("desk");
    Files.writeString(desk.resolve("a.key"), "secret");
  }

  @AfterEach
  void put_it_back() throws IOException {
    if (Files.exists(moved)) {
      Files.move(moved, made);
    }
  }

  @Test
  void what_cannot_be_looked_into_is_told_of_and_everything_else_is_gone() {
    assertThatThrownBy(() -> new Erasure(desk).destroy()).isInstanceOf(IOException.class).hasMessageContaining("could not be destroyed");
    assertThat(desk.resolve("a.key")).doesNotExist();
    assertThat(desk.resolve("panic.txt")).exists();
  }

  @Test
  void the_second_round_comes_though_the_first_failed_and_that_it_failed_is_told() {
    assertThatThrownBy(() -> new DeskFolder(desk).destroyTwice(() -> write("late.key"))).isInstanceOf(IOException.class).hasMessageContaining("could not be destroyed");
    assertThat(desk.resolve("late.key")).as("what a running desk put down in between").doesNotExist();
  }

  @Test
  void keys_go_though_the_disk_takes_no_mark_of_the_panic() throws IOException {
    Path another = Files.createDirectory(folder.resolve("another"));
    Files.createDirectory(another.resolve("panic.txt"));
    Files.writeString(another.resolve("a.key"), "secret");
    assertThatThrownBy(() -> new Erasure(another).destroy()).isInstanceOf(IOException.class);
    assertThat(another.resolve("a.key")).doesNotExist();
  }

  private void write(String name) {
    try {
      Files.writeString(desk.resolve(name), "secret");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
