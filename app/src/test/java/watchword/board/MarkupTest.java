package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words of people cannot become markup, and cannot hide.
class MarkupTest {

  @Test
  void text_and_attributes_are_escaped() {
    String html = new Markup("").element("p", "a < b & \"c\"", "title", "\"><script>").toString();
    assertThat(html).isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp; &quot;c&quot;</p>\n");
  }

  @Test
  void data_cannot_end_its_block() {
    String html = new Markup("").json("x", "{\"a\":\"</script><!-- & \"}").toString();
    assertThat(html).isEqualTo(
        "<script type=\"application/json\" id=\"x\">{\"a\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 \"}</script>\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x202E, 0x2066, 0x200B, 0x200D, 0xFEFF, 0x00AD, 0x061C, 0x0000, 0x0008, 0x2028, 0xE0041, 0xFFFE, 0xD800, 0x3164, 0x034F, 0xFE0E, 0xE0100})
  void what_hides_or_turns_words_round_is_shown(int codePoint) {
    assertThat(Visible.of("no" + Character.toString(codePoint) + "sign")).isEqualTo("no[U+%04X]sign".formatted(codePoint));
  }

  @Test
  void words_of_any_script_stay_as_they_are() {
    String words = "Няма прыкмет, žygis, مرحبا, שלום\n100 % – ’";
    assertThat(Visible.of(words)).isEqualTo(words);
  }

  @Test
  void an_element_left_open_is_a_mistake() {
    assertThatThrownBy(() -> new Markup("").open("p").toString()).isInstanceOf(IllegalStateException.class);
  }
}
