package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import watchword.archive.KindsFile;
import watchword.core.report.Report;
import watchword.seal.FormatException;

class ReportFormatTest {
  private static final JsonNode VECTORS = vectors();

  private final ReportFormat format = new ReportFormat(KindsFile.builtIn());

  private static JsonNode vectors() {
    try {
      return JsonMapper.builder().build().readTree(Path.of("..", "spec", "vectors", "report.json").toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A vector is the base with one text replaced once, or whole in base64.
  private static byte[] content(JsonNode vector) {
    if (vector.has("contentBase64")) {
      return Base64.getDecoder().decode(vector.get("contentBase64").textValue());
    }
    String base = VECTORS.get("base").textValue();
    if (!vector.has("replace")) {
      return base.getBytes(StandardCharsets.UTF_8);
    }
    String from = vector.get("replace").get(0).textValue();
    int at = base.indexOf(from);
    assertThat(at).as(vector.get("name").textValue()).isNotNegative();
    String replaced = base.substring(0, at) + vector.get("replace").get(1).textValue() + base.substring(at + from.length());
    return replaced.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] replaced(String from, String to) {
    String base = VECTORS.get("base").textValue();
    assertThat(base).contains(from);
    return base.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void every_valid_report_of_the_specification_is_read_and_read_back_the_same() throws FormatException {
    assertThat(VECTORS.get("valid")).hasSize(15);
    for (JsonNode vector : VECTORS.get("valid")) {
      ReportFormat.Opened opened = format.read(content(vector));
      Report again = format.read(format.write(opened.report(), opened.mailbox())).report();
      assertThat(again).as(vector.get("name").textValue())
          .usingRecursiveComparison().ignoringFields("id").isEqualTo(opened.report());
    }
  }

  @Test
  void every_invalid_report_of_the_specification_is_refused_by_its_name() {
    assertThat(VECTORS.get("invalid")).hasSize(35);
    for (JsonNode vector : VECTORS.get("invalid")) {
      assertThat(catchThrowable(() -> format.read(content(vector)))).as(vector.get("name").textValue())
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith(vector.get("refusal").textValue() + ":");
    }
  }

  @Test
  void a_longitude_says_the_same_with_and_without_trailing_zeros() throws FormatException {
    Report plain = format.read(replaced("-33.1,", "-33.1,")).report();
    Report zeros = format.read(replaced("-33.1,", "-33.10000,")).report();
    assertThat(zeros.place()).isEqualTo(plain.place());
  }

  @Test
  void a_number_has_no_exponent_and_no_sixth_decimal_even_of_zero() {
    assertRefused(replaced("54.12345", "54123.45e-3"), "place");
    assertRefused(replaced(":500,", ":5e2,"), "place");
    assertRefused(replaced("54.12345", "54.123450"), "place");
    assertRefused(replaced("\"value\":12", "\"value\":1e1"), "figures");
  }

  @Test
  void white_space_and_exponents_within_words_are_words() throws FormatException {
    Report report = format.read(replaced("Two loud bangs", "\\\" 1e5 {\\t\\\\")).report();
    assertThat(report.text()).startsWith("\" 1e5 {\t\\");
  }

  @Test
  void half_a_character_is_refused() {
    assertRefused(replaced("Two loud bangs", "\\ud83d"), "text");
  }

  @Test
  void a_mailbox_key_that_nothing_could_be_sealed_to_is_refused() {
    String key = VECTORS.get("base").textValue().replaceAll("(?s).*\"key\":\"([^\"]*)\".*", "$1");
    assertRefused(replaced(key, "A".repeat(key.length())), "mailbox");
  }

  @Test
  void no_refusal_quotes_what_it_refuses() {
    for (JsonNode vector : VECTORS.get("invalid")) {
      assertThat(catchThrowable(() -> format.read(content(vector)))).as(vector.get("name").textValue())
          .isInstanceOf(FormatException.class).hasMessageNotContainingAny("Dal", "bangs", "вакзала", "rumour", "party", "54.1");
    }
  }

  private void assertRefused(byte[] content, String name) {
    assertThatThrownBy(() -> format.read(content)).isInstanceOf(FormatException.class).hasMessageStartingWith(name + ":");
  }
}
