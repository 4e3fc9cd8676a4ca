package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Vectors.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StopSheetTest {
  static final String VECTORS = "stop-sheet.json";
  static final String WORDS = "sock media metal load keen connect";
  static final Epoch MADE = new Epoch(20_779);

  /// What our messages say for each refusal the vectors name.
  private static final Map<String, String> REFUSALS = Map.of(
      "title", "does not begin with watchword.stop/1", "lines", "lines, not 56", "words", "line 2", "day", "line 3",
      "heading", "line 4", "letters", "letters, digits, - and _", "size", "more than 16384 bytes",
      "signature", "the signature is not this root's");

  @Test
  void a_sheet_is_read_by_its_root_and_no_other() throws FormatException {
    try (Root root = Fixtures.root(40); Root other = Fixtures.root(41)) {
      StopSheet sheet = StopSheet.read(StopSheet.sign(root, WORDS, MADE).text(), root.publicPart());

      assertThat(sheet.words()).isEqualTo(WORDS);
      assertThat(sheet.made()).isEqualTo(MADE);
      assertThatThrownBy(() -> StopSheet.read(sheet.text(), other.publicPart())).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void a_sheet_fits_on_a_page_of_64_columns() {
    try (Root root = Fixtures.root(40)) {
      assertThat(new String(StopSheet.sign(root, WORDS, MADE).text(), StandardCharsets.US_ASCII).lines())
          .hasSize(56).allMatch(line -> line.length() <= 64);
    }
  }

  @Test
  void any_one_changed_letter_is_found() {
    try (Root root = Fixtures.root(40)) {
      byte[] text = StopSheet.sign(root, WORDS, MADE).text();
      for (int at = 0; at < text.length - 1; at += 37) {
        byte[] changed = text.clone();
        changed[at] = (byte) (changed[at] == 'A' ? 'B' : 'A');
        assertThatThrownBy(() -> StopSheet.read(changed, root.publicPart())).as("letter " + at).isInstanceOf(FormatException.class);
      }
    }
  }

  @Test
  void sheets_of_the_vectors_are_read_whatever_hands_and_scanners_added() throws Exception {
    JsonNode vectors = Vectors.read(VECTORS);
    for (JsonNode vector : vectors.get("valid")) {
      StopSheet sheet = StopSheet.read(text(vectors, vector), root(vectors));
      assertThat(sheet.text()).as(vector.get("name").textValue()).asString().isEqualTo(vectors.get("sheet").textValue());
      assertThat(sheet.words()).isEqualTo(vectors.get("words").textValue());
      assertThat(sheet.made().date()).hasToString(vectors.get("made").textValue());
    }
  }

  @Test
  void invalid_sheets_of_the_vectors_are_refused_for_the_reason_they_name() throws Exception {
    JsonNode vectors = Vectors.read(VECTORS);
    assertThat(list(vectors.get("invalid"))).extracting(vector -> vector.get("refusal").textValue()).containsAll(REFUSALS.keySet());
    for (JsonNode vector : vectors.get("invalid")) {
      assertThatThrownBy(() -> StopSheet.read(text(vectors, vector), root(vectors))).as(vector.get("name").textValue())
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith("stop sheet: ")
          .hasMessageContaining(REFUSALS.get(vector.get("refusal").textValue()));
    }
  }

  private static RootPublic root(JsonNode vectors) throws FormatException {
    return RootPublic.parse(Vectors.base64(vectors.get("root").get("public")));
  }

  /// A vector is given whole, or as the sheet with the one place where something else stands.
  private static byte[] text(JsonNode vectors, JsonNode vector) {
    if (vector.has("text")) {
      return vector.get("text").textValue().getBytes(StandardCharsets.UTF_8);
    }
    String from = vector.get("replace").get(0).textValue();
    String to = vector.get("replace").get(1).textValue();
    String sheet = vectors.get("sheet").textValue();
    assertThat(sheet).contains(from);
    return sheet.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)).getBytes(StandardCharsets.UTF_8);
  }
}
