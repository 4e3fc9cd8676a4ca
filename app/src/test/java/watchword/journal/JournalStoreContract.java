package watchword.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchword.seal.Bytes;
import watchword.seal.Epoch;

/// What every store of a journal does.
abstract class JournalStoreContract {
  static final Bytes HASH = Bytes.of(new byte[32]);
  private static final Bytes ONE = Bytes.ofHex("01".repeat(16));
  private static final Bytes TWO = Bytes.ofHex("02".repeat(16));

  private JournalStore store;

  abstract JournalStore open();

  @BeforeEach
  void openStore() {
    store = open();
    store.begin(new StoredEpoch(1, new Epoch(10), 1), List.of(share("epoch 1", ONE), share("epoch 1", TWO)));
    store.append(List.of(entry(1, 1), entry(2, 1)));
    store.begin(new StoredEpoch(2, new Epoch(11), 3), List.of(share("epoch 2", ONE)));
    store.append(List.of(entry(3, 2)));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void entries_come_back_in_order_from_any_place() {
    assertThat(store.entries(2, 10)).extracting(StoredEntry::sequence).containsExactly(2L, 3L);
    assertThat(store.entries(1, 2)).extracting(StoredEntry::sequence).containsExactly(1L, 2L);
    assertThat(store.entries(4, 10)).isEmpty();
    assertThat(store.last().orElseThrow().epoch()).isEqualTo(2);
    assertThat(store.entries(1, 1).getFirst().sealed()).containsExactly(1, 2, 3);
    assertThat(store.entries(1, 1).getFirst().hash()).isEqualTo(HASH);
  }

  @Test
  void the_mark_stays() {
    assertThat(store.mark().length()).isEqualTo(32);
    assertThat(store.mark()).isEqualTo(store.mark());
  }

  @Test
  void epochs_come_back_in_order() {
    assertThat(store.epochs())
        .containsExactly(new StoredEpoch(1, new Epoch(10), 1), new StoredEpoch(2, new Epoch(11), 3));
  }

  @Test
  void a_share_is_found_by_name_and_holder() {
    assertThat(store.share("epoch 1", TWO)).isPresent();
    assertThat(store.share("epoch 2", TWO)).isEmpty();
    assertThat(store.share("epoch 3", ONE)).isEmpty();
  }

  @Test
  void a_share_of_the_same_name_and_holder_is_replaced() {
    store.add(List.of(new StoredShare("epoch 1", ONE, new byte[] {9})));

    assertThat(store.share("epoch 1", ONE).orElseThrow()).containsExactly(9);
  }

  @Test
  void shares_are_dropped_by_name_or_by_holder() {
    store.drop("epoch 1");
    assertThat(store.share("epoch 1", ONE)).isEmpty();
    assertThat(store.share("epoch 1", TWO)).isEmpty();

    store.add(List.of(share("epoch 2", TWO)));
    store.dropHolder(name -> name.equals("epoch 2") ? ONE : TWO);
    assertThat(store.share("epoch 2", ONE)).isEmpty();
    assertThat(store.share("epoch 2", TWO)).isPresent();
  }

  @Test
  void bases_come_back_furthest_first() {
    store.add(base("base a", 1), List.of());
    store.add(base("base b", 2), List.of(share("base b", ONE)));

    assertThat(store.bases()).extracting(StoredBase::name).containsExactly("base b", "base a");
    assertThat(store.share("base b", ONE)).isPresent();
  }

  @Test
  void a_cut_leaves_the_checkpoint_and_what_is_younger() {
    store.add(base("base a", 1), List.of(share("base a", ONE)));
    store.add(base("base b", 2), List.of(share("base b", TWO)));

    store.cut(2, base("base c", 2), List.of(share("base c", ONE)));

    assertThat(store.entries(1, 10)).extracting(StoredEntry::sequence).containsExactly(3L);
    assertThat(store.epochs()).extracting(StoredEpoch::number).containsExactly(2);
    assertThat(store.share("epoch 1", ONE)).isEmpty();
    assertThat(store.share("epoch 2", ONE)).isPresent();
    assertThat(store.bases()).extracting(StoredBase::name).containsExactlyInAnyOrder("base b", "base c");
    assertThat(store.share("base a", ONE)).isEmpty();
    assertThat(store.share("base c", ONE)).isPresent();
  }

  static StoredEntry entry(long sequence, int epoch) {
    return new StoredEntry(sequence, epoch, new byte[] {1, 2, 3}, HASH);
  }

  private static StoredBase base(String name, long through) {
    return new StoredBase(name, through, HASH, new byte[] {4});
  }

  /// Something that is written.
  interface Rows {
    void into(JournalStore store);
  }

  /// One of each method that writes.
  static List<Rows> everyWrite() {
    return List.of(
        store -> store.append(List.of(entry(1, 1))),
        store -> store.begin(new StoredEpoch(2, Room.TODAY, 1), List.of()),
        store -> store.add(base("base a", 1), List.of()),
        store -> store.add(List.of(share("lane", ONE))),
        store -> store.drop("lane"),
        store -> store.dropHolder(_ -> ONE),
        store -> store.cut(1, base("base b", 0), List.of()));
  }

  private static StoredShare share(String name, Bytes holder) {
    return new StoredShare(name, holder, new byte[] {5, 6});
  }
}
