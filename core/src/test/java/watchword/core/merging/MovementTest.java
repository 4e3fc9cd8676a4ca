package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.core.Story.COLUMN;
import static watchword.core.Story.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.Story;
import watchword.core.Story.Telling;
import watchword.core.incident.Constraints;
import watchword.core.report.Figure;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;

/// What moves is one happening where a road and a speed allow it; a column drives 40 km in an hour of road.
class MovementTest {

  private static final double DEGREES_PER_KM = 1 / 111.195;
  private static final double DETOUR = 1.3;
  private static final long NORTH = 0;
  private static final long SOUTH = 180;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void M01_a_column_forty_kilometres_of_road_on_an_hour_later_is_the_same(long seed) {
    assertThat(merge(new Story().with(column(40 / DETOUR, 60, 2)).with(column(0, 0, 1)), seed)).containsExactly("r002 r001");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void M06_where_both_tell_its_heading_forty_kilometres_as_the_crow_flies_are_not_too_far(long seed) {
    Story story = new Story().with(column(0, 0, 1).counting(Figure.DIRECTION, NORTH))
        .with(column(40, 60, 2).counting(Figure.DIRECTION, NORTH));
    assertThat(merge(story, seed)).containsExactly("r001 r002");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void M02_a_column_forty_kilometres_on_ten_minutes_later_is_another(long seed) {
    assertThat(merge(new Story().with(column(0, 0, 1)).with(column(40, 10, 2)), seed)).containsExactly("r001", "r002");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void M03_two_columns_told_to_head_opposite_ways_in_one_place_are_two(long seed) {
    Story story = new Story();
    for (int i = 0; i < 12; i++) {
      story.with(column(0.3 * i, 2L * i, i).counting(Figure.DIRECTION, i % 2 == 0 ? NORTH : SOUTH));
    }
    assertThat(merge(story, seed)).containsExactly("r001 r003 r005 r007 r009 r011", "r002 r004 r006 r008 r010 r012");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void M04_two_columns_on_one_road_an_hour_apart_are_two(long seed) {
    Story story = new Story();
    for (int i = 0; i < 10; i++) {
      int step = i / 2;
      // Two reports on one point to the last digit would have looked it up.
      story.with(column(5 * step + 0.2 * (i % 2), 8L * step + (i % 2 == 0 ? 0 : 60), i));
    }
    assertThat(merge(story, seed)).containsExactly("r001 r003 r005 r007 r009", "r002 r004 r006 r008 r010");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void M05_one_column_that_all_see_head_one_way_stays_one(long seed) {
    Story story = new Story();
    for (int i = 0; i < 8; i++) {
      story.with(column(5 * i, 8L * i, i).counting(Figure.DIRECTION, i == 3 ? 45 : NORTH));
    }
    assertThat(merge(story, seed)).hasSize(1);
  }

  /// Seen so many kilometres north of Dal, by someone else each time.
  private static Telling column(double kilometres, long minute, int number) {
    return report().of(COLUMN).at(52.10 + kilometres * DEGREES_PER_KM, -33.20, 500).minute(minute).saying("word" + number);
  }

  private static List<String> merge(Story story, long seed) {
    List<Reading> shuffled = new ArrayList<>(story.readings());
    Collections.shuffle(shuffled, new Random(seed));
    return new LinkageMerger().merge(shuffled, Constraints.NONE, WordWeights.NONE).incidents().stream()
        .map(one -> String.join(" ", one.reports().stream().map(ReportId::value).toList())).toList();
  }
}
