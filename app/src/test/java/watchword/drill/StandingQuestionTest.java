package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.assessment.Scores;
import watchword.core.assessment.Watch;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.corroboration.SourceRecords;
import watchword.core.decision.Policy;
import watchword.core.kind.Language;
import watchword.core.report.Channel;
import watchword.core.report.ReportId;
import watchword.desk.Desk;
import watchword.desk.Inquiry;
import watchword.desk.MemoryBodies;
import watchword.desk.MemoryLedger;
import watchword.desk.Models;
import watchword.desk.QuestionStep;

/// Whether anybody crosses the border tonight: what a drill's two people make of it, and what comes.
@Tag("slow")
class StandingQuestionTest {

  private static final Duration ROUND = Duration.ofMinutes(10);
  private static final Duration UNTIL_AFTER_MIDNIGHT = Duration.ofHours(9).plus(ROUND);

  /// An evening at a desk without the doors: reports come as they were sent.
  private static final class Evening {

    final World world;
    final Desk desk;
    private final Optional<StandingQuestion> standing;
    private int ids;

    Evening(long seed, boolean asks) {
      world = World.seeded(seed, WorldSize.USUAL);
      desk = new Desk(new MemoryLedger(), new MemoryBodies(), new Desk.Setup(
          Models.standard(Policy.DEFAULT), Policy.DEFAULT, world.gazetteer(), ZoneOffset.UTC, () -> new BulletinId("b" + ids++)));
      world.sendings().stream().map(Sending::report).filter(report -> report.channel() == Channel.OBSERVER).map(report -> report.source()).distinct()
          .forEach(source -> desk.enrol("anna", source, new SourceRecords.Tally(11, 1), world.start()));
      standing = asks ? Optional.of(new StandingQuestion(desk, Drill.MEMBERS, TrueBorder.of(world), world.start(), world.end())) : Optional.empty();
    }

    Evening play() {
      SplittableRandom dice = new SplittableRandom(world.seed());
      Checks checks = new Checks(world);
      Editor editor = new Editor(desk, Drill.MEMBERS, reports -> checks.check(reports, dice));
      int next = 0;
      Instant end = world.start().plus(UNTIL_AFTER_MIDNIGHT);
      for (Instant now = world.start(); !now.isAfter(end); now = now.plus(ROUND)) {
        while (next < world.sendings().size() && !world.sendings().get(next).at().isAfter(now)) {
          desk.receive(world.sendings().get(next++).report(), "", Desk.DESK, now);
        }
        editor.work(now);
        Instant round = now;
        standing.ifPresent(question -> question.work(round));
        desk.tick(now);
      }
      return this;
    }

    StandingQuestion standing() {
      return standing.orElseThrow();
    }

    Inquiry inquiry() {
      return desk.questions().find("anna", Border.QUESTION, world.end()).orElseThrow();
    }

    List<Judgement> judgements() {
      return inquiry().known().judgements().all();
    }

    List<Notice> told(boolean judged) {
      return desk.publications().stream().map(entry -> entry.bulletin().notice()).filter(notice -> (notice.status() == Status.JUDGED) == judged).toList();
    }

    /// From quiet to a warning, and from that to an all-clear, in the words of likelihood.
    boolean moved() {
      List<Likelihood> words = judgements().stream().map(one -> Likelihood.of(one.probabilities().getFirst())).toList();
      Likelihood highest = words.stream().max(Likelihood::compareTo).orElseThrow();
      return highest.compareTo(words.getFirst()) > 0 && words.getLast().compareTo(highest) < 0;
    }

    Score score() {
      Set<ReportId> all = world.sendings().stream().map(sending -> sending.report().id()).collect(Collectors.toSet());
      return Score.of(world, desk, world.end(), new Score.Counts(all.size(), all, 0, UnaryOperator.identity(), standing().score()));
    }
  }

  /// Eight of these ten, as this was written: in seeds 4 and 8 too little comes near the border, and the first judgement stands till midnight.
  @Test
  void in_most_evenings_a_judgement_goes_from_quiet_to_a_warning_to_an_all_clear() {
    List<Long> still = new ArrayList<>();
    for (long seed = 1; seed <= 10; seed++) {
      Evening evening = new Evening(seed, true).play();
      if (!evening.moved()) {
        still.add(seed);
      }
      assertThat(evening.told(true)).as("each judgement of seed %d went out: none repeats a report or breaks the lint", seed).hasSameSizeAs(evening.judgements());
      Score score = evening.score();
      assertThat(score.plantedPublished()).as("planted and published in seed %d", seed).isZero();
      assertThat(score.question().told()).isEqualTo(evening.judgements().size());
    }
    assertThat(still).as("evenings of ten in which nothing moved").hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void the_evening_of_the_demo_tells_a_judgement_and_its_updates_in_one_thread_and_in_every_language() {
    List<Notice> told = new Evening(1, true).play().told(true);
    assertThat(told).hasSizeGreaterThanOrEqualTo(2);
    assertThat(told).extracting(Notice::thread).containsOnly(told.getFirst().thread());
    assertThat(told).extracting(Notice::version).isEqualTo(IntStream.rangeClosed(1, told.size()).boxed().toList());
    assertThat(told).allSatisfy(notice -> assertThat(((Subject.Judged) notice.subject()).sentence()).containsOnlyKeys(Language.values()));
  }

  /// But for its own thread the public reads what it would have read without it.
  @Test
  void nothing_of_the_evening_is_published_because_of_the_question() {
    assertThat(happenings(new Evening(1, true).play())).isNotEmpty().isEqualTo(happenings(new Evening(1, false).play()));
  }

  private static List<List<Object>> happenings(Evening evening) {
    return evening.told(false).stream().map(notice -> List.<Object>of(notice.status(), notice.subject(), notice.window(), notice.published(), notice.version())).toList();
  }

  @Test
  void what_came_is_what_the_world_knows_whatever_the_desk_thought() {
    Question question = new Evening(1, true).inquiry().known().question();
    Instant evening = World.START.plus(Duration.ofHours(2));
    assertThat(outcome(question)).isEqualTo(new Outcome.Came(Question.NONE, question.closes(), "the last day ended and nobody had crossed"));
    assertThat(outcome(question, crossing("border-crossing", evening))).isEqualTo(new Outcome.Came(Border.CROSSED, LocalDate.of(2026, 3, 9), "armed units crossed"));
    assertThat(outcome(question, crossing("border-crossing", evening.plus(Duration.ofDays(1))))).as("after its last day").isEqualTo(outcome(question));
    assertThat(outcome(question, crossing("troops-at-border", evening))).as("nobody crossed").isEqualTo(outcome(question));
  }

  private static Outcome outcome(Question question, Happening... happenings) {
    return new TrueBorder(List.of(happenings), List.of(), Dice.of(1, "border")).outcome(question);
  }

  private static Happening crossing(String kind, Instant begins) {
    World world = World.seeded(1, WorldSize.USUAL);
    Happening like = world.happenings().getFirst();
    return new Happening(like.id(), world.kinds().get(kind), begins, begins.plusSeconds(600), like.course(), like.site(), 9);
  }

  @Test
  void a_question_is_scored_when_it_has_ended_and_not_before() {
    Evening evening = new Evening(3, true);
    assertThatThrownBy(() -> evening.standing().score()).isInstanceOf(IllegalStateException.class).hasMessageContaining("not ended");
    evening.standing().work(evening.world.start());
    Instant midnight = evening.inquiry().known().end();
    evening.standing().work(midnight);
    double base = BaseRate.of(70, 24, 1 / 30.44);
    double judged = evening.judgements().getFirst().probabilities().getFirst();
    QuestionScore score = evening.standing().score();
    assertThat(score.base()).isEqualTo(Scores.brier(base, false));
    assertThat(score.judged()).as("one judgement stood all evening").isEqualTo(judged * judged, within(1e-12));
    assertThat(score.told()).as("nobody ticked").isZero();
  }

  /// In a demo that is watched, whoever sits at the console may do so.
  @Test
  void a_question_that_somebody_else_ends_stops_nobody_s_work_and_is_not_scored() {
    Evening evening = new Evening(3, true);
    evening.standing().work(evening.world.start());
    Outcome annulled = new Outcome.Annulled(LocalDate.of(2026, 3, 9), "a visitor says so");
    assertThat(evening.desk.questions().act("carla", Border.QUESTION, new QuestionStep.Ended(annulled), evening.world.start())).isEmpty();
    evening.standing().work(evening.world.start().plus(Duration.ofHours(1)));
    evening.standing().work(evening.inquiry().known().end());
    assertThat(evening.inquiry().known().question().outcomes()).as("the last one holds").hasSize(2);
    assertThatThrownBy(() -> evening.standing().score()).isInstanceOf(IllegalStateException.class).hasMessageContaining("refused");
  }

  @Test
  void a_call_to_the_border_is_no_look_while_something_stands_there() {
    Instant now = World.START.plus(Duration.ofHours(1));
    Happening there = new Happening(new HappeningId("H1"), World.seeded(1, WorldSize.USUAL).kinds().get("troops-at-border"), now.minusSeconds(60), now.plusSeconds(60),
        new Course.Stays(new Point(51.4, -33.3)), World.seeded(1, WorldSize.USUAL).happenings().getFirst().site(), 90);
    Watch watch = BorderSigns.of("troops").watch().orElseThrow();
    assertThat(nothingSeen(new TrueBorder(List.of(there), List.of(), Dice.of(1, "border")), watch, now)).as("looked in the wrong place").isBetween(1, 80);
    assertThat(nothingSeen(new TrueBorder(List.of(there), List.of(), Dice.of(1, "border")), watch, now.plusSeconds(600))).as("whoever was reached").isBetween(750, 850);
  }

  private static int nothingSeen(TrueBorder border, Watch watch, Instant now) {
    int nothing = 0;
    for (int i = 0; i < 1_000; i++) {
      nothing += border.seesNothing(watch, now) ? 1 : 0;
    }
    return nothing;
  }
}
