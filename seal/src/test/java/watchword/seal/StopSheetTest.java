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
  private static final Map<String, String> REFUSALS = Map.ofEntries(
      Map.entry("title", "does not begin with watchword.stop/1"), Map.entry("end", "it ends after 3 lines"), Map.entry("words", "line 2"),
      Map.entry("day", "line 3"), Map.entry("heading", "line 4"), Map.entry("rows", "lines of letters with 140 in all, not 8 of 20"),
      Map.entry("width", "line 11, row 7 of the letters: "), Map.entry("letters", "line 11, row 7 of the letters: sign 1 is none of the letters"),
      Map.entry("row", " of the letters: a letter is wrong"), Map.entry("size", "more than 16384 bytes"),
      Map.entry("signature", "the signature is not this root's, though every row is right"));

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
  void a_sheet_is_typed_in_minutes() {
    try (Root root = Fixtures.root(40)) {
      assertThat(new String(StopSheet.sign(root, WORDS, MADE).text(), StandardCharsets.US_ASCII).lines())
          .hasSize(12).allMatch(line -> line.length() <= 60).filteredOn(line -> line.matches("[ACDEFHJKMNPRTWXY]{4}( [ACDEFHJKMNPRTWXY]{4}){4}")).hasSize(8);
    }
  }

  @Test
  void any_one_changed_letter_is_found() {
    try (Root root = Fixtures.root(40)) {
      byte[] text = StopSheet.sign(root, WORDS, MADE).text();
      for (int at = 0; at < text.length - 1; at += 7) {
        byte[] changed = text.clone();
        if (changed[at] == ' ' || changed[at] == '\n') {
          continue; // blanks are no letters
        }
        changed[at] = (byte) (changed[at] == 'A' || changed[at] == 'a' ? 'C' : 'A');
        assertThatThrownBy(() -> StopSheet.read(changed, root.publicPart())).as("letter " + at).isInstanceOf(FormatException.class);
      }
    }
  }

  @Test
  void a_wrong_letter_is_named_by_the_line_of_the_file_it_stands_in() {
    try (Root root = Fixtures.root(40)) {
      String[] lines = new String(StopSheet.sign(root, WORDS, MADE).text(), StandardCharsets.US_ASCII).split("\n", -1);
      for (int row = 4; row < 12; row++) {
        String[] changed = lines.clone();
        changed[row] = (lines[row].charAt(0) == 'M' ? 'N' : 'M') + lines[row].substring(1);
        byte[] text = ("\n" + String.join("\n", changed)).getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> StopSheet.read(text, root.publicPart()))
            .hasMessage("stop sheet: line " + (row + 2) + ", row " + (row - 3) + " of the letters: a letter is wrong");
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
