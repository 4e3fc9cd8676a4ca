package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.core.bulletin.Status.CONFIRMED;
import static watchword.core.bulletin.Status.NOT_CONFIRMED;
import static watchword.core.bulletin.Status.NO_SIGN;
import static watchword.core.bulletin.Status.REFUTED;
import static watchword.core.bulletin.Status.RETRACTED;
import static watchword.core.bulletin.Status.UNCONFIRMED;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchword.core.bulletin.Basis;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.Status;
import watchword.core.kind.Language;

/// Threads, what counts as a correction, and how long a bulletin is shown.
class HistoryTest {

  @Test
  void taking_back_and_turning_round_are_corrections_learning_more_is_not() {
    assertThat(Correction.corrects(CONFIRMED, UNCONFIRMED)).isTrue();
    assertThat(Correction.corrects(CONFIRMED, REFUTED)).isTrue();
    assertThat(Correction.corrects(UNCONFIRMED, NOT_CONFIRMED)).isTrue();
    assertThat(Correction.corrects(NO_SIGN, CONFIRMED)).isTrue();
    assertThat(Correction.corrects(REFUTED, UNCONFIRMED)).isTrue();
    assertThat(Correction.corrects(RETRACTED, CONFIRMED)).isTrue();
    assertThat(Correction.corrects(UNCONFIRMED, CONFIRMED)).isFalse();
    assertThat(Correction.corrects(NOT_CONFIRMED, CONFIRMED)).isFalse();
    assertThat(Correction.corrects(NOT_CONFIRMED, REFUTED)).isFalse();
    assertThat(Correction.corrects(CONFIRMED, CONFIRMED)).isFalse();
  }

  @Test
  void a_retraction_of_anything_is_a_correction() {
    for (Status before : Status.values()) {
      assertThat(Correction.corrects(before, RETRACTED)).as("%s", before).isEqualTo(before != RETRACTED);
    }
  }

  @Test
  void a_thread_that_begins_with_an_update_or_skips_a_version_is_refused() {
    List<Bulletin> all = Lorne.night().board().bulletins();
    List<Bulletin> column = all.stream().filter(bulletin -> bulletin.notice().thread().value().equals("column")).toList();
    assertThatThrownBy(() -> History.of(column.subList(1, 2))).hasMessageContaining("not an alert followed by versions");
    assertThat(History.of(column)).hasSize(1);
  }

  @Test
  void a_thread_whose_id_could_leave_its_folder_is_refused() {
    Lorne lorne = new Lorne(Language.EN).tell("../x", CONFIRMED, "fire", Optional.empty(), 5, 60, Basis.CHECKED_TWICE, "");
    assertThatThrownBy(() -> History.of(lorne.board().bulletins())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void now_holds_what_is_in_force_and_what_was_taken_back_within_a_day() {
    Lorne lorne = new Lorne(Language.EN)
        .tell("current", CONFIRMED, "fire", Optional.empty(), 3000, 4000, Basis.CHECKED_TWICE, "")
        .tell("expired", UNCONFIRMED, "fire", Optional.empty(), 31, 30, Basis.UNPROVEN_ACCOUNTS, "")
        .tell("ends-now", UNCONFIRMED, "fire", Optional.empty(), 30, 30, Basis.UNPROVEN_ACCOUNTS, "")
        .tell("withdrawn", CONFIRMED, "fire", Optional.empty(), 3000, 60, Basis.CHECKED_TWICE, "")
        .cancel("withdrawn", 23 * 60, "")
        .tell("long-ago", CONFIRMED, "fire", Optional.empty(), 9000, 60, Basis.CHECKED_TWICE, "")
        .cancel("long-ago", 25 * 60, "");
    assertThat(shown(lorne, Reach.NOW)).containsExactly("withdrawn", "current");
    assertThat(shown(lorne, Reach.HOUR)).containsExactly("ends-now", "expired");
    assertThat(shown(lorne, Reach.DAY)).containsExactly("ends-now", "expired", "withdrawn");
    assertThat(shown(lorne, Reach.WEEK)).containsExactly("ends-now", "expired", "withdrawn", "long-ago", "current");
  }

  private static List<String> shown(Lorne lorne, Reach reach) {
    return History.of(lorne.board().bulletins()).stream().filter(history -> reach.holds(history, Lorne.NOW)).map(History::thread).toList();
  }
}
