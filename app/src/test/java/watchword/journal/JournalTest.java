package watchword.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchword.journal.BrokenJournalException.Fault;
import watchword.member.Head;
import watchword.member.MemberKey;
import watchword.seal.Bytes;
import watchword.seal.SigningKey;

class JournalTest {
  private final Room room = Room.inMemory();

  @Test
  void an_entry_is_read_back_as_its_author_wrote_it() {
    room.begin(Room.TODAY, room.heron, room.wren);
    long sequence = room.append(room.heron, "first");

    try (Keyring keyring = room.journal.unlock(room.wren)) {
      Entry entry = room.journal.read(keyring, 1, _ -> true).findFirst().orElseThrow();
      assertThat(entry.sequence()).isEqualTo(sequence).isEqualTo(1);
      assertThat(entry.author()).isEqualTo(room.heron.device().signing());
      assertThat(entry.type()).isEqualTo("note");
      assertThat(entry.time()).isEqualTo(Instant.ofEpochSecond(1_763_800_000));
      assertThat(entry.day()).isEqualTo(Room.TODAY);
      assertThat(Room.text(entry.payload())).isEqualTo("first");
    }
  }

  @Test
  void entries_of_many_threads_form_one_chain() {
    room.begin(Room.TODAY, room.heron);
    try (Keyring keyring = room.journal.unlock(room.heron)) {
      List<CompletableFuture<Long>> promises = IntStream.range(0, 700).parallel()
          .mapToObj(i -> room.journal.append(keyring, room.desk, Room.draft("entry " + i))).toList();

      assertThat(promises.stream().map(CompletableFuture::join).sorted().toList())
          .isEqualTo(IntStream.rangeClosed(1, 700).mapToObj(Long::valueOf).toList());
      assertThat(room.journal.read(keyring, 1, _ -> true).map(Entry::sequence).toList())
          .isEqualTo(IntStream.rangeClosed(1, 700).mapToObj(Long::valueOf).toList());
      assertThat(room.journal.head().sequence()).isEqualTo(700);
      assertThat(Journal.open(room.store, room.desk.verifyKey()).head()).isEqualTo(room.journal.head());
    }
  }

  @Test
  void reading_begins_anywhere() {
    room.begin(Room.TODAY, room.heron);
    IntStream.rangeClosed(1, 5).forEach(i -> room.append(room.heron, "entry " + i));

    assertThat(room.texts(room.heron, 4)).containsExactly("entry 4", "entry 5");
    assertThat(room.texts(room.heron, 6)).isEmpty();
  }

  @Test
  void a_locked_keyring_neither_reads_nor_writes() {
    room.begin(Room.TODAY, room.heron);
    room.append(room.heron, "first");
    Keyring keyring = room.journal.unlock(room.heron);
    keyring.close();

    assertThatThrownBy(() -> room.journal.append(keyring, room.desk, Room.draft("x")).join())
        .isInstanceOf(CompletionException.class).hasRootCauseMessage("locked");
    assertThatThrownBy(() -> room.journal.read(keyring, 1, _ -> true).toList()).hasMessage("locked");
    assertThat(room.append(room.heron, "second")).as("a failed append leaves no gap").isEqualTo(2);
  }

  @Test
  void nothing_is_written_before_an_epoch_begins() {
    assertThatThrownBy(() -> room.append(room.heron, "x")).hasRootCauseMessage("no epoch has begun");
  }

  @Test
  void an_entry_under_a_key_not_shared_is_named() {
    room.begin(Room.TODAY, room.heron, room.wren);
    room.append(room.heron, "first");
    room.begin(Room.TODAY, room.heron);
    room.append(room.heron, "second");

    assertFault(Fault.LOCKED, 2, () -> room.texts(room.wren, 1).toList());
    assertThatThrownBy(() -> room.append(room.wren, "third"))
        .hasRootCauseMessage("epoch 2 is not shared with this member");
  }

  @Test
  void an_author_the_caller_does_not_know_is_named() {
    room.begin(Room.TODAY, room.heron, room.wren);
    room.append(room.heron, "first");
    room.append(room.wren, "second");

    try (Keyring keyring = room.journal.unlock(room.heron)) {
      assertFault(
          Fault.AUTHOR, 2,
          () -> room.journal.read(keyring, 1, room.heron.device().signing()::equals).toList());
    }
  }

  @Test
  void a_missing_changed_or_reordered_entry_is_named() {
    room.begin(Room.TODAY, room.heron);
    IntStream.rangeClosed(1, 5).forEach(i -> room.append(room.heron, "entry " + i));

    assertAltered(Fault.MISSING, 3, rows -> without(rows, 2));
    assertAltered(Fault.MISSING, 1, rows -> without(rows, 0));
    assertAltered(Fault.CHAIN, 3, rows -> with(rows, 2, sealed(rows.get(2), flipped(rows.get(2).sealed(), 40))));
    assertAltered(Fault.CHAIN, 4, rows -> with(rows, 3, new StoredEntry(4, 1, rows.get(3).sealed(), rows.get(0).hash())));
    assertAltered(Fault.CHAIN, 2, rows -> with(with(rows, 1, moved(rows.get(2), 2)), 2, moved(rows.get(1), 3)));
    assertAltered(Fault.CHAIN, 5, rows -> with(rows, 4, new StoredEntry(5, 7, rows.get(4).sealed(), rows.get(4).hash())));
  }

  @Test
  void an_entry_put_in_with_a_right_hash_but_no_key_is_named() {
    room.begin(Room.TODAY, room.heron);
    room.append(room.heron, "first");
    StoredEpoch epoch = room.store.epochs().getFirst();
    room.store.append(List.of(
        EntryForm.write(room.journal.head(), epoch, Sealing.newSecret(), room.heron.signing(), Room.draft("planted"))));
    room.journal = Journal.open(room.store, room.desk.verifyKey());

    assertFault(Fault.SEAL, 2, () -> room.texts(room.heron, 1).toList());
  }

  @Test
  void an_entry_in_another_members_name_is_named() {
    room.begin(Room.TODAY, room.heron, room.wren);
    room.append(room.heron, "first");
    StoredEpoch epoch = room.store.epochs().getFirst();
    try (Keyring keyring = room.journal.unlock(room.wren)) {
      byte[] key = keyring.secret("epoch 1").orElseThrow();
      room.store.append(List.of(forged(room.journal.head(), epoch, key, room.wren.signing(), room.heron)));
    }
    room.journal = Journal.open(room.store, room.desk.verifyKey());

    assertFault(Fault.SIGNATURE, 2, () -> room.texts(room.wren, 1).toList());
  }

  @Test
  void a_member_refuses_a_journal_older_than_the_one_seen() {
    room.begin(Room.TODAY, room.heron);
    room.append(room.heron, "first");
    room.append(room.heron, "second");
    room.heron.saw(room.journal.head());

    JournalStore older = new AlteredStore(room.store, rows -> without(rows, 1));
    Journal restored = Journal.open(older, room.desk.verifyKey());
    assertFault(Fault.OLDER, 2, () -> restored.unlock(room.heron));

    MemberKey other = Room.member("rook");
    other.saw(new Head(1, Bytes.of(new byte[32])));
    assertFault(Fault.FORKED, 1, () -> room.journal.unlock(other));
  }

  @Test
  void a_share_that_the_desk_did_not_make_is_refused() {
    SigningKey stranger = SigningKey.generate(Room.RANDOM);
    room.begin(Room.TODAY, room.heron);
    Journal planted = Journal.open(new MemoryJournalStore(Room.RANDOM), stranger.verifyKey());
    planted.share("lane 0", new byte[32], Room.holders(room.heron), stranger);

    assertThatThrownBy(() -> room.journal.share("lane 0", new byte[32], Room.holders(room.heron), stranger))
        .hasMessage("not the desk's key");
    assertThatThrownBy(() -> room.journal.share("epoch 9", new byte[32], Room.holders(room.heron), room.desk))
        .isInstanceOf(IllegalArgumentException.class);
    room.store.add(List.of(new StoredShare(
        "lane 0", ShareName.holderTag("lane 0", room.heron.device().sealing()),
        watchword.member.SealedShare.seal("lane 0", new byte[32], Room.holders(room.heron), stranger))));
    try (Keyring keyring = room.journal.unlock(room.heron)) {
      assertThatThrownBy(() -> keyring.secret("lane 0")).isInstanceOf(BadShareException.class);
    }
  }

  @Test
  void a_revoked_device_opens_nothing_any_more() {
    room.begin(Room.TODAY, room.heron, room.wren);
    room.append(room.heron, "first");
    room.journal.share("lane 0", new byte[32], Room.holders(room.heron, room.wren), room.desk);

    room.journal.revoke(room.wren.device().sealing());

    assertFault(Fault.LOCKED, 1, () -> room.texts(room.wren, 1).toList());
    try (Keyring wren = room.journal.unlock(room.wren); Keyring heron = room.journal.unlock(room.heron)) {
      assertThat(wren.secret("lane 0")).isEmpty();
      assertThat(heron.secret("lane 0")).isPresent();
    }
    assertThat(room.texts(room.heron, 1)).containsExactly("first");
  }

  @Test
  void signatures_are_those_that_the_jdk_makes() {
    byte[] message = {1, 2, 3};
    byte[] signature = Signatures.sign(room.desk, message);

    assertThat(signature).isEqualTo(room.desk.sign(message));
    assertThat(Signatures.verify(room.desk.verifyKey(), message, signature)).isTrue();
    assertThat(Signatures.verify(room.heron.device().signing(), message, signature)).isFalse();
    assertThat(Signatures.verify(room.desk.verifyKey(), new byte[] {1, 2, 4}, signature)).isFalse();
  }

  private void assertAltered(Fault fault, long sequence, UnaryOperator<List<StoredEntry>> change) {
    AlteredStore altered = new AlteredStore(room.store, change);
    assertFault(fault, sequence, () -> Journal.open(altered, room.desk.verifyKey()));
    try (Keyring keyring = room.journal.unlock(room.heron)) {
      assertFault(fault, sequence, () -> new Chain(altered).read(keyring, 1, 5).toList());
    }
  }

  private static void assertFault(Fault fault, long sequence, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOfSatisfying(BrokenJournalException.class, broken -> {
      assertThat(broken.fault()).isEqualTo(fault);
      assertThat(broken.sequence()).isEqualTo(sequence);
    });
  }

  /// An entry that says `claimed` and is signed by another member who holds the epoch's key.
  private static StoredEntry forged(Head before, StoredEpoch epoch, byte[] key, SigningKey by, MemberKey claimed) {
    StoredEntry honest = EntryForm.write(before, epoch, key, by, Room.draft("forged"));
    byte[] place = EntryForm.place(before.hash(), honest.sequence(), epoch);
    byte[] message = Sealing.open(key, EntryForm.PURPOSE, place, honest.sealed()).orElseThrow();
    System.arraycopy(claimed.device().signing().raw().toArray(), 0, message, 1, 32);
    byte[] sealed = Sealing.seal(key, EntryForm.PURPOSE, place, message);
    return new StoredEntry(honest.sequence(), epoch.number(), sealed, EntryForm.chainHash(place, sealed));
  }

  private static List<StoredEntry> without(List<StoredEntry> rows, int index) {
    List<StoredEntry> changed = new ArrayList<>(rows);
    changed.remove(index);
    return changed;
  }

  private static List<StoredEntry> with(List<StoredEntry> rows, int index, StoredEntry row) {
    List<StoredEntry> changed = new ArrayList<>(rows);
    changed.set(index, row);
    return changed;
  }

  private static StoredEntry sealed(StoredEntry row, byte[] sealed) {
    return new StoredEntry(row.sequence(), row.epoch(), sealed, row.hash());
  }

  private static StoredEntry moved(StoredEntry row, long sequence) {
    return new StoredEntry(sequence, row.epoch(), row.sealed(), row.hash());
  }

  private static byte[] flipped(byte[] bytes, int index) {
    byte[] changed = Arrays.copyOf(bytes, bytes.length);
    changed[index] ^= 1;
    return changed;
  }
}
