package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.core.corroboration.Finding.Outcome.FOUND;
import static watchword.core.corroboration.Finding.Outcome.NOT_FOUND;
import static watchword.core.corroboration.Finding.Outcome.UNREACHABLE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import watchword.core.corroboration.Finding.Outcome;
import watchword.core.report.ReportId;

class ChecksTest {

  private static final int TIMES = 20_000;
  private static final World WORLD = World.seeded(1, WorldSize.USUAL);
  private static final Checks CHECKS = new Checks(WORLD);

  @Test
  void a_true_happening_is_found_three_times_in_four() {
    Map<Outcome, Double> shares = shares(reports(truth -> truth.equals(new Truth.Of(new HappeningId("H1")))));

    assertThat(shares.get(UNREACHABLE)).isBetween(0.19, 0.21);
    assertThat(shares.get(NOT_FOUND)).isBetween(0.034, 0.046); // 5 % of those reached
    assertThat(shares.get(FOUND)).isBetween(0.74, 0.78);
  }

  @Test
  void what_did_not_happen_is_never_found() {
    assertThat(shares(reports(Truth.Planted.class::isInstance))).doesNotContainKey(FOUND);
    assertThat(shares(reports(Truth.Mistaken.class::isInstance))).doesNotContainKey(FOUND);
    assertThat(shares(reports(Truth.Noise.class::isInstance).subList(0, 1))).doesNotContainKey(FOUND);
  }

  @Test
  void a_check_looks_for_what_most_reports_are_about() {
    List<ReportId> planted = reports(Truth.Planted.class::isInstance);
    List<ReportId> real = reports(truth -> truth.equals(new Truth.Of(new HappeningId("H1"))));
    List<ReportId> mostlyPlanted = new ArrayList<>(planted.subList(0, 3));
    mostlyPlanted.addAll(real.subList(0, 2));
    List<ReportId> mostlyReal = new ArrayList<>(real.subList(0, 3));
    mostlyReal.addAll(planted.subList(0, 2));

    assertThat(shares(mostlyPlanted)).doesNotContainKey(FOUND);
    assertThat(shares(mostlyReal)).containsKey(FOUND);
  }

  @Test
  void a_check_of_nothing_is_refused() {
    assertThatThrownBy(() -> CHECKS.check(List.of(), new SplittableRandom(1))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_editor_makes_twelve_checks_in_any_hour() {
    CheckBudget budget = new CheckBudget(CheckBudget.PER_HOUR);
    Instant noon = Instant.parse("2026-03-09T12:00:00Z");
    for (int i = 0; i < 12; i++) {
      assertThat(budget.take(noon.plusSeconds(i * 60L))).isTrue();
    }

    assertThat(budget.take(noon.plusSeconds(3_599))).isFalse();
    assertThat(budget.take(noon.plusSeconds(3_600))).isTrue();
    assertThat(budget.take(noon.plusSeconds(3_601))).isFalse();
  }

  private static List<ReportId> reports(Predicate<Truth> which) {
    return WORLD.sendings().stream().filter(sending -> which.test(sending.truth())).map(sending -> sending.report().id()).toList();
  }

  private static Map<Outcome, Double> shares(List<ReportId> reports) {
    SplittableRandom random = new SplittableRandom(99);
    Map<Outcome, Double> shares = new EnumMap<>(Outcome.class);
    for (int i = 0; i < TIMES; i++) {
      shares.merge(CHECKS.check(reports, random), 1.0 / TIMES, Double::sum);
    }
    return shares;
  }
}
