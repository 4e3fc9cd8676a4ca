package watchword.core.corroboration;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.core.Story.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.Story;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.SourceKey;
import watchword.core.time.Span;

/// Each sign of a planted wave by itself, and that only three of them raise the flag.
class WavesTest {

  private static final Place DAL = new Place(Story.DAL.latitude(), Story.DAL.longitude(), 500, "");
  private static final Place FAR = new Place(Story.DAL.latitude() + 1, Story.DAL.longitude(), 500, "");

  @ParameterizedTest
  @CsvSource({"4, 10, true", "3, 10, false", "2, 4, true", "2, 3, false", "0, 10, false"})
  void a_claim_about_a_later_hour_in_two_of_five_reports_raises_the_flag(int foretelling, int reports, boolean raised) {
    assertThat(flag(story(foretelling, reports)).isPresent()).isEqualTo(raised);
  }

  @Test
  void what_nobody_can_see_is_told_from_what_comes_with_a_photo() {
    assertThat(flag(story(10, 10)).orElseThrow()).contains("claim about the future in 10 of 10 reports, and nothing to see: no photo");
    assertThat(flag(story(9, 9).with(report().saying("attack tonight at 21:00 here").showing("p1"))).orElseThrow())
        .contains("10 of 10 reports").doesNotContain("nothing to see");
  }

  @ParameterizedTest
  @CsvSource({"5, 10, true", "4, 10, false", "4, 8, true", "3, 6, false", "3, 4, false", "4, 5, true"})
  void repeated_words_in_half_of_the_reports_and_four_of_them_raise_it(int copies, int reports, boolean raised) {
    Story story = new Story();
    for (int i = 0; i <= copies; i++) {
      story.with(report().saying("smoke over the old mill by the river now"));
    }
    for (int i = copies + 1; i < reports; i++) {
      story.with(report().saying("own words " + "abcdefghij".charAt(i)));
    }
    assertThat(flag(story).isPresent()).isEqualTo(raised);
  }

  @Test
  void a_crowd_of_new_senders_within_minutes_is_no_wave() {
    Story crowd = new Story();
    for (int i = 0; i < 50; i++) {
      crowd.with(report().minute(i % 8).saying("bang number " + i));
    }
    assertThat(Waves.burst(crowd.readings())).isPresent();
    assertThat(Waves.allNew(crowd.readings(), Experience.NONE)).isPresent();
    assertThat(flag(crowd)).isEmpty();
  }

  @Test
  void beside_a_raised_flag_burst_and_new_senders_are_said() {
    assertThat(flag(story(10, 10)).orElseThrow()).contains("a burst: 10 of 10 within 10 minutes", "all from senders without a record");
  }

  @ParameterizedTest
  @CsvSource({"10, true", "11, false"})
  void half_of_the_reports_within_ten_minutes_are_a_burst(int minutes, boolean burst) {
    Story story = new Story();
    List.of(0, 0, 0, minutes, 60, 90, 120, 150).forEach(minute -> story.with(report().minute(minute)));
    assertThat(Waves.burst(story.readings()).isPresent()).isEqualTo(burst);
  }

  @Test
  void a_source_with_a_record_is_none_of_the_new() {
    Story story = new Story().with(report()).with(report().by(Channel.PUBLIC, "new")).with(report()).with(report().by(Channel.OBSERVER, "north"));
    Experience known = Experience.of(new SourceRecords(Map.of(new SourceKey("north"), new Tally(1, 0))));
    assertThat(Waves.allNew(story.readings(), Experience.NONE)).isPresent();
    assertThat(Waves.allNew(story.readings(), known)).isEmpty();
  }

  @Test
  void a_claim_that_was_refuted_before_slides() {
    assertThat(failed(past(Story.EXPLOSION, DAL, Duration.ofDays(2), true, false))).hasValueSatisfying(words -> assertThat(words).contains("date that slides", "before"));
    assertThat(failed(past(Story.EXPLOSION, DAL, Duration.ofDays(2), true, false), past(Story.EXPLOSION, DAL, Duration.ofDays(5), true, false)).orElseThrow()).contains("2 times");
    assertThat(failed(past(Story.GUNFIRE, DAL, Duration.ofDays(2), true, false))).as("a like kind").isPresent();
    assertThat(failed(past(Story.COLUMN, DAL, Duration.ofDays(2), true, false))).as("another kind").isEmpty();
    assertThat(failed(past(Story.EXPLOSION, DAL, Duration.ofDays(2), true, true))).as("it came").isEmpty();
    assertThat(failed(past(Story.EXPLOSION, DAL, Duration.ofDays(2), false, false))).as("it foretold nothing").isEmpty();
    assertThat(failed(past(Story.EXPLOSION, FAR, Duration.ofDays(2), true, false))).as("elsewhere").isEmpty();
    assertThat(failed(past(Story.EXPLOSION, DAL, Duration.ofDays(15), true, false))).as("long ago").isEmpty();
    assertThat(failed(past(Story.EXPLOSION, DAL, Duration.ofDays(-1), true, false))).as("later").isEmpty();
  }

  @Test
  void what_foretells_nothing_slides_nowhere() {
    Incident plain = incident(story(0, 10));
    assertThat(Waves.failedBefore(plain, List.of(past(Story.EXPLOSION, DAL, Duration.ofDays(2), true, false)))).isEmpty();
  }

  @Test
  void something_true_of_that_day_and_town_carries_a_claim_and_raises_nothing_alone() {
    Precedent smallTruth = past(Story.COLUMN, DAL, Duration.ofHours(5), false, true);
    assertThat(Waves.carrier(incident(story(10, 10)), List.of(smallTruth))).isPresent();
    assertThat(Waves.carrier(incident(story(10, 10)), List.of(past(Story.COLUMN, FAR, Duration.ofHours(5), false, true)))).isEmpty();
    assertThat(Waves.carrier(incident(story(10, 10)), List.of(past(Story.COLUMN, DAL, Duration.ofHours(25), false, true)))).isEmpty();
    assertThat(Waves.carrier(incident(story(10, 10)), List.of(past(Story.COLUMN, DAL, Duration.ofHours(5), false, false)))).isEmpty();
    assertThat(Waves.carrier(incident(story(0, 10)), List.of(smallTruth))).isEmpty();
    assertThat(flag(story(0, 10), smallTruth)).isEmpty();
  }

  @Test
  void no_sign_lowers_a_probability() {
    Incident wave = incident(story(10, 10));
    Precedent failed = past(Story.EXPLOSION, DAL, Duration.ofDays(2), true, false);
    double alone = new LogOddsWeigher().weigh(wave, new Evidence(Experience.NONE, List.of()), Story.TEN).probability();
    double again = new LogOddsWeigher().weigh(wave, new Evidence(Experience.NONE, List.of(), List.of(failed)), Story.TEN).probability();
    assertThat(again).isEqualTo(alone);
  }

  /// So many reports, of which the first foretell; no two share three words in a row but one.
  private static Story story(int foretelling, int reports) {
    Story story = new Story();
    for (int i = 0; i < reports; i++) {
      char own = "abcdefghijklmnop".charAt(i);
      story.with(report().saying(i < foretelling ? own + " tonight " + own + " at 21:00 " + own : own + " bang " + own));
    }
    return story;
  }

  private static Incident incident(Story story) {
    return Incident.of(story.readings().stream().sorted(Reading.ORDER).toList());
  }

  private static Optional<String> flag(Story story, Precedent... precedents) {
    return new LogOddsWeigher().weigh(incident(story), new Evidence(Experience.NONE, List.of(), List.of(precedents)), Story.TEN.plusSeconds(3_600)).wave();
  }

  private static Optional<String> failed(Precedent... precedents) {
    return Waves.failedBefore(incident(story(10, 10)), List.of(precedents));
  }

  private static Precedent past(Kind kind, Place place, Duration before, boolean foretold, boolean so) {
    Instant began = Story.TEN.minus(before);
    return new Precedent(kind, Optional.of(place), new Span(began, began.plusSeconds(600)), foretold, so);
  }
}
