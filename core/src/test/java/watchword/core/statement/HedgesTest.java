package watchword.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// How well the suggested marks agree with the given ones, on the half that whoever wrote the lists did not read.
class HedgesTest {

  @Test
  void hedges_of_sentences_that_nobody_read_agree_to_four_fifths() {
    List<MarkedSentence> heldBack = MarkedSentence.heldBack();

    assertThat(Scores.macro(heldBack, MarkedSentence::hedge, word(Marking::hedge))).isGreaterThanOrEqualTo(.80);
  }

  /// The lists were written with this half in sight: what it shows is that nothing broke.
  @Test
  void marks_of_sentences_that_were_read_agree_better() {
    List<MarkedSentence> development = MarkedSentence.development();

    assertThat(Scores.macro(development, MarkedSentence::hedge, word(Marking::hedge))).isGreaterThan(.95);
    assertThat(Scores.macro(development, MarkedSentence::type, word(Marking::type))).isGreaterThan(.85);
    assertThat(Scores.macro(development, MarkedSentence::polarity, word(Marking::polarity))).isGreaterThan(.9);
    assertThat(Scores.macro(development, MarkedSentence::tense, word(Marking::tense))).isGreaterThan(.85);
  }

  static Function<Marking, String> word(Function<Marking, Enum<?>> mark) {
    return marking -> mark.apply(marking).name().toLowerCase(Locale.ROOT);
  }
}
