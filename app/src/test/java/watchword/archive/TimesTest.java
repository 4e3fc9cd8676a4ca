package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchword.core.time.Span;

class TimesTest {

  private final Times utc = new Times(ZoneOffset.UTC, Instant.MAX);

  @Test
  void a_date_is_the_whole_day() throws RowFault {
    assertThat(span(utc, "2016-01-02")).isEqualTo(new Span(Instant.parse("2016-01-02T00:00:00Z"), Instant.parse("2016-01-02T23:59:59Z")));
  }

  @Test
  void a_time_with_an_offset_is_that_instant_in_any_zone() throws RowFault {
    Times kyiv = new Times(ZoneId.of("Europe/Kyiv"), Instant.MAX);
    for (String cell : new String[] {"2022-03-15T16:10:34Z", "2022-03-15 16:10:34+00:00", "2022-03-15T18:10:34+0200", "2022-03-15 18:10:34 +02", "2022-03-15T16:10:34.000Z"}) {
      assertThat(span(kyiv, cell)).as(cell).isEqualTo(Span.at(Instant.parse("2022-03-15T16:10:34Z")));
    }
    assertThat(kyiv.sawLocal()).isFalse();
  }

  @Test
  void a_time_without_an_offset_is_local_to_the_zone() throws RowFault {
    Times kyiv = new Times(ZoneId.of("Europe/Kyiv"), Instant.MAX);

    assertThat(span(kyiv, "2022-07-01T12:00")).isEqualTo(Span.at(Instant.parse("2022-07-01T09:00:00Z")));
    assertThat(span(kyiv, "2022-07-01").earliest()).isEqualTo(Instant.parse("2022-06-30T21:00:00Z"));
    assertThat(kyiv.sawLocal()).isTrue();
  }

  @Test
  void with_slashes_the_day_comes_first() throws RowFault {
    assertThat(span(utc, "05/07/2010 17:26")).isEqualTo(Span.at(Instant.parse("2010-07-05T17:26:00Z")));
    assertThat(span(utc, "5/7/2010").earliest()).isEqualTo(Instant.parse("2010-07-05T00:00:00Z"));
  }

  @Test
  void an_end_stretches_the_span() throws RowFault {
    assertThat(utc.span(Optional.of("2012-01-01"), Optional.of("2012-01-02")))
        .isEqualTo(new Span(Instant.parse("2012-01-01T00:00:00Z"), Instant.parse("2012-01-02T23:59:59Z")));
  }

  @Test
  void what_is_no_time_is_refused_without_being_quoted() {
    assertThatThrownBy(() -> utc.span(Optional.empty(), Optional.empty())).isInstanceOf(RowFault.class).hasMessage("the time is missing");
    assertThatThrownBy(() -> span(utc, "yesterday")).hasMessageStartingWith("the time is not a time such as").hasMessageNotContaining("yesterday");
    assertThatThrownBy(() -> span(utc, "2016-02-30")).hasMessage("the time is not in the calendar");
    assertThatThrownBy(() -> span(utc, "07/13/2010 10:00")).hasMessage("the time is not in the calendar");
    assertThatThrownBy(() -> span(utc, "2016-01-02T10:00+99:00")).hasMessage("the time is not in the calendar");
    assertThatThrownBy(() -> utc.span(Optional.of("2012-01-02"), Optional.of("2012-01-01"))).hasMessage("the end is before the time");
  }

  private static Span span(Times times, String cell) throws RowFault {
    return times.span(Optional.of(cell), Optional.empty());
  }
}
