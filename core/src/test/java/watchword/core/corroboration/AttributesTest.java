package watchword.core.corroboration;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.core.Story.report;

import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.incident.Incident;
import watchword.core.report.Channel;
import watchword.core.report.Figure;
import watchword.core.report.Stance;

/// How many, which way, when exactly.
class AttributesTest {

  private static final String VEHICLES = "vehicles";

  @Test
  void what_most_count_within_a_third_is_the_likeliest() {
    Attribute vehicles = find(VEHICLES, column(12, 11, 14, 40));
    assertThat(vehicles.value()).isIn(11L, 12L, 14L);
    assertThat(vehicles.voices()).isEqualTo(4);
    assertThat(vehicles.estimate().probability()).isGreaterThan(0.6);
  }

  @Test
  void one_voice_is_believed_less_than_three_that_agree_and_two_against_one_less_than_three() {
    double one = find(VEHICLES, column(12)).estimate().probability();
    double three = find(VEHICLES, column(12, 12, 12)).estimate().probability();
    double divided = find(VEHICLES, column(12, 12, 40)).estimate().probability();
    assertThat(one).isBetween(0.6, 0.9);
    assertThat(three).isGreaterThan(one).isLessThan(1);
    assertThat(divided).isLessThan(three);
  }

  @Test
  void fifty_copies_of_a_count_are_one_voice() {
    Story story = new Story();
    for (int copy = 0; copy < 50; copy++) {
      story.with(report().of(Story.COLUMN).counting(VEHICLES, 90)
          .saying("ninety tanks on the bridge they are coming pass it on"));
    }
    story.with(report().of(Story.COLUMN).counting(VEHICLES, 10)).with(report().of(Story.COLUMN).counting(VEHICLES, 11));
    assertThat(find(VEHICLES, story)).satisfies(vehicles -> {
      assertThat(vehicles.value()).isIn(10L, 11L);
      assertThat(vehicles.voices()).isEqualTo(3);
    });
  }

  @Test
  void two_thousand_made_up_counts_are_bounded_and_what_three_told_stays() {
    Story story = column(12, 12, 12);
    for (int lie = 0; lie < 2_000; lie++) {
      story.with(report().of(Story.COLUMN).counting(VEHICLES, 1_000 + 3L * lie));
    }
    assertThat(find(VEHICLES, story).estimate().values()).hasSizeLessThanOrEqualTo(200).containsKey("12");
  }

  @Test
  void whoever_counts_twice_is_heard_once_as_they_counted_last() {
    Story story = new Story();
    for (int minute = 0; minute < 5; minute++) {
      story.with(report().of(Story.COLUMN).by(Channel.SEALED, "box").counting(VEHICLES, minute < 4 ? 90 : 20)
          .minute(minute));
    }
    assertThat(find(VEHICLES, story)).satisfies(vehicles -> {
      assertThat(vehicles.value()).isEqualTo(20);
      assertThat(vehicles.voices()).isEqualTo(1);
    });
  }

  @Test
  void hearsay_counts_where_nobody_saw_and_denials_and_questions_tell_nothing() {
    Story story = new Story().with(report().of(Story.COLUMN).counting(VEHICLES, 90).as(Stance.HEARSAY))
        .with(report().of(Story.COLUMN).counting(VEHICLES, 70).as(Stance.DENIAL))
            .with(report().of(Story.COLUMN).counting(VEHICLES, 60).as(Stance.QUESTION));
    assertThat(find(VEHICLES, story).value()).isEqualTo(90);
    assertThat(find(VEHICLES, story.with(report().of(Story.COLUMN).counting(VEHICLES, 12))).value()).isEqualTo(12);
  }

  @Test
  void a_direction_is_one_of_eight() {
    Story story = new Story().with(report().of(Story.COLUMN).counting(Figure.DIRECTION, 350))
        .with(report().of(Story.COLUMN).counting(Figure.DIRECTION, 10))
        .with(report().of(Story.COLUMN).counting(Figure.DIRECTION, 90));
    assertThat(find(Figure.DIRECTION, story).value()).isZero();
    assertThat(find(Figure.DIRECTION, story).estimate().probability()).isGreaterThan(0.5);
  }

  @Test
  void the_time_is_what_most_tell_within_the_kinds_scale_and_what_moves_has_none() {
    Story story = new Story().with(report().minute(0)).with(report().minute(10)).with(report().minute(100));
    Attribute when = find(Attribute.WHEN, story);
    assertThat(when.value() - Story.TEN.getEpochSecond() / 60).isBetween(0L, 20L);
    assertThat(when.voices()).isEqualTo(3);
    assertThat(Attributes.of(Incident.of(new Story().with(report().of(Story.COLUMN)).readings()))).isEmpty();
    assertThat(Attributes.of(Incident.of(new Story().with(report().of(Story.CAMP)).readings()))).isEmpty();
  }

  private static Story column(long... counts) {
    Story story = new Story();
    for (long count : counts) {
      story.with(report().of(Story.COLUMN).counting(VEHICLES, count));
    }
    return story;
  }

  private static Attribute find(String name, Story story) {
    return Attributes.of(Incident.of(story.readings())).stream().filter(attribute -> attribute.name().equals(name))
        .findFirst().orElseThrow();
  }
}
