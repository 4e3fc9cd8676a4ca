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

/// A panic where a file resists: names so long that nothing below them can be looked at, for root as for anybody.
class ErasureTest {

  /// A path on Linux has 4,096 bytes at most.
  private static final int DEEP = 12;

  @TempDir Path folder;

  private Path desk;
  private Path joint;

  @BeforeEach
  void a_folder_that_cannot_be_looked_into() throws IOException {
    desk = Files.createDirectories(folder.resolve("desk"));
    Files.writeString(desk.resolve("a.key"), "secret");
    Path below = Files.createDirectories(deep(folder.resolve("below"))).resolve("hidden.key");
    Files.writeString(below, "secret");
    joint = Files.createDirectories(deep(desk.resolve("members"))).resolve("below");
    Files.move(folder.resolve("below"), joint);
  }

  private static Path deep(Path from) {
    Path at = from;
    for (int i = 0; i < DEEP; i++) {
      at = at.resolve("n".repeat(200));
    }
    return at;
  }

  @AfterEach
  void put_it_back() throws IOException {
    if (Files.exists(joint)) {
      Files.move(joint, folder.resolve("below"));
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
    put_it_back();
    Files.createDirectory(desk.resolve("panic.txt"));
    assertThatThrownBy(() -> new Erasure(desk).destroy()).isInstanceOf(IOException.class);
    assertThat(desk.resolve("a.key")).doesNotExist();
  }

  private void write(String name) {
    try {
      Files.writeString(desk.resolve(name), "secret");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
