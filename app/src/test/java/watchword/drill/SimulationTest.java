package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Confidence;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Question;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Verdict;
import watchword.core.decision.Policy;
import watchword.core.incident.IncidentId;
import watchword.core.kind.Language;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Desk;
import watchword.desk.Entry;
import watchword.desk.MemoryBodies;
import watchword.desk.MemoryLedger;
import watchword.desk.Models;
import watchword.desk.QuestionStep;

/// Members who press every button at random, and what must hold after each press.
///
/// Their notes are often words of reports, their findings false, their wishes unreasonable: the rules stand between them
/// and the public. That the fold from any checkpoint gives the same state after every step, `CheckpointTest` holds.
class SimulationTest {

  private static final List<String> MEMBERS = List.of("anna", "boris", "vera");
  private static final int STEPS = 250;
  private static final LocalDate DAY = LocalDate.ofInstant(World.START, ZoneOffset.UTC);

  @TempDir Path folder;

  private final MemoryLedger ledger = new MemoryLedger();
  private final MemoryBodies bodies = new MemoryBodies();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatever_members_press_the_rules_hold(long seed) throws IOException {
    World world = World.seeded(seed, new WorldSize(80, 20, 2));
    SplittableRandom dice = new SplittableRandom(seed);
    Desk desk = desk(world);
    Question question = QuestionWords.builtIn().question(DAY, DAY.plusDays(1));
    desk.questions().act("anna", question.id(), new QuestionStep.Put(question, Map.of(Border.CROSSED, QuestionWords.in(QuestionWords.builtIn().claim())),
        new BaseRate(List.of(.1, .9), "a test")), world.start().minus(Duration.ofDays(1)));
    PublicBytes bytes = new PublicBytes(world, folder);
    Instant now = world.start();
    int next = 0;
    for (int step = 0; step < STEPS; step++) {
      now = now.plus(Duration.ofMinutes(3));
      while (next < world.sendings().size() && !world.sendings().get(next).at().isAfter(now)) {
        desk.receive(world.sendings().get(next++).report(), "", Desk.DESK, now);
      }
      press(world, desk, dice, now);
      if (step % 5 == 0) {
        desk.tick(now);
      }
      bytes.show(desk.bulletins(now), now);
      assertThat(bytes.markersFound()).as("marker words in public bytes").isZero();
      bytes.assertWithdrawnIsGoneEverywhere();
      holds(world, desk, now);
    }
    assertThat(bytes.withdrawn()).as("the simulation withdraws what was out").isPositive();
    assertThat(desk.publications()).as("the simulation publishes at all").isNotEmpty();
    assertThat(desk.publications().stream().map(one -> one.bulletin().notice().status())).as("the simulation tells judgements").contains(Status.JUDGED);
    assertThat(desk(world).queue(now)).as("a replay sees the same").isEqualTo(desk.queue(now));
  }

  private void press(World world, Desk desk, SplittableRandom dice, Instant now) {
    List<Case> queue = desk.queue(now);
    if (queue.isEmpty()) {
      return;
    }
    IncidentId id = queue.get(dice.nextInt(queue.size())).incident().id();
    String member = MEMBERS.get(dice.nextInt(MEMBERS.size()));
    switch (dice.nextInt(10)) {
      case 0, 1 -> desk.find(member, id, Finding.Method.CALL, any(dice, Finding.Outcome.values()), now);
      case 2 -> desk.judge(member, id, any(dice, Verdict.Truth.values()), now);
      case 3 -> desk.same(member, id, queue.get(dice.nextInt(queue.size())).incident().id(), now);
      case 4 -> withdrawSomething(desk, member, dice, now);
      case 5 -> desk.putAside(member, id, now.plusSeconds(600), now);
      case 6 -> answer(world, desk, member, queue, dice, now);
      case 7 -> {
        for (String one : dice.nextInt(2) == 0 ? List.of(member) : MEMBERS) {
          desk.questions().act(one, Border.QUESTION, new QuestionStep.Wished(Border.CROSSED), now);
        }
      }
      default -> {
        ReportId told = queue.get(dice.nextInt(queue.size())).incident().reports().getFirst();
        String note = dice.nextInt(3) == 0 ? world.sending(told).report().text() : "";
        for (String signer : dice.nextInt(2) == 0 ? List.of(member) : MEMBERS) {
          desk.publish(signer, id, any(dice, Status.values()), note, now);
        }
      }
    }
  }

  /// Judges the standing question, often in words of a report.
  private static void answer(World world, Desk desk, String member, List<Case> queue, SplittableRandom dice, Instant now) {
    boolean first = desk.questions().find(member, Border.QUESTION, now).orElseThrow().judgement().isEmpty();
    String words = world.sending(queue.get(dice.nextInt(queue.size())).incident().reports().getFirst()).report().text();
    boolean repeats = !words.isBlank() && dice.nextInt(3) == 0;
    Map<Language, String> change = new EnumMap<>(QuestionWords.in(QuestionWords.builtIn().rises()));
    if (repeats) {
      change.replaceAll((language, text) -> words);
    }
    double crossed = .05 + .9 * dice.nextDouble();
    Judgement judgement = new Judgement(member, now, List.of(crossed, 1 - crossed), Confidence.LOW, List.of("none"), change,
        first ? Optional.empty() : Optional.of("another look"), List.of());
    desk.questions().act(member, Border.QUESTION, new QuestionStep.Judged(judgement), now);
  }

  private static <T> T any(SplittableRandom dice, T[] values) {
    return List.of(values).get(dice.nextInt(values.length));
  }

  private static void withdrawSomething(Desk desk, String member, SplittableRandom dice, Instant now) {
    List<Entry.Published> published = desk.publications();
    if (!published.isEmpty()) {
      desk.withdraw(member, published.get(dice.nextInt(published.size())).bulletin().notice().thread(), now);
    }
  }

  private void holds(World world, Desk desk, Instant now) {
    List<Entry> entries = new ArrayList<>();
    ledger.replay(entries::add);
    Map<BulletinId, Bulletin> newest = new HashMap<>();
    for (Bulletin bulletin : desk.bulletins(now.plus(Policy.TICK))) {
      Notice notice = bulletin.notice();
      newest.put(notice.thread(), bulletin);
      if (notice.subject() instanceof Subject.Judged judged) {
        assertThat(judged.sentence().get(Language.EN)).as("what repeats a report stays in").contains(QuestionWords.in(QuestionWords.builtIn().rises()).get(Language.EN));
        if (!(bulletin instanceof Bulletin.Cancel)) {
          assertThat(notice.published().getEpochSecond() % Policy.TICK.toSeconds()).as("leaves on the tick").isZero();
        }
        continue;
      }
      Subject.Happening told = notice.happening().orElseThrow();
      assertThat(told.kind().rule().never()).as("no never-published kind").isFalse();
      assertThat(notice.window().earliest().getEpochSecond() % Policy.WINDOW.toSeconds()).as("windows stand on the grid").isZero();
      if (!told.kind().rule().dangerToLife() && !(bulletin instanceof Bulletin.Cancel)) {
        assertThat(notice.published().getEpochSecond() % Policy.TICK.toSeconds()).as("leaves on the tick").isZero();
      }
    }
    PolicyCheck policy = new PolicyCheck(entries, world.gazetteer());
    for (Entry.Published published : desk.publications()) {
      switch (published.bulletin().notice().subject()) {
        case Subject.Judged _ -> policy.assertJudged(published);
        case Subject.Happening _ -> policy.assertNotBelow(published);
      }
      if (published.bulletin() instanceof Bulletin.Cancel cancel) {
        assertThat(newest.get(cancel.notice().thread())).as("nothing follows a withdrawal in its thread").isIn(cancel, null);
      }
    }
  }

  private Desk desk(World world) {
    int[] count = {0};
    return new Desk(ledger, bodies, new Desk.Setup(Models.standard(Policy.DEFAULT), Policy.DEFAULT, world.gazetteer(), ZoneOffset.UTC, () -> new BulletinId("b" + count[0]++)));
  }
}
