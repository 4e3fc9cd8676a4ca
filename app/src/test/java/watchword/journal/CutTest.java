package watchword.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.member.MemberKey;

/// The state of these stories is the texts so far, joined: a fold as simple as can be.
class CutTest {
  @TempDir Path folder;

  private Room room = Room.inMemory();

  @BeforeEach
  void threeDays() {
    room = new Room(SqliteJournalStore.open(folder.resolve("journal.db")));
    for (int day = 0; day < 3; day++) {
      room.begin(Room.TODAY.plusDays(day), room.heron, room.wren);
      room.append(room.heron, "a" + day);
      room.append(room.wren, "b" + day);
    }
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void entries_are_due_when_their_day_is_thirty_days_old() {
    assertThat(room.journal.due(Room.TODAY.plusDays(29))).isEmpty();
    assertThat(room.journal.due(Room.TODAY.plusDays(30))).contains(2L);
    assertThat(room.journal.due(Room.TODAY.plusDays(31))).contains(4L);
    assertThat(room.journal.due(Room.TODAY.plusDays(99))).as("never the newest epoch").contains(4L);
  }

  @Test
  void checkpoint_and_suffix_give_the_same_state_as_all_entries() {
    String full = state(room.heron);

    cut(4);

    assertThat(state(room.heron)).isEqualTo(full).isEqualTo("a0 b0 a1 b1 a2 b2");
    assertThat(state(room.wren)).isEqualTo(full);
    assertThat(room.journal.due(Room.TODAY.plusDays(99))).isEmpty();
    assertThat(room.append(room.heron, "c2")).isEqualTo(7);

    room.close();
    room.journal = Journal.open(SqliteJournalStore.open(folder.resolve("journal.db")), room.desk.verifyKey());
    assertThat(state(room.heron)).isEqualTo("a0 b0 a1 b1 a2 b2 c2");
  }

  @Test
  void a_journal_cut_to_nothing_goes_on_where_it_was() {
    room.begin(Room.TODAY.plusDays(3), room.heron, room.wren);
    cut(6);
    room.close();
    room.journal = Journal.open(SqliteJournalStore.open(folder.resolve("journal.db")), room.desk.verifyKey());

    assertThat(room.journal.head().sequence()).isEqualTo(6);
    assertThat(room.append(room.wren, "c3")).isEqualTo(7);
    assertThat(state(room.heron)).isEqualTo("a0 b0 a1 b1 a2 b2 c3");
  }

  @Test
  void what_is_cut_is_in_no_file_any_more() throws Exception {
    List<byte[]> sealed = room.store.entries(1, 4).stream().map(StoredEntry::sealed).toList();
    List<byte[]> shares = Stream.of("epoch 1", "epoch 2").flatMap(name -> Stream.of(room.heron, room.wren)
        .map(member -> room.store.share(name, ShareName.holderTag(name, member.device().sealing())).orElseThrow()))
        .toList();
    byte[] kept = room.store.entries(5, 1).getFirst().sealed();
    assertThat(Disk.holds(folder, sealed.getFirst())).as("control: present before").isTrue();
    assertThat(Disk.holds(folder, middle(shares.getFirst()))).as("control: present before").isTrue();

    cut(4);

    for (byte[] entry : sealed) {
      assertThat(Disk.holds(folder, middle(entry))).isFalse();
    }
    for (byte[] share : shares) {
      assertThat(Disk.holds(folder, middle(share))).isFalse();
    }
    assertThat(Disk.holds(folder, middle(kept))).isTrue();
  }

  @Test
  void a_cut_ends_an_epoch_and_goes_forward() {
    assertThatThrownBy(() -> cut(3)).hasMessage("entry 3 does not end an epoch");
    assertThatThrownBy(() -> cut(6)).as("the newest epoch stays").hasMessage("entry 6 does not end an epoch");
    cut(4);
    assertThatThrownBy(() -> cut(4)).hasMessage("entries up to 4 were cut before");
    assertThatThrownBy(() -> room.texts(room.heron, 4))
        .isInstanceOf(BrokenJournalException.class).hasMessage("journal entry 4 is missing");
  }

  @Test
  void a_newcomer_who_holds_no_checkpoint_reads_on_from_a_new_snapshot() {
    MemberKey rook = Room.member("rook");
    int epoch = room.begin(Room.TODAY.plusDays(3), room.heron, room.wren, rook);
    room.journal.snapshotFor(rook.device().sealing(), epoch, bytes("public"), room.desk);
    room.append(rook, "r3");
    int last = room.begin(Room.TODAY.plusDays(4), room.heron, room.wren, rook);
    room.append(rook, "r4");

    room.journal.snapshotFor(rook.device().sealing(), last, bytes("public too"), room.desk);
    cut(7);

    assertThat(state(rook)).isEqualTo("public too r4");
    assertThat(state(room.heron)).isEqualTo("a0 b0 a1 b1 a2 b2 r3 r4");
  }

  @Test
  void after_a_failed_write_the_journal_is_to_be_opened_again() {
    try (Keyring keyring = room.journal.unlock(room.heron)) {
      room.journal.append(keyring, room.desk, Room.draft("kept")).join();
      room.store.close();
      assertThatThrownBy(() -> room.journal.append(keyring, room.desk, Room.draft("lost")).join())
          .isInstanceOf(RuntimeException.class);
    }
    assertThatThrownBy(() -> room.begin(Room.TODAY.plusDays(3), room.heron))
        .hasMessage("a write to the journal failed; open it again");
  }

  private void cut(long through) {
    String state;
    try (Keyring keyring = room.journal.unlock(room.heron)) {
      state = room.journal.read(keyring, room.journal.base(keyring).map(Base::through).orElse(0L) + 1, _ -> true)
          .filter(entry -> entry.sequence() <= through)
          .map(entry -> Room.text(entry.payload()))
          .collect(Collectors.joining(" "));
    }
    room.journal.cut(through, bytes(state), Room.holders(room.heron, room.wren), room.desk);
  }

  private String state(MemberKey member) {
    try (Keyring keyring = room.journal.unlock(member)) {
      Base base = room.journal.base(keyring).orElse(new Base(0, new byte[0]));
      Stream<String> suffix = room.journal.read(keyring, base.through() + 1, _ -> true)
          .map(entry -> Room.text(entry.payload()));
      return Stream.concat(Stream.of(Room.text(base.state())), suffix).collect(Collectors.joining(" ")).strip();
    }
  }

  /// What rewriting a page may leave of a value is not its beginning alone: look for its middle.
  private static byte[] middle(byte[] bytes) {
    return java.util.Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length / 2 + 32);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
