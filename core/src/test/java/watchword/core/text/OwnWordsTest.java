package watchword.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What forwarding adds goes; what somebody wrote stays.
class OwnWordsTest {

  private static final String MESSAGE = "Bridge at the old mill is down, two cars in the water";

  @ParameterizedTest
  @ValueSource(strings = {
    "RT @anna: Bridge at the old mill is down, two cars in the water",
    "Bridge at the old mill is down, two cars in the water http://t.example/a1B2",
    "rt @anna_k \"Bridge at the old mill is down, two cars in the water\" (https://t.example/x?y=1)",
    "@desk @анна Bridge at the old mill is down, two cars in the water WWW.example.org",
    "RT: Bridge at the old mill is down, two cars in the water http:"
  })
  void a_forward_has_the_wording_of_its_message(String forward) {
    assertThat(Words.of(OwnWords.of(forward)).wording()).isEqualTo(Words.of(MESSAGE).wording());
  }

  @ParameterizedTest
  @CsvSource({
    "art and concert, art and concert",
    "part of Hart, part of Hart",
    "RT2 is a radio, RT2 is a radio",
    "https is a protocol, https is a protocol",
    "awww. poor dog, awww. poor dog",
    "#flood at noon, #flood at noon",
  })
  void a_word_that_only_looks_like_it_stays(String text, String left) {
    assertThat(OwnWords.of(text)).isEqualTo(left);
  }

  @Test
  void a_text_of_nothing_else_is_empty_of_words() {
    assertThat(Words.of(OwnWords.of("RT @anna http://t.example/a1B2")).isEmpty()).isTrue();
  }
}
