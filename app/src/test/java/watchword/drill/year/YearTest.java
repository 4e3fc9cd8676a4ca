package watchword.drill.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Hedge;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Question;
import watchword.drill.Dice;

/// The year of `./watchword drill year`.
class YearTest {

  private static final Question QUESTION = new Question("q", "a border", "Will it be crossed?", "it is crossed", "the test", LocalDate.of(2027, 1, 1),
      LocalDate.of(2027, 1, 30), List.of(new Hypothesis("attack", "crossed"), new Hypothesis(Question.NONE, "none of these")), List.of());
  private static final BaseRate BASE = BaseRate.counted(5, 60, 1, "five in five years");

  private static Assessment assess(Folder folder, int day) {
    return folder.assess(QUESTION, BASE, Instant.MIN, Days.noon(day));
  }

  private static double figure(Folder folder, int day) {
    return assess(folder, day).probabilities().getFirst();
  }

  private static Folder told(Told... told) {
    return new Folder(List.of(told), List.of());
  }

  private static Told.Sighting trains(String id, String origin, int day, double support) {
    return new Told.Sighting(id, Signs.RAIL, origin, Days.at(day, 6), Days.at(day, 6), support);
  }

  private static Folder drawn(long seed) {
    Timeline timeline = Timeline.draw(Dice.of(seed, "year timeline"));
    return Folder.of(seed, timeline, Cuts.draw(timeline, Dice.of(seed, "year cuts")));
  }

  @Test
  void ten_fresh_years_are_answered_a_quarter_better_than_by_their_base_rate() {
    YearScore score = YearScore.of(IntStream.rangeClosed(11, 20).mapToObj(Year::seeded).toList());
    assertThat(score.months()).isEqualTo(120);
    assertThat(score.crossings()).isEqualTo(11);
    assertThat(score.skill()).isGreaterThanOrEqualTo(.25);
    assertThat(score.log().figure()).isLessThan(score.log().baseRate());
    assertThat(score.baseline().figure()).isGreaterThan(score.baseline().baseRate());
  }

  @Test
  void a_seed_makes_one_year_and_another_seed_another() {
    assertThat(Year.seeded(7)).isEqualTo(Year.seeded(7));
    assertThat(Year.seeded(8).months()).isNotEqualTo(Year.seeded(7).months());
  }

  @Test
  void the_words_and_half_lives_are_those_of_the_worked_example() throws IOException {
    List<Indicator> signs = Signs.indicators(sign -> List.of());
    int compared = 0;
    for (JsonNode written : new JsonMapper().readTree(Path.of("../docs/example/question/indicators.json").toFile()).get("indicators")) {
      Indicator sign = signs.stream().filter(one -> one.id().equals(written.get("id").asText())).findFirst().orElseThrow();
      assertThat(words(sign)).containsExactly(written.at("/seen/attack").asText(), written.at("/seen/none").asText());
      assertThat(sign.halfLife().toDays()).isEqualTo(written.get("halfLifeDays").asLong());
      compared++;
    }
    assertThat(compared).isEqualTo(5);
    Indicator announced = signs.stream().filter(one -> one.id().equals(Signs.ANNOUNCED)).findFirst().orElseThrow();
    for (JsonNode written : new JsonMapper().readTree(Path.of("../docs/example/false-alarms-2022/evidence.json").toFile()).get("evidence")) {
      assertThat(words(announced)).containsExactly(written.at("/seen/attack").asText(), written.at("/seen/none").asText());
    }
  }

  private static List<String> words(Indicator sign) {
    return sign.expectation().words().stream().map(word -> word.name().toLowerCase(Locale.ROOT).replace('_', ' ')).toList();
  }

  @Test
  void what_the_desk_is_told_later_moves_no_earlier_answer() {
    Folder whole = drawn(3);
    for (int day : List.of(10, 100, 200, 300)) {
      List<Told> known = whole.told().stream().filter(one -> !one.known().isAfter(Days.noon(day))).toList();
      assertThat(known.size()).isLessThan(whole.told().size());
      assertThat(figure(new Folder(known, whole.cuts()), day)).isEqualTo(figure(whole, day));
    }
  }

  @Test
  void what_is_seen_in_a_cut_is_told_as_the_network_comes_back() {
    int late = 0;
    for (long seed = 1; seed <= 5; seed++) {
      Folder folder = drawn(seed);
      for (Told one : folder.told()) {
        boolean cut = folder.cuts().stream().anyMatch(span -> !one.when().isBefore(span.earliest()) && one.when().isBefore(span.latest()));
        if (one instanceof Told.Sighting) {
          assertThat(one.known().isAfter(one.when())).isEqualTo(cut);
          late += cut ? 1 : 0;
        }
      }
    }
    assertThat(late).isPositive();
  }

  @Test
  void a_copy_and_a_second_night_of_one_observer_add_nothing_and_a_second_observer_does() {
    Told first = trains("a", "one", 5, .8);
    double once = figure(told(first), 5);
    assertThat(once).isGreaterThan(BASE.probabilities().getFirst());
    assertThat(figure(told(first, trains("a again", "one", 5, .4)), 5)).isEqualTo(once);
    assertThat(figure(told(trains("b", "one", 4, .8), first), 5)).isEqualTo(once);
    assertThat(figure(told(first, trains("c", "two", 5, .8)), 5)).isGreaterThan(once);
  }

  @Test
  void signs_that_were_looked_for_and_not_seen_count_once_together() {
    List<Told> looks = new ArrayList<>();
    for (String sign : List.of(Signs.RAIL, Signs.FUEL, Signs.HOSPITALS)) {
      looks.add(new Told.Look(sign, "who looks for " + sign, Days.at(5, 6)));
    }
    Assessment all = assess(new Folder(looks, List.of()), 5);
    assertThat(all.lines()).hasSize(3).allMatch(line -> line.evidence() instanceof Evidence.OfAbsence);
    assertThat(all.independentOrigins()).isEqualTo(1);
    assertThat(all.probabilities().getFirst()).isCloseTo(figure(new Folder(looks.subList(0, 1), List.of()), 5), within(1e-12))
        .isLessThan(BASE.probabilities().getFirst());
  }

  @Test
  void an_announcement_alone_warns_of_little_and_a_denial_lowers_it() {
    Told announced = new Told.Statement("s", Signs.ANNOUNCED, "an adviser", Days.at(5, 6), Hedge.CERTAIN, true, false);
    double alone = figure(told(announced), 5);
    assertThat(alone).isBetween(BASE.probabilities().getFirst(), .2);
    assertThat(figure(told(announced, trains("a", "one", 5, .9), trains("b", "two", 5, .9)), 5)).isGreaterThan(.3);
    Told denied = new Told.Statement("d", Signs.ANNOUNCED, "an envoy", Days.at(5, 6), Hedge.CERTAIN, true, true);
    assertThat(figure(told(announced, denied), 5)).isLessThan(alone);
  }

  @Test
  void a_crossing_ends_its_question_and_what_told_of_it_speaks_for_no_other() {
    int crossed = 0;
    for (long seed = 1; seed <= 10; seed++) {
      for (Month month : Year.seeded(seed).months()) {
        assertThat(month.last().at()).isBefore(month.closed());
        if (month.yes()) {
          crossed++;
          assertThat(month.figures()).hasSize(month.crossed().orElseThrow() - 1);
        } else {
          assertThat(month.figures()).hasSize(Timeline.MONTH_DAYS);
        }
      }
    }
    assertThat(crossed).isPositive();
    assertThat(assess(told(trains("a", "one", 5, .8)), 6).lines()).hasSize(1);
    assertThat(told(trains("a", "one", 5, .8)).assess(QUESTION, BASE, Days.at(6, 0), Days.noon(6)).lines()).isEmpty();
  }

  @Test
  void the_base_rate_counts_what_came_before_and_falls_as_the_month_goes_by() {
    Year year = Year.seeded(12);
    Month first = year.months().getFirst();
    assertThat(first.first().baseRate()).isEqualTo(BaseRate.of(year.eventsBefore(), Timeline.MONTHS_BEFORE, 1));
    assertThat(first.last().baseRate()).isLessThan(first.first().baseRate() / 10);
  }
}
