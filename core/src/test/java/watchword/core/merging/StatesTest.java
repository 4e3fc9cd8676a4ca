package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.core.Story.CAMP;
import static watchword.core.Story.COLUMN;
import static watchword.core.Story.EXPLOSION;
import static watchword.core.Story.TEN;
import static watchword.core.Story.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.Story;
import watchword.core.Story.Telling;
import watchword.core.incident.Constraints;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.Stance;
import watchword.core.text.WordWeights;

/// A garrison lasts, and is one as long as it is seen; a camp's scale is three days.
class StatesTest {

  private static final long DAY = 24 * 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void S01_a_camp_seen_every_third_day_of_a_month_is_one_in_whatever_order_it_is_told(long seed) {
    Story story = new Story();
    for (int day = 1; day <= 31; day += 3) {
      story.with(on(day, CAMP));
    }
    assertThat(merge(story, seed)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void S02_a_camp_seen_again_after_twice_its_scale_is_another(long seed) {
    Story story = new Story();
    List.of(1, 3, 5, 11, 13).forEach(day -> story.with(on(day, CAMP)));
    assertThat(lines(merge(story, seed))).containsExactly("r001 r002 r003", "r004 r005");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void S03_an_event_seen_every_third_day_never_chains(long seed) {
    for (Kind event : List.of(EXPLOSION, COLUMN)) {
      Story story = new Story();
      for (int day = 1; day <= 31; day += 3) {
        story.with(on(day, event));
      }
      assertThat(merge(story, seed)).hasSize(11);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void S04_a_denial_does_not_make_a_state_go_on(long seed) {
    Story story = new Story().with(on(1, CAMP)).with(on(2, CAMP)).with(on(5, CAMP).as(Stance.DENIAL)).with(on(8, CAMP));
    assertThat(lines(merge(story, seed))).contains("r004").noneMatch(line -> line.startsWith("r001") && line.contains("r004"));
  }

  @Test
  void S05_a_camp_in_the_next_town_is_another_however_often_both_are_seen() {
    Story story = new Story();
    for (int day = 1; day <= 9; day += 2) {
      story.with(on(day, CAMP)).with(on(day, CAMP).at(52.10, -32.90, 300));
    }
    assertThat(merge(story, 1)).hasSize(2);
  }

  @Test
  void S06_a_state_is_last_seen_where_its_latest_sighting_ends_whatever_was_denied_since() {
    Story story = new Story().with(on(1, CAMP)).with(on(3, CAMP)).with(on(4, CAMP).as(Stance.DENIAL));
    Incident camp = Incident.of(story.readings());
    assertThat(camp.lastSeen()).contains(TEN.plus(Duration.ofDays(3)).plus(Duration.ofMinutes(10)));
    assertThat(camp.goneSince()).contains(TEN.plus(Duration.ofDays(4)));
  }

  @Test
  void S07_who_sees_a_state_after_a_denial_takes_it_back() {
    Story story = new Story().with(on(1, CAMP)).with(on(2, CAMP).as(Stance.DENIAL)).with(on(3, CAMP));
    assertThat(Incident.of(story.readings()).goneSince()).isEmpty();
  }

  @Test
  void S08_an_event_has_a_moment_and_no_last_seen() {
    assertThat(Incident.of(new Story().with(report()).readings()).lastSeen()).isEmpty();
  }

  @Test
  void S09_what_was_only_heard_of_was_never_seen() {
    assertThat(Incident.of(new Story().with(on(1, CAMP).as(Stance.HEARSAY)).readings()).lastSeen()).isEmpty();
  }

  /// A pin in Dal at ten o'clock of a day, in words of its own.
  private static Telling on(int day, Kind kind) {
    return report().of(kind).at(52.10 + 0.001 * (day % 3), -33.20, 300).minute(DAY * day).saying("seen" + day + kind.id());
  }

  private static List<Incident> merge(Story story, long seed) {
    List<Reading> shuffled = new ArrayList<>(story.readings());
    Collections.shuffle(shuffled, new Random(seed));
    return new LinkageMerger().merge(shuffled, Constraints.NONE, WordWeights.NONE).incidents();
  }

  private static List<String> lines(List<Incident> incidents) {
    return incidents.stream().map(one -> String.join(" ", one.reports().stream().map(ReportId::value).toList())).toList();
  }
}
