package watchword.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static watchword.core.bulletin.Likelihood.LIKELY;
import static watchword.core.bulletin.Likelihood.UNLIKELY;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which spellings of a name are one origin.
class OriginNameTest {

  private static final BaseRate EVEN = new BaseRate(List.of(.5, .5), "nothing is known");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "General Orlik | general  orlik",
    "«Генерал Орлик» | генерал орлик",
    "\u201cGeneral Orlik\u201d | general orlik",
    "\uFF27eneral\u00a0Orlik | general orlik",
    "Дем’ян | демян",
    "Straße | strasse"
  })
  void case_spaces_and_quotation_marks_make_no_other_origin(String one, String other) {
    assertThat(OriginName.canonical(one)).isEqualTo(OriginName.canonical(other));
  }

  @Test
  void two_outlets_that_spell_one_speaker_differently_are_one_origin() {
    Assessment computed = Assessment.of(Desk.question("attack"), EVEN, List.of(Desk.document("a", "General Orlik", .6, LIKELY, UNLIKELY),
        Desk.document("b", " «general  ORLIK» ", .5, LIKELY, UNLIKELY)), Desk.NOW);
    assertThat(computed.lines()).extracting(Weighed::counts).containsExactly(true, false);
    assertThat(computed.independentOrigins()).isEqualTo(1);
    assertThat(computed.drops().get(1).withoutOrigin().getFirst()).isCloseTo(.5, within(1e-12));
    assertThat(computed.alikeOrigins()).as("they are one").isEmpty();
  }

  @Test
  void names_that_differ_by_a_letter_or_by_what_follows_are_named_and_count_as_two() {
    Assessment computed = Assessment.of(Desk.question("attack"), EVEN, List.of(Desk.document("a", "General Orlik", .6, LIKELY, UNLIKELY),
        Desk.document("b", "general Orlick", .5, LIKELY, UNLIKELY), Desk.document("c", "the mayor", .5, LIKELY, UNLIKELY)), Desk.NOW);
    assertThat(computed.independentOrigins()).isEqualTo(3);
    assertThat(computed.alikeOrigins()).containsExactly(new OriginName.Alike("general Orlick", "General Orlik"));
    assertThat(OriginName.alike(List.of("the ministry", "the Ministry of Defence"))).hasSize(1);
    assertThat(OriginName.alike(List.of("Orlik", "Orlek"))).hasSize(1);
    assertThat(OriginName.alike(List.of("Orlik", "Oleks"))).isEmpty();
    assertThat(OriginName.alike(List.of("Ann", "Anna"))).as("too short to tell a slip").isEmpty();
    assertThat(OriginName.alike(List.of("observer 12", "observer 13", "observer"))).as("numbers tell apart").isEmpty();
  }

  @Test
  void names_too_long_to_be_names_are_one_if_they_are_spelled_alike_and_else_two_without_a_question() {
    String longest = "o".repeat(99);
    assertThat(OriginName.alike(List.of(longest + "a", longest + "b"))).hasSize(1);
    assertThat(OriginName.alike(List.of(longest + "aa", longest + "ab", longest))).isEmpty();
    assertThat(OriginName.canonical(longest + "AA")).isEqualTo(OriginName.canonical(longest + "aa"));
  }

  @Test
  void to_compare_hundreds_of_long_names_takes_little_more_than_to_read_them() {
    List<String> names = IntStream.range(0, 300).mapToObj(i -> "o1".repeat(4_000) + Character.toString('\u4E00' + i)).toList();
    double read = seconds(() -> (int) names.stream().map(OriginName::canonical).distinct().count());
    double compared = seconds(() -> OriginName.alike(names).size());
    assertThat(compared / read).as("45,000 pairs; each compared, they take hundreds of times as long").isLessThan(10);
  }

  /// The shortest of five times, the first of them to warm up.
  private static double seconds(IntSupplier work) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 5; i++) {
      long from = System.nanoTime();
      assertThat(work.getAsInt()).isNotNegative();
      least = Math.min(least, (System.nanoTime() - from) / 1e9);
    }
    return least;
  }
}
