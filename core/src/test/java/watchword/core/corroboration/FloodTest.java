package watchword.core.corroboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.incident.Incident;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.text.Words;
import watchword.core.time.Span;

/// A flood of reports of one incident: what it may cost, and that nothing is lost in it (spec/credibility.md, 1.4).
class FloodTest {

  private static final int FLOOD = 200_000;
  private static final int WORDS = 12;
  private static final int RUNS = WORDS - 2;
  private static final SourceKey NORTH = new SourceKey("north");
  private static final Evidence EVIDENCE =
      new Evidence(Experience.of(new SourceRecords(Map.of(NORTH, new SourceRecords.Tally(11, 1)))), List.of());

  @Test
  void two_hundred_thousand_reports_in_words_of_their_own_are_looked_up_in_few_steps_each_and_the_lines_add_up() {
    List<Reading> flood = flood(FLOOD, FloodTest::own);
    Origins origins = Said.of(flood, Story.EXPLOSION, EVIDENCE.experience()::proven).origins();
    assertThat(origins.steps()).isLessThanOrEqualTo((long) FLOOD * (1 + RUNS * (1 + Firsts.COMMON)));
    assertThat(origins.groups()).hasSize(Origins.MOST);
    assertThat(origins.beyond()).singleElement().satisfies(beyond -> assertThat(beyond).hasSize(FLOOD - Origins.MOST));
    addsUp(weigh(flood), FLOOD);
  }

  @Test
  void two_hundred_thousand_copies_are_one_origin_and_the_lines_add_up() {
    List<Reading> flood = flood(FLOOD, number -> own(number % 7));
    assertThat(Said.of(flood, Story.EXPLOSION, EVIDENCE.experience()::proven).origins().steps()).isLessThanOrEqualTo((long) FLOOD + 7L * RUNS * (1 + Firsts.COMMON));
    Corroboration weight = weigh(flood);
    assertThat(weight.origins()).hasSize(7);
    addsUp(weight, FLOOD);
  }

  @Test
  void who_comes_after_ten_thousand_strangers_in_other_words_adds_nothing() {
    List<Reading> flood = flood(Origins.MOST, FloodTest::own);
    double before = weigh(flood).probability();
    for (int i = 0; i < 50; i++) {
      flood.add(reading(Origins.MOST + i, own(Origins.MOST + i), Channel.SEALED, new SourceKey("late-" + i), Stance.SIGHTING));
    }
    Corroboration after = weigh(flood);
    assertThat(after.probability()).isCloseTo(before, within(1e-12));
    assertThat(after.origins()).hasSize(Origins.MOST);
    assertThat(after.lines()).anySatisfy(line -> assertThat(line.words()).startsWith("50 more in other words than the first 10,000"));
  }

  @Test
  void strangers_who_heard_it_are_of_one_sort_with_those_who_saw_it() {
    List<Reading> flood = flood(Origins.MOST, FloodTest::own);
    double before = weigh(flood).probability();
    for (int i = 0; i < 50; i++) {
      flood.add(reading(Origins.MOST + i, own(Origins.MOST + i), Channel.SEALED, new SourceKey("late-" + i), Stance.HEARD));
    }
    assertThat(weigh(flood).origins()).hasSize(Origins.MOST);
    assertThat(weigh(flood).probability()).isCloseTo(before, within(1e-12));
  }

  @Test
  void a_proven_source_is_heard_behind_any_flood() {
    List<Reading> flood = flood(Origins.MOST + 50, FloodTest::own);
    flood.add(reading(Origins.MOST + 50, own(Origins.MOST + 50), Channel.OBSERVER, NORTH, Stance.SIGHTING));
    assertThat(weigh(flood).provenSupports()).isEqualTo(1);
  }

  @Test
  void denials_are_heard_behind_any_flood_of_supports() {
    List<Reading> flood = flood(Origins.MOST + 50, FloodTest::own);
    double before = weigh(flood).probability();
    for (int i = 0; i < 5; i++) {
      flood.add(reading(Origins.MOST + 50 + i, own(Origins.MOST + 50 + i), Channel.SEALED, new SourceKey("there-" + i), Stance.DENIAL));
    }
    assertThat(weigh(flood).probability()).isLessThan(before);
  }

  @Test
  void copies_of_the_first_ten_thousand_are_known_behind_them() {
    List<Reading> flood = flood(Origins.MOST + 50, FloodTest::own);
    Reading first = flood.getFirst();
    List<String> nearly = new ArrayList<>(own(0));
    nearly.set(0, "changed");
    flood.add(reading(Origins.MOST + 50, nearly, Channel.SEALED, new SourceKey("late"), Stance.SIGHTING));
    assertThat(weigh(flood).origins().getFirst().reports()).containsExactly(first.id(), flood.getLast().id());
  }

  @Test
  void who_spoke_before_a_flood_and_takes_it_back_behind_it_is_heard_by_the_last_word() {
    List<Reading> flood = flood(Origins.MOST + 50, FloodTest::own);
    flood.add(reading(Origins.MOST + 50, own(Origins.MOST + 50), Channel.SEALED, new SourceKey("sealed-5"), Stance.DENIAL));
    List<OriginGroup> origins = weigh(flood).origins();
    assertThat(origins.get(4).says()).isTrue();
    assertThat(origins.get(5).says()).isFalse();
    assertThat(origins.getLast()).matches(OriginGroup::says).matches(OriginGroup::denies);
  }

  @Test
  void twenty_thousand_reports_by_half_as_many_sources_are_heard_once_each_and_the_lines_add_up() {
    List<Reading> flood = new ArrayList<>();
    for (int i = 0; i < 2 * Origins.MOST; i++) {
      flood.add(reading(i, own(i), Channel.SEALED, new SourceKey("sealed-" + i / 2), Stance.SIGHTING));
    }
    Corroboration weight = weigh(flood);
    assertThat(weight.origins().stream().filter(OriginGroup::says)).hasSize(Origins.MOST / 2);
    addsUp(weight, 2 * Origins.MOST);
  }

  private static void addsUp(Corroboration weight, int reports) {
    double sum = weight.lines().stream().mapToDouble(Line::logOdds).sum();
    assertThat(sum).isCloseTo(LogOddsWeigher.logit(weight.probability()), within(1e-9));
    assertThat(weight.lines()).hasSizeLessThan(220);
    assertThat(weight.lines().stream().filter(line -> line.reason() != Line.Reason.BOUND).mapToInt(line -> line.reports().size()).sum()).isEqualTo(reports);
  }

  private static Corroboration weigh(List<Reading> readings) {
    return new LogOddsWeigher().weigh(Incident.of(readings), EVIDENCE, Story.TEN.plusSeconds(86_400));
  }

  private static List<Reading> flood(int reports, IntFunction<List<String>> texts) {
    List<Reading> flood = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      flood.add(reading(i, texts.apply(i), Channel.SEALED, new SourceKey("sealed-" + i), Stance.SIGHTING));
    }
    return flood;
  }

  /// Twelve words of a small vocabulary: runs of three meet often, texts hardly ever.
  private static List<String> own(int number) {
    Random random = new Random(number);
    List<String> text = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      text.add("w" + random.nextInt(60));
    }
    return text;
  }

  private static Reading reading(int number, List<String> text, Channel channel, SourceKey source, Stance stance) {
    return new Reading(new ReportId("r%07d".formatted(number)), channel, source, Story.EXPLOSION, stance, List.of(),
        new Span(Story.TEN.plusSeconds(number / 40), Story.TEN.plusSeconds(number / 40 + 600)), Words.of(text), List.of(), false, List.of(), List.of());
  }
}
