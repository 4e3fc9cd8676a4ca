package watchword.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.place.Place;
import watchword.core.text.Folding;
import watchword.core.text.Words;
import watchword.core.time.Span;

/// What a report is read as, by its time and the times in its words.
class ReaderTest {

  private static final Instant MORNING = Instant.parse("2026-11-22T10:00:00Z");

  private final Reader reader = new Reader(Story.LORNE, ZoneOffset.UTC);

  @Test
  void a_clock_time_ahead_of_its_arrival_foretells() {
    assertThat(reader.read(report("attack at 21:00", MORNING, MORNING), MORNING).foretells()).isTrue();
    assertThat(reader.read(report("attack at 09:00", MORNING, MORNING), MORNING).foretells()).isFalse();
  }

  @Test
  void a_clock_time_in_a_report_of_last_week_is_last_weeks() {
    Instant past = MORNING.minus(Duration.ofDays(7));
    assertThat(reader.read(report("attack at 21:00", past, past), MORNING).foretells()).isFalse();
  }

  @Test
  void a_row_that_knows_only_when_it_was_filed_is_of_the_day_its_words_name() {
    Instant filed = Instant.parse("2017-03-31T00:00:00Z");
    Instant end = filed.plus(Duration.ofDays(1)).minusSeconds(1);
    assertThat(reader.read(report("Strike of March 20th – 21st 2017", filed, end)).when())
        .isEqualTo(new Span(Instant.parse("2017-03-20T00:00:00Z"), Instant.parse("2017-03-21T23:59:59Z")));
    assertThat(reader.read(report("Strike of 20 March 2007", filed, end)).when()).as("too long ago").isEqualTo(new Span(filed, end));
    assertThat(reader.read(report("Strike of 20 March 2017", filed, filed)).when()).as("it knows its minute").isEqualTo(Span.at(filed));
  }

  @Test
  void a_forward_that_names_no_place_is_read_as_its_message_but_for_what_may_not_be_copied() {
    Reading message = reader.read(report("bridge is down at the old mill", MORNING, MORNING));
    Reading forward = reader.read(report("RT @anna: bridge is down at the old mill http://t.example/some/page", MORNING, MORNING));
    assertThat(forward.words().wording()).isEqualTo(message.words().wording());
    assertThat(forward.words().stems()).isEqualTo(message.words().stems());
    assertThat(forward.words().holdsFiveOf(Words.runs(Folding.tokens("http://t.example/some/page")))).isTrue();
  }

  @Test
  void places_whose_shares_do_not_sum_to_one_are_refused() {
    Weighted<Place> half = new Weighted<>(new Place(52.1, -33.2, 500, ""), 0.5);
    assertThat(new Story().with(Story.report().atOneOf(List.of(half, half))).readings().getFirst().places()).hasSize(2);
    assertThatIllegalArgumentException().isThrownBy(() -> new Story().with(Story.report().atOneOf(List.of(half, half, half))).readings())
        .withMessage("the shares of places do not sum to 1");
  }

  @Test
  void where_a_town_is_named_every_word_counts() {
    Reading plain = reader.read(report("loud bang in Dal", MORNING, MORNING));
    Reading forward = reader.read(report("RT @anna: loud bang in Dal", MORNING, MORNING));
    assertThat(forward.words().wording()).isNotEqualTo(plain.words().wording());
  }

  private static Report report(String text, Instant earliest, Instant latest) {
    return new Report(
        new ReportId("r1"), Channel.PUBLIC, new SourceKey("list"), Story.EXPLOSION, Stance.SIGHTING, Optional.empty(),
        new Span(earliest, latest), text, List.of(), List.of());
  }
}
