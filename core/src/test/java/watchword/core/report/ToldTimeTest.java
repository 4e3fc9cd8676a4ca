package watchword.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.text.Folding;
import watchword.core.time.Span;

/// What the words of a report tell of its time, beside the hour its sender chose.
class ToldTimeTest {

  private static final Span TWO_TO_THREE = span("14:00", "15:00");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "blast at 14:30, smoke", "выбух недзе ў 14:30", "взрыв в 14:30", "вибух о 14:30", "wybuch o 14.30",
        "sprogimas 14:30"})
  void a_clock_time_is_told_to_five_minutes_in_six_languages(String text) {
    assertThat(told(text, TWO_TO_THREE, "14:50")).isEqualTo(span("14:25", "14:35"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "about 40 minutes ago", "хвілін 40 таму", "минут 40 назад", "хвилин 40 тому", "jakieś 40 minut temu",
        "prieš 40 min"})
  void so_long_ago_narrows_the_hour_to_quarters(String text) {
    assertThat(told(text, TWO_TO_THREE, "15:20")).isEqualTo(span("14:15", "15:00"));
    assertThat(told(text, TWO_TO_THREE, "14:55")).isEqualTo(span("14:00", "14:30"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "an hour ago", "гадзіну таму", "час назад", "годину тому", "godzinę temu", "prieš valandą", "one hour ago"})
  void an_hour_needs_no_number(String text) {
    assertThat(told(text, span("10:00", "18:00"), "15:00")).isEqualTo(span("13:30", "14:15"));
  }

  @Test
  void hours_are_counted_in_words_too() {
    assertThat(told("two hours ago", span("10:00", "18:00"), "15:00")).isEqualTo(span("12:15", "13:30"));
    assertThat(told("тры гадзіны таму", span("10:00", "18:00"), "15:00")).isEqualTo(span("11:00", "12:45"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"happening right now", "зараз", "прямо сейчас", "щойно", "przed chwilą",
      "dabar"})
  void now_is_while_it_was_written(String text) {
    assertThat(told(text, TWO_TO_THREE, "14:50")).isEqualTo(span("14:30", "15:00"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"last night", "минулої ночі", "прошлой ночью", "мінулай ноччу", "zeszłej nocy",
      "praėjusią naktį"})
  void last_night_ended_this_morning(String text) {
    Span day = new Span(at("00:00"), at("00:00").plus(Duration.ofDays(1)).minusSeconds(60));
    assertThat(told(text, day, "09:00")).isEqualTo(span("00:00", "06:00"));
  }

  @Test
  void an_hour_about_which_is_told_only_narrows() {
    assertThat(told("около 15", TWO_TO_THREE, "16:10")).isEqualTo(span("14:30", "15:00"));
    assertThat(told("around 19", TWO_TO_THREE, "20:10")).isEqualTo(TWO_TO_THREE);
  }

  @Test
  void a_clock_time_corrects_an_hour_chosen_by_mistake_but_not_another_part_of_the_day() {
    assertThat(told("shots at 13:40", TWO_TO_THREE, "14:50")).isEqualTo(span("13:35", "13:45"));
    assertThat(told("like the one at 08:10", TWO_TO_THREE, "14:50")).isEqualTo(span("14:00", "15:00"));
  }

  @Test
  void a_date_is_no_clock_time() {
    assertThat(told("since 14.30 2026", TWO_TO_THREE, "16:00")).isEqualTo(TWO_TO_THREE);
  }

  @Test
  void nothing_is_seen_after_it_was_told_and_the_minute_of_arrival_is_not_kept() {
    assertThat(told("smoke", TWO_TO_THREE, "14:07")).isEqualTo(span("14:00", "14:15"));
    assertThat(told("smoke", TWO_TO_THREE, "14:13")).isEqualTo(span("14:00", "14:15"));
  }

  @Test
  void who_gave_the_minute_is_believed() {
    assertThat(told("at 14:30", span("14:50", "15:00"), "15:02")).isEqualTo(span("14:50", "15:00"));
  }

  @Test
  void a_claim_filed_under_its_hour_is_of_the_time_it_was_made() {
    assertThat(ToldTime.ofClaim(span("21:00", "22:00"), at("14:07"))).isEqualTo(span("14:00", "14:15"));
    assertThat(ToldTime.ofClaim(TWO_TO_THREE, at("15:10"))).isEqualTo(TWO_TO_THREE);
  }

  private static Span told(String text, Span stated, String received) {
    return ToldTime.of(Folding.tokens(text), stated, at(received), ZoneOffset.UTC);
  }

  private static Span span(String earliest, String latest) {
    return new Span(at(earliest), at(latest));
  }

  private static Instant at(String clock) {
    return Instant.parse("2026-11-22T" + clock + ":00Z");
  }
}
