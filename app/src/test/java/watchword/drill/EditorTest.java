package watchword.drill;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.SourceRecords;
import watchword.core.decision.Policy;
import watchword.core.report.Channel;
import watchword.desk.Desk;
import watchword.desk.Entry;
import watchword.desk.MemoryBodies;
import watchword.desk.MemoryLedger;
import watchword.desk.Models;

/// The drill's editors are no oracles.
class EditorTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("watchword");

  private static final World WORLD = World.seeded(2, WorldSize.USUAL);

  private int bulletins;

  @Test
  void an_editor_knows_the_desk_and_nothing_of_the_world() {
    assertThat(MAIN.contain(Editor.class) && MAIN.contain(StandingQuestion.class)).isTrue();
    noClasses().that().belongToAnyOf(Editor.class, CheckBudget.class, StandingQuestion.class, BorderSigns.class, Border.class)
        .should().dependOnClassesThat().belongToAnyOf(
            World.class, Truth.class, Sending.class, Happening.class, Fiction.class, Checks.class, Markers.class, Score.class,
            Drill.class, TrueBorder.class)
        .check(MAIN);
  }

  @Test
  void only_those_who_make_the_world_or_check_or_score_it_read_its_truth() {
    noClasses().that().resideOutsideOfPackage("watchword.drill")
        .should().dependOnClassesThat().belongToAnyOf(Truth.class, Fiction.class, Happening.class).check(MAIN);
    noClasses().that().belongToAnyOf(Drill.class, Editor.class, Machines.class, Senders.class, Envelope.class)
        .should().dependOnClassesThat().belongToAnyOf(Truth.class, Fiction.class, Happening.class).check(MAIN);
  }

  /// With checks that find nothing, nothing goes out but what the rules release without a check.
  @Test
  void what_no_check_confirmed_goes_out_only_where_the_rules_release_it() {
    List<Entry.Published> told = evening(Finding.Outcome.UNREACHABLE);
    assertThat(told).isNotEmpty().allSatisfy(published -> {
      assertThat(published.bulletin().notice().status()).isNotEqualTo(Status.CONFIRMED);
      if (published.bulletin().notice().status() == Status.UNCONFIRMED) {
        assertThat(published.bulletin().notice().happening().orElseThrow().kind().rule().dangerToLife() || observed(published)).isTrue();
      }
    });
  }

  @Test
  void checks_that_never_find_anything_confirm_nothing() {
    assertThat(evening(Finding.Outcome.NOT_FOUND)).extracting(published -> published.bulletin().notice().status())
        .doesNotContain(Status.CONFIRMED);
  }

  private static boolean observed(Entry.Published published) {
    return published.reports().stream().anyMatch(id -> WORLD.sending(id).report().channel() != Channel.SEALED);
  }

  /// Editors who work every ten minutes, whose checks always come to the same.
  private List<Entry.Published> evening(Finding.Outcome outcome) {
    Desk desk = new Desk(new MemoryLedger(), new MemoryBodies(), new Desk.Setup(
        Models.standard(Policy.DEFAULT), Policy.DEFAULT, WORLD.gazetteer(), ZoneOffset.UTC,
        () -> new BulletinId("b" + bulletins++)));
    WORLD.sendings().stream().map(Sending::report).filter(report -> report.channel() == Channel.OBSERVER)
        .map(report -> report.source()).distinct()
        .forEach(source -> desk.enrol("anna", source, new SourceRecords.Tally(11, 1), WORLD.start()));
    Editor editor = new Editor(desk, List.of("anna", "boris"), _ -> outcome);
    int next = 0;
    Instant end = WORLD.start().plus(Duration.ofHours(3));
    for (Instant now = WORLD.start(); now.isBefore(end); now = now.plus(Duration.ofMinutes(10))) {
      while (next < WORLD.sendings().size() && !WORLD.sendings().get(next).at().isAfter(now)) {
        desk.receive(WORLD.sendings().get(next++).report(), "", Desk.DESK, now);
      }
      editor.work(now);
      desk.tick(now);
    }
    // They judge by lines and checks: the day's quota is untouched.
    for (String member : List.of("anna", "boris")) {
      assertThat(desk.showing().left(member, end.minus(Duration.ofMinutes(10)))).isEqualTo(Policy.SHOWN_A_DAY);
    }
    return desk.publications();
  }
}
