package watchword.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How a list of cues is read.
class LexiconFormatTest {

  @Test
  void stars_gaps_alternatives_and_marks_are_read() {
    Lexicon lexicon = LexiconFormat.read("en", "[possible]\nmay|might .. hap*\n^ perhaps\n[not]\n*n't\n[hearsay]\nsay , that\n");

    assertThat(found(lexicon, "it might well yet happen")).containsExactly(new Cue(Family.POSSIBLE, 1, 5));
    assertThat(found(lexicon, "perhaps")).containsExactly(new Cue(Family.POSSIBLE, 0, 1));
    assertThat(found(lexicon, "it perhaps")).isEmpty();
    assertThat(found(lexicon, "it didn't")).containsExactly(new Cue(Family.NOT, 1, 2));
    assertThat(found(lexicon, "they say, that")).containsExactly(new Cue(Family.HEARSAY, 1, 3));
    assertThat(found(lexicon, "they say that")).isEmpty();
  }

  @Test
  void what_is_no_cue_is_refused_with_its_line() {
    assertThatThrownBy(() -> LexiconFormat.read("en", "[maybe]\nperhaps\n")).hasMessageContaining("line 2").hasMessageContaining("[maybe]");
    assertThatThrownBy(() -> LexiconFormat.read("en", "[possible]\n*\n")).hasMessageContaining("no letter");
    assertThatThrownBy(() -> LexiconFormat.read("en", "[possible]\n<none>\n")).hasMessageContaining("no list");
    assertThatThrownBy(() -> LexiconFormat.read("en", "[possible]\n.. ,\n")).hasMessageContaining("needs a word");
  }

  @Test
  void each_language_has_cues_for_every_hedge() {
    for (Lexicon lexicon : Lexicons.all()) {
      assertThat(lexicon.families()).as(lexicon.language()).contains(Family.UNKNOWN, Family.HEARSAY, Family.CONDITIONAL, Family.POSSIBLE, Family.PROBABLE, Family.CERTAIN, Family.NOT, Family.REJECT);
    }
  }

  private static List<Cue> found(Lexicon lexicon, String text) {
    return lexicon.matches(WordCutter.of(text, 0, text.length()));
  }
}
