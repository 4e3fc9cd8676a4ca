package watchword.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import watchword.gate.Inbox.Item;
import watchword.seal.Epoch;
import watchword.seal.SealedReport;
import watchword.seal.Term;

/// What every inbox promises.
abstract class InboxContract {
  static final Term TODAY = Term.day(new Epoch(20_779));
  static final Term TOMORROW = Term.day(new Epoch(20_780));
  static final Term COURIER = Term.courier(new Epoch(20_779));

  abstract Inbox inbox() throws IOException;

  static SealedReport.Outer file(int lane, int fill) {
    return new SealedReport.Outer(lane, new byte[] {(byte) fill, 1, 2, 3});
  }

  static Item item(int lane, int fill) {
    return new Item(lane, Hashes.sha256(file(lane, fill).inner()));
  }

  static boolean take(Inbox inbox, Term term, SealedReport.Outer outer) throws IOException {
    try (Inbox.Batch batch = inbox.begin()) {
      boolean added = batch.add(term, outer);
      batch.commit();
      return added;
    }
  }

  @Test
  void a_committed_file_waits_for_its_lane_alone() throws IOException {
    Inbox inbox = inbox();
    take(inbox, TODAY, file(3, 7));
    assertThat(inbox.list(3)).containsExactly(item(3, 7));
    assertThat(inbox.list(0)).isEmpty();
    assertThat(inbox.read(item(3, 7))).isEqualTo(file(3, 7).inner());
  }

  @Test
  void a_file_is_not_listed_before_its_batch_is_committed() throws IOException {
    Inbox inbox = inbox();
    try (Inbox.Batch batch = inbox.begin()) {
      batch.add(TODAY, file(0, 1));
      assertThat(inbox.list(0)).isEmpty();
      batch.commit();
      assertThat(inbox.list(0)).hasSize(1);
    }
  }

  @Test
  void a_batch_that_is_dropped_can_be_taken_again() throws IOException {
    Inbox inbox = inbox();
    try (Inbox.Batch batch = inbox.begin()) {
      assertThat(batch.add(TODAY, file(0, 1))).isTrue();
    }
    assertThat(inbox.list(0)).isEmpty();
    assertThat(take(inbox, TODAY, file(0, 1))).isTrue();
    assertThat(inbox.list(0)).containsExactly(item(0, 1));
  }

  @Test
  void a_file_is_taken_once_within_a_batch_between_batches_and_after_it_was_removed() throws IOException {
    Inbox inbox = inbox();
    try (Inbox.Batch batch = inbox.begin()) {
      assertThat(batch.add(TODAY, file(0, 1))).isTrue();
      assertThat(batch.add(TODAY, file(0, 1))).isFalse();
      batch.commit();
    }
    assertThat(take(inbox, TODAY, file(0, 1))).isFalse();
    inbox.remove(item(0, 1));
    assertThat(take(inbox, TODAY, file(0, 1))).isFalse();
    assertThat(inbox.list(0)).isEmpty();
  }

  @Test
  void the_same_file_to_another_lane_or_by_another_day_is_a_replay() throws IOException {
    Inbox inbox = inbox();
    take(inbox, TODAY, file(0, 1));
    assertThat(take(inbox, TODAY, file(5, 1))).isFalse();
    assertThat(take(inbox, TOMORROW, file(0, 1))).isFalse();
  }

  @Test
  void hashes_of_days_whose_keys_are_destroyed_are_forgotten_and_others_stay() throws IOException {
    Inbox inbox = inbox();
    take(inbox, TODAY, file(0, 1));
    take(inbox, TOMORROW, file(0, 2));
    take(inbox, COURIER, file(0, 3));
    inbox.keepOnly(List.of(TOMORROW, COURIER));
    assertThat(take(inbox, TOMORROW, file(0, 2))).isFalse();
    assertThat(take(inbox, COURIER, file(0, 3))).isFalse();
    assertThat(take(inbox, TODAY, file(0, 1))).isTrue();
  }

  @Test
  void what_nobody_opened_before_its_keys_were_destroyed_is_dropped_and_counted() throws IOException {
    Inbox inbox = inbox();
    take(inbox, TODAY, file(0, 1));
    take(inbox, TODAY, file(3, 2));
    take(inbox, TODAY, file(0, 4));
    take(inbox, TOMORROW, file(0, 3));
    inbox.remove(item(0, 4));
    inbox.keepOnly(List.of(TODAY, TOMORROW));
    assertThat(inbox.late()).isZero();
    inbox.keepOnly(List.of(TOMORROW));
    assertThat(inbox.late()).as("what was opened in time is not late").isEqualTo(2);
    assertThat(inbox.list(0)).containsExactly(item(0, 3));
    assertThat(inbox.list(3)).isEmpty();
    inbox.keepOnly(List.of());
    assertThat(inbox.late()).as("all that ever was").isEqualTo(3);
  }

  @Test
  void files_are_listed_in_the_order_of_their_hashes_whatever_the_order_they_came_in() throws IOException {
    Inbox inbox = inbox();
    for (int fill = 0; fill < 20; fill++) {
      take(inbox, TODAY, file(0, fill));
    }
    assertThat(inbox.list(0)).hasSize(20).isSortedAccordingTo((a, b) -> a.sha256().toString().compareTo(b.sha256().toString()));
  }

  @Test
  void removing_twice_does_no_harm_and_a_removed_file_cannot_be_read() throws IOException {
    Inbox inbox = inbox();
    take(inbox, TODAY, file(0, 1));
    inbox.remove(item(0, 1));
    inbox.remove(item(0, 1));
    assertThatThrownBy(() -> inbox.read(item(0, 1))).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void there_is_one_batch_at_a_time() throws IOException {
    Inbox inbox = inbox();
    try (Inbox.Batch _ = inbox.begin()) {
      assertThatThrownBy(inbox::begin).isInstanceOf(IllegalStateException.class);
    }
    take(inbox, TODAY, file(0, 1));
    assertThat(inbox.list(0)).hasSize(1);
  }
}
