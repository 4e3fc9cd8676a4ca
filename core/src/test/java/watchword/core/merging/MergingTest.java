package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.core.Story.CAMP;
import static watchword.core.Story.COLUMN;
import static watchword.core.Story.GUNFIRE;
import static watchword.core.Story.MARROW;
import static watchword.core.Story.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.Story;
import watchword.core.incident.Constraints;
import watchword.core.incident.Merged;
import watchword.core.incident.Merger;
import watchword.core.incident.Pair;
import watchword.core.kind.Kind;
import watchword.core.kind.Rule;
import watchword.core.kind.Shape;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.Stance;
import watchword.core.text.WordWeights;

/// Scenarios of merging: what belongs together, what does not, what is left to a person.
class MergingTest {

  private final Merger merger = new LinkageMerger();

  @Test
  void A01_two_sightings_of_one_explosion_are_one_incident() {
    assertThat(merge(new Story().with(report()).with(report().minute(8).at(52.11, -33.22, 800)))).containsExactly("r001 r002");
  }

  @Test
  void A02_an_explosion_in_another_town_is_another_incident() {
    assertThat(merge(new Story().with(report()).with(report().at(MARROW)))).containsExactly("r001", "r002");
  }

  @Test
  void A03_an_explosion_six_hours_later_is_another_incident() {
    assertThat(merge(new Story().with(report()).with(report().minute(360)))).containsExactly("r001", "r002");
  }

  @Test
  void A04_a_confusable_kind_joins_an_unrelated_one_does_not() {
    assertThat(merge(new Story().with(report()).with(report().minute(3)).with(report().of(GUNFIRE).minute(5)))).containsExactly("r001 r002 r003");
    assertThat(merge(new Story().with(report()).with(report().of(CAMP).minute(5)))).containsExactly("r001", "r002");
  }

  @Test
  void A05_a_moving_column_stays_one_as_it_goes_on() {
    Story story = new Story();
    for (int step = 0; step < 5; step++) {
      story.with(report().of(COLUMN).minute(15L * step).at(52.10 + 0.06 * step, -33.20, 500));
    }
    assertThat(merge(story)).containsExactly("r001 r002 r003 r004 r005");
  }

  @Test
  void A13_a_column_an_hour_on_is_the_same_where_its_speed_brings_it_there() {
    Story on = new Story().with(report().of(COLUMN).saying("one")).with(report().of(COLUMN).at(52.10 + 0.28, -33.20, 500).minute(60).saying("two"));
    Story tooFast = new Story().with(report().of(COLUMN).saying("one")).with(report().of(COLUMN).at(52.10 + 0.28, -33.20, 500).minute(5).saying("two"));
    assertThat(merge(on)).containsExactly("r001 r002");
    assertThat(merge(tooFast)).containsExactly("r001", "r002");
  }

  @Test
  void A14_two_columns_that_meet_are_told_by_their_headings() {
    Story met = new Story().with(report().of(COLUMN).counting("direction", 0)).with(report().of(COLUMN).at(52.13, -33.20, 500).minute(12).counting("direction", 180));
    Story one = new Story().with(report().of(COLUMN).counting("direction", 0)).with(report().of(COLUMN).at(52.13, -33.20, 500).minute(12).counting("direction", 45));
    assertThat(merge(met)).containsExactly("r001", "r002");
    assertThat(merge(one)).containsExactly("r001 r002");
  }

  @Test
  void A06_a_state_lasts_over_the_day() {
    assertThat(merge(new Story().with(report().of(CAMP)).with(report().of(CAMP).minute(20 * 60)))).containsExactly("r001 r002");
  }

  @Test
  void A11_a_meeting_by_chance_in_a_crowded_place_is_no_happening() {
    Story quiet = new Story().with(report()).with(report().minute(16));
    Story crowded = new Story();
    for (int earlier = 0; earlier < 60; earlier++) {
      crowded.with(report().minute(-240 - 8L * earlier).saying("salvo number " + earlier));
    }
    crowded.with(report()).with(report().minute(16));

    assertThat(merge(quiet)).containsExactly("r001 r002");
    assertThat(merge(crowded)).contains("r061", "r062");
  }

  @Test
  void A12_points_that_were_looked_up_tell_a_town_from_its_surroundings_and_from_the_next_village() {
    Story measured = new Story().with(report().at(52.10, -33.20, 900)).with(report().at(52.10, -33.20001, 950).minute(14));
    Story radius = new Story().with(report().at(52.10, -33.20, 900)).with(report().at(52.10, -33.20, 950).minute(14));
    assertThat(merge(measured)).containsExactly("r001 r002");
    assertThat(merge(radius)).containsExactly("r001", "r002");

    Story witnesses = new Story();
    Story coders = new Story();
    for (int day = 0; day < 2; day++) {
      witnesses.with(shots(52.10 + 1e-5 * day, day, 0)).with(shots(52.12 + 1e-5 * day, day, 20));
      coders.with(shots(52.10, day, 0)).with(shots(52.12, day, 20));
    }
    assertThat(merge(witnesses)).containsExactly("r001 r002", "r003 r004");
    assertThat(merge(coders)).containsExactly("r001", "r002", "r003", "r004");
  }

  private static Story.Telling shots(double latitude, int day, int minute) {
    return report().of(GUNFIRE).at(latitude, -33.20, 500).minute(1_440L * day + minute);
  }

  @Test
  void A07_a_denial_from_the_place_belongs_to_what_it_denies() {
    assertThat(merge(new Story().with(report()).with(report().minute(5).as(Stance.DENIAL)))).containsExactly("r001 r002");
  }

  @Test
  void A15_who_only_asks_is_asking_about_the_kind_that_was_claimed() {
    Kind shelling = Story.kind("shelling", Shape.EVENT, 30, 5_000, 0, new Rule(0, 5_000, 2, true, 12, false), Map.of("explosion", 0.9));
    String asks = "people write about Dal, is it true";
    Story bangs = new Story().with(report().minute(1)).with(report().minute(3));
    assertThat(merge(bangs.with(report().nowhere().as(Stance.QUESTION).minute(4).saying(asks)))).hasSize(1);
    Story others = new Story().with(report().minute(1)).with(report().minute(3));
    assertThat(merge(others.with(report().nowhere().of(shelling).as(Stance.QUESTION).minute(4).saying(asks)))).hasSize(2);
    Story heard = new Story().with(report().minute(1)).with(report().minute(3));
    assertThat(merge(heard.with(report().nowhere().of(shelling).minute(4).saying("loud bangs over Dal")))).as("a witness may take one for the other").hasSize(1);
  }

  @Test
  void A08_one_vague_report_does_not_chain_two_incidents() {
    Story story = new Story()
        .with(report()).with(report().minute(2))
        .with(report().at(52.35, -33.55, 40_000).minute(1))
        .with(report().at(MARROW)).with(report().at(MARROW).minute(2));
    assertThat(merge(story)).contains("r001 r002", "r004 r005").hasSize(3);
  }

  @Test
  void A09_a_report_without_a_pin_is_placed_by_the_town_it_names() {
    Story story = new Story()
        .with(report().saying("loud bang in Dal, windows shaking"))
        .with(report().nowhere().minute(4).saying("моцны выбух у Дале, шыбы трасуцца"));
    assertThat(merge(story)).containsExactly("r001 r002");
  }

  @Test
  void A10_a_claim_about_tonight_does_not_join_a_sighting_of_now() {
    Story story = new Story().with(report().saying("explosion near the station"))
        .with(report().minute(2).saying("there will be an explosion tonight at 21:00 pass it on"));
    assertThat(merge(story)).containsExactly("r001", "r002");
  }

  @Test
  void B01_what_a_member_calls_the_same_is_the_same() {
    Story story = new Story().with(report()).with(report().at(MARROW));
    Constraints same = new Constraints(Set.of(Pair.of(new ReportId("r001"), new ReportId("r002"))), Set.of());
    assertThat(lines(merger.merge(story.readings(), same, WordWeights.NONE))).containsExactly("r001 r002");
  }

  @Test
  void B02_what_a_member_tells_apart_stays_apart_even_in_identical_words() {
    Story story = new Story().with(report().saying("one two three four five")).with(report().saying("one two three four five"));
    Constraints apart = new Constraints(Set.of(), Set.of(Pair.of(new ReportId("r001"), new ReportId("r002"))));
    assertThat(lines(merger.merge(story.readings(), apart, WordWeights.NONE))).containsExactly("r001", "r002");
  }

  @Test
  void B03_one_report_sent_twice_counts_once() {
    Reading once = new Story().with(report()).readings().getFirst();
    List<Reading> twice = List.of(once, once);
    assertThat(lines(merger.merge(twice, Constraints.NONE, WordWeights.NONE))).containsExactly("r001");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void C01_the_order_of_arrival_changes_nothing(long seed) {
    List<Reading> readings = crowd(seed);
    Merged first = merger.merge(readings, Constraints.NONE, WordWeights.NONE);
    Random random = new Random(seed);
    for (int round = 0; round < 5; round++) {
      List<Reading> shuffled = new ArrayList<>(readings);
      Collections.shuffle(shuffled, random);
      assertThat(merger.merge(shuffled, Constraints.NONE, WordWeights.NONE)).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void C02_every_report_is_in_exactly_one_incident(long seed) {
    List<Reading> readings = crowd(seed);
    Merged merged = merger.merge(readings, Constraints.NONE, WordWeights.NONE);
    assertThat(merged.incidents().stream().flatMap(incident -> incident.reports().stream()))
        .containsExactlyInAnyOrderElementsOf(readings.stream().map(Reading::id).toList());
  }

  /// A hundred reports scattered over the country and a day, some of them vague, some without a place.
  private static List<Reading> crowd(long seed) {
    Random random = new Random(seed);
    Story story = new Story();
    for (int i = 0; i < 100; i++) {
      Story.Telling telling = report().of(List.of(Story.EXPLOSION, GUNFIRE, COLUMN, CAMP).get(random.nextInt(4)))
          .minute(random.nextInt(600))
          .at(52.1 + 0.05 * random.nextInt(8), -33.2 - 0.05 * random.nextInt(8), random.nextInt(8) == 0 ? 20_000 : 200 + random.nextInt(3_000));
      story.with(random.nextInt(12) == 0 ? telling.nowhere() : telling);
    }
    return story.readings();
  }

  private List<String> merge(Story story) {
    return lines(merger.merge(story.readings(), Constraints.NONE, WordWeights.NONE));
  }

  private static List<String> lines(Merged merged) {
    return merged.incidents().stream().map(incident -> String.join(" ", incident.reports().stream().map(ReportId::value).toList())).toList();
  }
}
