package watchword.core.corroboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.corroboration.ReliabilityDiagram.Band;
import watchword.core.corroboration.ReliabilityDiagram.Said;

/// What a desk said beside what held, and its grades.
class ReliabilityDiagramTest {

  @Test
  void what_was_said_stands_in_bands_with_the_share_that_held() {
    ReliabilityDiagram diagram = ReliabilityDiagram.of(said(0.8, 10, 7, 0.75, 4, 4, 0.3, 5, 1));
    assertThat(diagram.bands()).extracting(Band::from, Band::to, Band::said, Band::held).containsExactly(
        tuple(21, 30, 5, 1), tuple(71, 80, 14, 11));
    assertThat(diagram.bands().getLast().mean()).isCloseTo((8 + 3) / 14.0, within(1e-12));
    assertThat(diagram.judged()).isEqualTo(19);
    assertThat(diagram.held()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.004, 0", "0.1, 0", "0.104, 0", "0.106, 11", "0.7999999, 71", "0.8, 71", "0.8000001, 71", "0.81, 81", "0.9, 81", "0.91, 91", "1, 91"})
  void a_band_is_told_by_the_whole_per_cent_that_an_editor_read(double probability, int from) {
    assertThat(ReliabilityDiagram.of(List.of(new Said(probability, true))).bands()).extracting(Band::from).containsExactly(from);
  }

  @Test
  void brier_is_the_mean_square_of_the_miss_beside_that_of_always_saying_the_share() {
    ReliabilityDiagram diagram = ReliabilityDiagram.of(List.of(new Said(0.8, true), new Said(0.6, false), new Said(0.1, false), new Said(1, true)));
    assertThat(diagram.brier()).isCloseTo((0.04 + 0.36 + 0.01 + 0) / 4, within(1e-12));
    assertThat(diagram.known()).isCloseTo(0.25, within(1e-12));
  }

  /// Wilson's interval for 7 of 10 is .397 to .892, worked out apart.
  @Test
  void the_interval_is_wilsons_and_open_wide_where_little_was_seen() {
    Band ten = ReliabilityDiagram.of(said(0.8, 10, 7)).bands().getFirst();
    assertThat(ten.open().low()).isCloseTo(0.3968, within(5e-4));
    assertThat(ten.open().high()).isCloseTo(0.8922, within(5e-4));
    Band one = ReliabilityDiagram.of(said(0.8, 1, 1)).bands().getFirst();
    assertThat(one.open().width()).isGreaterThan(0.75);
    assertThat(one.open().high()).isEqualTo(1);
    Band many = ReliabilityDiagram.of(said(0.8, 1_000, 700)).bands().getFirst();
    assertThat(many.open().width()).isLessThan(0.06);
    assertThat(many.agrees()).as("80 said, 70 held, of a thousand").isFalse();
    assertThat(ten.agrees()).as("the same of ten").isTrue();
  }

  @Test
  void nothing_said_is_no_record_and_twenty_are_one() {
    assertThat(ReliabilityDiagram.of(List.of())).isEqualTo(new ReliabilityDiagram(List.of(), 0, 0, 0, 0));
    assertThat(ReliabilityDiagram.of(said(0.5, 19, 9)).tells()).isFalse();
    assertThat(ReliabilityDiagram.of(said(0.5, 20, 9)).tells()).isTrue();
  }

  @Test
  void grades_on_the_diagonal_are_counted_among_those_that_can_be_judged() {
    Diagonal diagonal = Diagonal.of(List.of(
        new Admiralty('A', 1), new Admiralty('B', 2), new Admiralty('C', 3), new Admiralty('D', 4), new Admiralty('E', 5),
        new Admiralty('A', 2), new Admiralty('E', 1), new Admiralty('F', 6), new Admiralty('F', 3), new Admiralty('B', 6)));
    assertThat(diagonal).isEqualTo(new Diagonal(5, 7, 10 / 49.0, 3));
    assertThat(diagonal.share()).isCloseTo(5 / 7.0, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"15, 20, true", "14, 20, false", "13, 19, false", "19, 19, false", "71, 100, true", "70, 100, false"})
  void more_than_seventy_per_cent_on_the_diagonal_of_twenty_or_more_is_a_warning(int on, int graded, boolean warns) {
    List<Admiralty> grades = new ArrayList<>(Collections.nCopies(on, new Admiralty('B', 2)));
    grades.addAll(Collections.nCopies(graded - on, new Admiralty('B', 4)));
    assertThat(Diagonal.of(grades).warns()).isEqualTo(warns);
  }

  @Test
  void the_share_expected_by_chance_is_that_of_letters_and_numbers_that_know_nothing_of_each_other() {
    List<Admiralty> alike = Collections.nCopies(20, new Admiralty('B', 2));
    assertThat(Diagonal.of(alike).expected()).as("all alike: chance puts all there").isEqualTo(1);
    List<Admiralty> readOff = new ArrayList<>(Collections.nCopies(10, new Admiralty('B', 2)));
    readOff.addAll(Collections.nCopies(10, new Admiralty('D', 4)));
    assertThat(Diagonal.of(readOff).expected()).as("read off each other: twice what chance would").isEqualTo(0.5);
    assertThat(Diagonal.of(List.of()).expected()).isZero();
  }

  /// Probability, how many, how many of them held, and so on.
  private static List<Said> said(double... groups) {
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < groups.length; i += 3) {
      double probability = groups[i];
      int held = (int) groups[i + 2];
      IntStream.range(0, (int) groups[i + 1]).forEach(k -> said.add(new Said(probability, k < held)));
    }
    return said;
  }
}
