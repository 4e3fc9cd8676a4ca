package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.core.Story.COLUMN;
import static watchword.core.Story.EXPLOSION;
import static watchword.core.Story.GUNFIRE;
import static watchword.core.Story.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.Story.Telling;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;

/// When a cluster is two happenings, by all its reports together.
class PartingTest {

  @Test
  void witnesses_of_one_happening_stay_together() {
    Story story = new Story();
    for (int i = 0; i < 12; i++) {
      story.with(seen(i).minute(3L * (i % 5)));
    }
    assertThat(parted(story)).isEmpty();
  }

  @Test
  void two_kinds_that_are_taken_for_each_other_part_where_each_has_many() {
    Story story = new Story();
    for (int i = 0; i < 16; i++) {
      story.with(seen(i).of(i < 8 ? EXPLOSION : GUNFIRE));
    }
    assertThat(parted(story)).isEqualTo("0000000011111111");
  }

  @Test
  void a_few_who_chose_another_kind_do_not_part() {
    Story story = new Story();
    for (int i = 0; i < 16; i++) {
      story.with(seen(i).of(i < 14 ? EXPLOSION : GUNFIRE));
    }
    assertThat(parted(story)).isEmpty();
  }

  @Test
  void silence_between_two_times_parts() {
    Story story = new Story();
    for (int i = 0; i < 10; i++) {
      story.with(seen(i).minute(i < 5 ? i : 60 + i));
    }
    assertThat(parted(story)).isEqualTo("0000011111");
  }

  @Test
  void copies_are_one_voice_and_do_not_part() {
    Story story = new Story();
    for (int i = 0; i < 5; i++) {
      story.with(seen(i));
    }
    for (int i = 0; i < 5; i++) {
      story.with(report().at(52.101 + 0.001 * i, -33.20, 300).minute(70 + i)
          .saying("a loud bang and then all the windows shook here"));
    }
    assertThat(parted(story)).isEmpty();
  }

  @Test
  void two_columns_on_one_road_part_by_their_courses_and_a_third_of_the_size() {
    Story story = new Story();
    for (int i = 0; i < 12; i++) {
      int step = i / 2;
      boolean second = i % 2 == 1;
      double latitude = 52.10 + 0.05 * step - (second ? 0.25 : 0);
      story.with(report().of(COLUMN).at(latitude, -33.20, 500).minute(8L * step).saying("word" + i)
          .counting("vehicles", second ? 12 + i % 3 : 60 + i));
    }
    assertThat(parted(story)).isEqualTo("010101010101");
  }

  @Test
  void one_column_on_its_way_does_not_part() {
    Story story = new Story();
    for (int i = 0; i < 12; i++) {
      story.with(report().of(COLUMN).at(52.10 + 0.05 * i, -33.20, 500).minute(8L * i).saying("word" + i)
          .counting("vehicles", 40 + i));
    }
    assertThat(parted(story)).isEmpty();
  }

  /// A pin near Dal and words of their own.
  private static Telling seen(int number) {
    return report().at(52.10 + 0.001 * (number % 4), -33.20 + 0.001 * (number % 3), 300).saying("word" + number);
  }

  /// A digit for each report in the order they were told: which happening it is of; empty where there is one.
  private static String parted(Story story) {
    List<Node> nodes = NodeList.of(story.readings());
    Optional<boolean[]> parted = Parting.of(nodes);
    if (parted.isEmpty()) {
      return "";
    }
    TreeMap<ReportId, Boolean> second = new TreeMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      second.put(nodes.get(i).first.id(), parted.get()[i]);
    }
    boolean first = second.firstEntry().getValue();
    return second.values().stream().map(side -> side == first ? "0" : "1").collect(Collectors.joining());
  }
}
