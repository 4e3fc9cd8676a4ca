package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Corroboration;
import watchword.core.decision.Decider;
import watchword.core.decision.Decision;
import watchword.core.decision.Policy;
import watchword.core.decision.Wish;
import watchword.core.incident.Incident;
import watchword.core.report.ReportId;
import watchword.desk.Desk;
import watchword.desk.MemoryBodies;
import watchword.desk.MemoryLedger;
import watchword.desk.Models;

/// The scorer's figures on desks that do what no desk should: the zeros of a good evening say nothing if these are zero.
class ScoreTest {

  private static final World WORLD = World.seeded(1, new WorldSize(120, 30, 3));
  private static final Instant NOW = WORLD.end().plus(Duration.ofHours(1));
  private static final Set<ReportId> ALL = ids(_ -> true);

  /// Lets everything out that a member wants out.
  private static final Decider CARELESS = new Decider() {
    @Override
    public Decision decide(Incident incident, Corroboration corroboration, Wish wish, Instant asOf) {
      return new Decision.Publish(wish.status(), Duration.ofHours(12), true, false);
    }

    @Override
    public Optional<Decision.Withdraw> review(Corroboration corroboration, Status published) {
      return Optional.empty();
    }
  };

  private int bulletins;

  @Test
  void a_desk_that_opens_everything_and_publishes_nothing_holds_and_tells_nobody() {
    Score score = score(desk(_ -> true), ALL, 0);
    assertThat(score.opened()).isEqualTo(WORLD.sendings().size());
    assertThat(score.lost()).isZero();
    assertThat(score.published()).isZero();
    assertThat(score.truePublished()).isZero();
    long toldByThree = WORLD.happenings().stream().filter(one -> WORLD.witnesses(one.id()) >= 3).count();
    assertThat(score.trueIncidents()).isEqualTo((int) toldByThree).isPositive();
    assertThat(score.holds()).isTrue();
  }

  @Test
  void an_acknowledged_report_that_was_never_opened_is_lost() {
    Score score = score(desk(sending -> !sending.equals(WORLD.sendings().get(5))), ALL, 0);
    assertThat(score.lost()).isEqualTo(1);
    assertThat(score.holds()).isFalse();
  }

  @Test
  void what_was_opened_without_an_answer_makes_up_for_nothing_lost() {
    Set<ReportId> acknowledged = new HashSet<>(ALL);
    acknowledged.remove(WORLD.sendings().get(9).report().id());
    Score score = score(desk(sending -> !sending.equals(WORLD.sendings().get(5))), acknowledged, 0);
    assertThat(score.acknowledged()).isEqualTo(score.opened());
    assertThat(score.lost()).isEqualTo(1);
  }

  @Test
  void an_incident_of_planted_reports_that_went_out_counts_once_however_often_it_was_renewed() {
    Desk desk = desk(ScoreTest::planted);
    largest(desk, Status.UNCONFIRMED);
    largest(desk, Status.CONFIRMED);
    Score score = score(desk, ids(ScoreTest::planted), 0);
    assertThat(score.published()).isEqualTo(1);
    assertThat(score.plantedPublished()).isEqualTo(1);
    assertThat(score.truePublished()).isZero();
    assertThat(score.holds()).isFalse();
  }

  @Test
  void saying_of_a_planted_alarm_that_nothing_confirms_it_publishes_nothing_planted() {
    Desk desk = desk(ScoreTest::planted);
    largest(desk, Status.NOT_CONFIRMED);
    Score score = score(desk, ids(ScoreTest::planted), 0);
    assertThat(score.published()).isZero();
    assertThat(score.plantedPublished()).isZero();
    assertThat(score.holds()).isTrue();
  }

  @Test
  void a_true_incident_that_went_out_is_one_of_those_with_three_independent_reports() {
    Desk desk = desk(sending -> sending.truth() instanceof Truth.Of);
    largest(desk, Status.UNCONFIRMED);
    Score score = score(desk, ids(sending -> sending.truth() instanceof Truth.Of), 0);
    assertThat(score.published()).isEqualTo(1);
    assertThat(score.truePublished()).isEqualTo(1);
    assertThat(score.plantedPublished()).isZero();
    assertThat(score.medianMinutesToPublish()).isPositive();
  }

  @Test
  void one_marker_word_in_public_fails_the_evening() {
    assertThat(score(desk(_ -> true), ALL, 1).holds()).isFalse();
  }

  private static boolean planted(Sending sending) {
    return sending.truth() instanceof Truth.Planted;
  }

  private Desk desk(Predicate<Sending> which) {
    Models standard = Models.standard(Policy.DEFAULT);
    Desk desk = new Desk(new MemoryLedger(), new MemoryBodies(), new Desk.Setup(
        new Models(standard.merger(), standard.weigher(), CARELESS), Policy.DEFAULT, WORLD.gazetteer(), ZoneOffset.UTC,
        () -> new BulletinId("b" + bulletins++)));
    WORLD.sendings().stream().filter(which)
        .forEach(sending -> desk.receive(sending.report(), "", Desk.DESK, sending.at()));
    return desk;
  }

  private static void largest(Desk desk, Status status) {
    desk.queue(NOW).stream().map(one -> one.incident()).max(Comparator.comparingInt(one -> one.reports().size()))
        .ifPresent(incident -> desk.publish("anna", incident.id(), status, "", NOW));
  }

  private static Score score(Desk desk, Set<ReportId> acknowledged, int leaks) {
    int sent = WORLD.sendings().size();
    return Score.of(WORLD, desk, NOW, new Score.Counts(sent, acknowledged, leaks, UnaryOperator.identity(), new QuestionScore(.01, .02, .03, 4)));
  }

  private static Set<ReportId> ids(Predicate<Sending> which) {
    return Set.copyOf(WORLD.sendings().stream().filter(which).map(sending -> sending.report().id()).toList());
  }
}
