package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchword.core.corroboration.Evidence;
import watchword.core.corroboration.Experience;
import watchword.core.corroboration.LogOddsWeigher;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.corroboration.Verdict;
import watchword.core.corroboration.Verdict.Truth;
import watchword.core.incident.Incident;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.text.Words;
import watchword.core.time.Span;

/// What a desk learns, entry by entry.
class LearntTest {

  private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");

  private final Casebook casebook = new Casebook();
  private final Learnt learnt = new Learnt(casebook);
  private int reports;

  @Test
  void learning_entry_by_entry_is_learning_all_anew() {
    for (long seed = 1; seed <= 4; seed++) {
      RandomDesk desk = new RandomDesk(seed);
      for (int i = 0; i < 150; i++) {
        desk.act();
      }
      Casebook replayed = new Casebook();
      Learnt live = new Learnt(replayed);
      List<Reading> heard = new ArrayList<>();
      for (Entry entry : desk.entries()) {
        replayed.apply(entry);
        live.follow(entry);
        if (entry instanceof Entry.Arrived arrived) {
          heard.add(arrived.reading());
        }
        if (entry instanceof Entry.Judged || entry instanceof Entry.Closed) {
          List<Reading> last = List.of(heard.getLast());
          assertThat(probability(live.experience(), last)).isEqualTo(probability(new Learnt(replayed).experience(), last));
        }
      }
    }
  }

  @Test
  void an_incident_closed_without_a_verdict_teaches_a_little_of_who_spoke() {
    apply(new Entry.Enrolled(NOON, new SourceKey("north"), new Tally(12, 1)));
    apply(new Entry.Enrolled(NOON, new SourceKey("south"), new Tally(12, 1)));
    double before = probability(learnt.experience(), List.of(arrive("new", 3)));
    for (int i = 0; i < 10; i++) {
      apply(new Entry.Closed(NOON.plus(Duration.ofHours(i)), Optional.of("wren"), ids(arrive("north", 0), arrive("south", 1), arrive("new", 3))));
    }
    assertThat(probability(learnt.experience(), List.of(arrive("new", 3)))).isGreaterThan(before);
  }

  @Test
  void a_verdict_on_what_was_closed_without_one_leaves_no_trace_of_the_closing() {
    List<ReportId> closed = ids(arrive("north", 0), arrive("south", 1));
    Entry verdict = new Entry.Judged(new Verdict("wren", Truth.REFUTED, NOON.plus(Duration.ofDays(2)), closed));
    apply(new Entry.Closed(NOON.plus(Duration.ofDays(1)), Optional.empty(), closed));
    learnt.experience();
    apply(verdict);
    Casebook without = new Casebook();
    casebook.arrivals().forEach(arrival -> without.apply(new Entry.Arrived(arrival.at(), arrival.reading(), "")));
    without.apply(verdict);
    List<Reading> next = List.of(arrive("north", 5));
    assertThat(probability(learnt.experience(), next)).isEqualTo(probability(new Learnt(without).experience(), next));
  }

  private void apply(Entry entry) {
    casebook.apply(entry);
    learnt.follow(entry);
  }

  private Reading arrive(String source, int minute) {
    Reading of = RandomDesk.reading(0);
    Reading reading = new Reading(new ReportId("r%04d".formatted(reports++)), Channel.PUBLIC, new SourceKey(source), of.kind(), of.stance(), of.places(),
        new Span(NOON.plusSeconds(60L * minute), NOON.plusSeconds(60L * minute)), Words.NONE, List.of(), false, List.of(), List.of());
    apply(new Entry.Arrived(NOON, reading, ""));
    return reading;
  }

  private static List<ReportId> ids(Reading... readings) {
    return List.of(readings).stream().map(Reading::id).toList();
  }

  private static double probability(Experience experience, List<Reading> readings) {
    return new LogOddsWeigher().weigh(Incident.of(readings), new Evidence(experience, List.of()), NOON.plus(Duration.ofDays(3))).probability();
  }
}
