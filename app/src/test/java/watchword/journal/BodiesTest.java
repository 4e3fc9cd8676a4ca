package watchword.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.FormatException;

class BodiesTest {
  private final Path folder;
  private final Room room = Room.inMemory();
  private final Keyring heron = room.journal.unlock(room.heron);
  private final Keyring wren = room.journal.unlock(room.wren);
  private Bodies bodies;

  BodiesTest(@TempDir Path folder) {
    this.folder = folder;
    this.bodies = open(folder);
  }

  @BeforeEach
  void shelves() {
    room.journal.share("shelf 1", Sealing.newSecret(), Room.holders(room.heron, room.wren), room.desk);
    room.journal.share("shelf 2", Sealing.newSecret(), Room.holders(room.heron), room.desk);
  }

  @AfterEach
  void close() {
    bodies.close();
  }

  @Test
  void a_body_opens_for_those_who_hold_its_shelf() throws FormatException {
    bodies.put("a", bytes("words of a"), "shelf 1", heron).join();
    bodies.put("b", bytes("words of b"), "shelf 2", heron).join();

    assertThat(opened("a", wren)).isEqualTo("words of a");
    assertThat(opened("b", heron)).isEqualTo("words of b");
    assertThat(bodies.open("b", wren)).isInstanceOf(Body.Locked.class);
    assertThat(bodies.open("c", heron)).isInstanceOf(Body.Forgotten.class);
    assertThatThrownBy(() -> bodies.put("d", bytes("x"), "shelf 2", wren))
        .hasMessage("shelf shelf 2 is not shared with this member");
    assertThat(bodies.shelves()).isEqualTo(Set.of("shelf 1", "shelf 2"));
  }

  @Test
  void a_body_of_any_size_comes_back_after_closing() throws FormatException {
    for (int size : List.of(0, 1, 1019, 1020, 1021, 6000, 3_000_000)) {
      byte[] body = new byte[size];
      Arrays.fill(body, (byte) 7);
      bodies.put("size " + size, body, "shelf 1", heron).join();
    }
    reopen();
    for (int size : List.of(0, 1, 1019, 1020, 1021, 6000, 3_000_000)) {
      assertThat(bodies.open("size " + size, wren))
          .isInstanceOfSatisfying(Body.Opened.class, body -> assertThat(body.bytes()).hasSize(size).doesNotContain(0));
    }
  }

  @Test
  void the_same_id_again_changes_nothing() throws FormatException {
    bodies.put("a", bytes("first"), "shelf 1", heron).join();
    bodies.put("a", bytes("second"), "shelf 2", heron).join();

    assertThat(opened("a", wren)).isEqualTo("first");
  }

  @Test
  void a_forgotten_body_opens_with_no_key_on_a_copy_of_the_disk(@TempDir Path elsewhere) throws Exception {
    bodies.put("kept", bytes("kept words"), "shelf 1", heron).join();
    bodies.put("gone", bytes("gone words"), "shelf 1", heron).join();
    BodyKeys before = BodyKeys.read(Files.readAllBytes(folder.resolve("body-keys")));
    Disk.copy(folder, elsewhere.resolve("before"));

    bodies.forget(List.of("gone")).join();
    Disk.copy(folder, elsewhere.resolve("after"));

    BodyKeys after = BodyKeys.read(Files.readAllBytes(folder.resolve("body-keys")));
    byte[] key = before.all().entrySet().stream()
        .filter(record -> !after.all().containsKey(record.getKey())).findFirst().orElseThrow().getValue().key();
    assertThat(Disk.holds(elsewhere.resolve("before"), key)).as("control: there before").isTrue();
    assertThat(Disk.holds(elsewhere.resolve("after"), key)).isFalse();
    assertThat(opened("kept", heron)).isEqualTo("kept words");
    assertThat(bodies.open("gone", heron)).isInstanceOf(Body.Forgotten.class);
    try (Bodies copy = Bodies.open(elsewhere.resolve("after"))) {
      assertThat(copy.open("gone", heron)).isInstanceOf(Body.Forgotten.class);
      assertThat(copy.open("kept", heron)).isInstanceOf(Body.Opened.class);
    }
  }

  @Test
  void the_old_key_file_is_overwritten(@TempDir Path elsewhere) throws Exception {
    bodies.put("a", bytes("words"), "shelf 1", heron).join();
    long size = Files.size(folder.resolve("body-keys"));
    Path old = Files.createLink(elsewhere.resolve("old"), folder.resolve("body-keys"));
    assertThat(Files.readAllBytes(old)).as("control").isNotEqualTo(new byte[(int) size]);

    bodies.forget(List.of("a")).join();

    assertThat(Files.readAllBytes(old)).isEqualTo(new byte[(int) size]);
  }

  @Test
  void a_locked_desk_forgets() {
    bodies.put("a", bytes("words"), "shelf 1", heron).join();
    heron.close();
    wren.close();

    bodies.forget(List.of("a", "never there")).join();
    reopen();

    assertThat(bodies.holds("a")).isFalse();
  }

  @Test
  void bodies_that_no_arrival_names_are_forgotten_after_a_start() throws FormatException {
    bodies.put("a", bytes("a"), "shelf 1", heron).join();
    bodies.put("b", bytes("b"), "shelf 1", heron).join();
    Set<String> before = bodies.held();
    bodies.put("c", bytes("c"), "shelf 1", heron).join();

    bodies.forgetAllBut(List.of("a"), before).join();

    assertThat(opened("a", heron)).isEqualTo("a");
    assertThat(bodies.holds("b")).isFalse();
    assertThat(opened("c", heron)).as("came later").isEqualTo("c");
  }

  @Test
  void a_body_whose_key_was_never_written_is_swept_at_the_start() throws Exception {
    bodies.put("a", bytes("a"), "shelf 1", heron).join();
    byte[] keysBefore = Files.readAllBytes(folder.resolve("body-keys"));
    bodies.put("b", bytes("b"), "shelf 1", heron).join();
    bodies.close();
    Files.write(folder.resolve("body-keys"), keysBefore); // as a crash between body and key leaves it

    bodies = open(folder);
    assertThat(bodies.holds("b")).isFalse();
    bodies.put("b", bytes("b again"), "shelf 1", heron).join();
    assertThat(opened("b", heron)).isEqualTo("b again");
    assertThat(opened("a", heron)).isEqualTo("a");
  }

  @Test
  void puts_of_many_threads_share_writes_and_all_come_back() {
    List<CompletableFuture<Boolean>> puts = IntStream.range(0, 200).parallel()
        .mapToObj(i -> bodies.put("id " + i, bytes("body " + i), "shelf 1", heron)).toList();
    puts.forEach(CompletableFuture::join);
    reopen();

    assertThat(IntStream.range(0, 200).boxed())
        .allSatisfy(i -> assertThat(opened("id " + i, wren)).isEqualTo("body " + i));
  }

  @Test
  void a_changed_key_file_is_refused() throws Exception {
    bodies.put("a", bytes("a"), "shelf 1", heron).join();
    bodies.close();
    byte[] file = Files.readAllBytes(folder.resolve("body-keys"));
    for (int at : List.of(0, 25, 60, file.length - 1)) {
      byte[] changed = file.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> BodyKeys.read(changed)).isInstanceOf(FormatException.class);
    }
    assertThatThrownBy(() -> BodyKeys.read(Arrays.copyOf(file, file.length - 1))).isInstanceOf(FormatException.class);
  }

  private void reopen() {
    bodies.close();
    bodies = open(folder);
  }

  private static Bodies open(Path folder) {
    try {
      return Bodies.open(folder);
    } catch (java.io.IOException | FormatException e) {
      throw new AssertionError(e);
    }
  }

  private String opened(String id, Keyring keyring) throws FormatException {
    Body body = bodies.open(id, keyring);
    assertThat(body).isInstanceOf(Body.Opened.class);
    return Room.text(((Body.Opened) body).bytes());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
