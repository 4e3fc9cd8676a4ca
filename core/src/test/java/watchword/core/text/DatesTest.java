package watchword.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Days that texts name in full, in the languages of the desk.
class DatesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Strike of March 20th 2017 near the mill | 2017-03-20 | 2017-03-20",
    "March 20th – 21st 2017: three villages | 2017-03-20 | 2017-03-21",
    "on the 3rd November, 2018, at dawn | 2018-11-03 | 2018-11-03",
    "filed as 2017-03-21 by the desk | 2017-03-21 | 2017-03-21",
    "21.03.2017 около полудня | 2017-03-21 | 2017-03-21",
    "взрыв 21 марта 2017 года | 2017-03-21 | 2017-03-21",
    "выбух 21 сакавіка 2017 года | 2017-03-21 | 2017-03-21",
    "вибух 21 березня 2017 року | 2017-03-21 | 2017-03-21",
    "wybuch 5 października 2017 r. | 2017-10-05 | 2017-10-05",
    "sprogimas 2017 m. gegužės 4 d., 04.05.2017 | 2017-05-04 | 2017-05-04",
    "1 лістапада 2017 | 2017-11-01 | 2017-11-01",
  })
  void a_day_named_with_month_and_year_is_read(String text, LocalDate first, LocalDate last) {
    assertThat(Dates.in(Folding.tokens(text))).contains(new Dates.Days(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"21 March", "in 2017", "31 February 2017", "maybe 12 of 2017 went home", "call 20170 12 12", ""})
  void what_names_no_whole_day_is_left_alone(String text) {
    assertThat(Dates.in(Folding.tokens(text))).isEqualTo(Optional.empty());
  }
}
