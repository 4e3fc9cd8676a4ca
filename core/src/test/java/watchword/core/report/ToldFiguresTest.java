package watchword.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.text.Folding;

/// Counts and headings that stand in the words alone.
class ToldFiguresTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "column, 70 vehicles, heading west | 70", "counted 26 trucks at 18:05 | 26", "машын 25, 10 хвілін таму | 25",
        "пост каля 16, чалавек 12 | 12"})
  void the_one_number_that_is_no_time_is_a_count(String text, int count) {
    assertThat(Counts.in(Folding.tokens(text))).hasValue(count);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"12 trucks and 40 soldiers", "at 18:05", "School No. 4", "5 km away",
      "since 2024", "battery 20%", "M10"})
  void several_numbers_and_other_numbers_are_none(String text) {
    assertThat(Counts.in(Folding.tokens(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "heading north | 0", "going north-east, no plates | 45", "идёт на северо-восток | 45",
        "ідзе на паўднёвы захад | 225", "їде на північний захід | 315",
    "jedzie na południe | 180", "column M6 west | 270"})
  void a_heading_is_one_of_eight(String text, int degrees) {
    assertThat(heading(text)).hasValue(degrees);
  }

  @Test
  void a_part_of_the_country_is_no_heading() {
    assertThat(heading("lots of army somewhere in the south of the country today")).isEmpty();
  }

  private static OptionalInt heading(String text) {
    return Headings.in(Folding.tokens(text));
  }
}
