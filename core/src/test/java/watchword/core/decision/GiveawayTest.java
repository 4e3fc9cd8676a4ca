package watchword.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.place.Gazetteer;
import watchword.core.place.Town;
import watchword.core.report.Reading;

class GiveawayTest {

  private static final ZoneOffset ZONE = ZoneOffset.ofHours(3);
  private static final Reading REPORT = new Story().with(Story.report().saying("two loud bangs behind the old brickworks and then smoke")).readings().getFirst();
  private static final Gazetteer TOWNS = new Gazetteer("two towns", List.of(
      town("dal", "Dal", 0.01), town("far", "Lornewick", 3)));

  @Test
  void a_plain_question_repeats_nothing() {
    assertThat(giveaways("Which way did they go, and what was on the wheels?")).isEmpty();
  }

  @Test
  void a_town_of_the_report_is_told_and_one_far_away_is_not() {
    assertThat(giveaways("Were you in Dal?")).containsExactly(Giveaway.PLACE);
    assertThat(giveaways("Were you in Lornewick?")).isEmpty();
  }

  @Test
  void five_words_in_a_row_are_told_and_four_are_not() {
    assertThat(giveaways("You wrote: loud bangs behind the old brickworks.")).containsExactly(Giveaway.WORDS);
    assertThat(giveaways("What stood behind the old fence?")).isEmpty();
  }

  @Test
  void an_hour_near_the_report_is_told_by_the_desks_clock_and_a_far_one_is_not() {
    Instant middle = REPORT.when().middle();
    assertThat(giveaways("Were you outside at " + clock(middle) + "?")).containsExactly(Giveaway.TIME);
    assertThat(giveaways("Can you look tomorrow at " + clock(middle.plusSeconds(8 * 3_600)) + "?")).isEmpty();
  }

  private static Set<Giveaway> giveaways(String text) {
    return Giveaway.of(text, REPORT, TOWNS, ZONE);
  }

  private static String clock(Instant at) {
    return at.atOffset(ZONE).toLocalTime().toString().substring(0, 5);
  }

  private static Town town(String id, String name, double north) {
    double latitude = REPORT.place().orElseThrow().latitude() + north;
    return new Town(id, name, List.of(), latitude, REPORT.place().orElseThrow().longitude(), 20_000, "");
  }
}
