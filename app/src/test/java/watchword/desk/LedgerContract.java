package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Verdict;
import watchword.core.report.Reader;
import watchword.core.report.Report;
import watchword.core.report.ReportId;

/// What every ledger promises.
abstract class LedgerContract {

  static final String MEMBER = "heron";
  private static final Instant NOW = Instant.parse("2026-03-09T15:20:00Z");

  private Ledger ledger = new MemoryLedger();

  /// A new one, in which nothing was written and `MEMBER` may write.
  abstract Ledger open() throws Exception;

  /// The same one after a stop and a start, where it outlives one.
  abstract Ledger again(Ledger before) throws Exception;

  abstract void shut() throws Exception;

  @BeforeEach
  void openLedger() throws Exception {
    ledger = open();
  }

  @AfterEach
  void shutLedger() throws Exception {
    shut();
  }

  @Test
  void a_new_ledger_has_nothing_to_tell() {
    assertThat(entries()).isEmpty();
  }

  @Test
  void entries_come_back_whole_and_in_order_as_often_as_they_are_asked_for() {
    List<Entry> written = write();
    assertThat(entries()).usingRecursiveComparison().isEqualTo(written);
    assertThat(entries()).usingRecursiveComparison().isEqualTo(written);
  }

  @Test
  void what_is_appended_after_a_replay_comes_after_what_was_replayed() {
    List<Entry> written = new ArrayList<>(write());
    assertThat(entries()).hasSameSizeAs(written);
    Entry last = new Entry.Shown(NOW, MEMBER, new ReportId("%064d".formatted(7)));
    ledger.append(MEMBER, last);
    written.add(last);
    assertThat(entries()).usingRecursiveComparison().isEqualTo(written);
  }

  @Test
  void entries_outlive_a_stop_and_a_start() throws Exception {
    List<Entry> written = write();
    ledger = again(ledger);
    assertThat(entries()).usingRecursiveComparison().isEqualTo(written);
  }

  @Test
  void whoever_has_been_there_from_the_first_entry_on_is_kept_from_nothing() {
    write();
    assertThat(ledger.sight(MEMBER)).isEqualTo(Optional.empty());
  }

  /// One of each author: the desk's arrivals, a member's acts.
  private List<Entry> write() {
    Reader reader = new Reader(RandomDesk.WORLD.gazetteer(), ZoneOffset.UTC);
    List<ReportId> ids = new ArrayList<>();
    List<Entry> written = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Report report = RandomDesk.WORLD.sendings().get(i).report();
      ids.add(report.id());
      Entry arrived = new Entry.Arrived(Precision.hour(NOW), reader.read(report, NOW), "");
      ledger.append(Desk.DESK, arrived);
      written.add(arrived);
    }
    List<Entry> acts = List.of(
        new Entry.Found(new Finding(MEMBER, Finding.Method.CALL, Finding.Outcome.FOUND, NOW, ids)),
        new Entry.Judged(new Verdict(MEMBER, Verdict.Truth.CONFIRMED, NOW, ids)),
        new Entry.JoinedSeries(NOW, MEMBER, ids.subList(0, 1), ids.subList(1, 3)),
        new Entry.LeftSeries(NOW, MEMBER, ids),
        new Entry.Wished(NOW, MEMBER, ids, Status.CONFIRMED, ""));
    for (Entry act : acts) {
      ledger.append(MEMBER, act);
      written.add(act);
    }
    return written;
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    ledger.replay(entries::add);
    return entries;
  }
}
