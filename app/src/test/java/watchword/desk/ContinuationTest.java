package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import watchword.seal.FormatException;

/// Runs spec/vectors/continuation.json, which the page runs too.
class ContinuationTest {

  private static final JsonNode VECTORS = vectors();

  private static JsonNode vectors() {
    try {
      return JsonMapper.builder().build().readTree(Path.of("..", "spec", "vectors", "continuation.json").toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] content(JsonNode vector) {
    String base = VECTORS.get("base").textValue();
    if (!vector.has("replace")) {
      return base.getBytes(StandardCharsets.UTF_8);
    }
    String from = vector.get("replace").get(0).textValue();
    int at = base.indexOf(from);
    assertThat(at).as(vector.get("name").textValue()).isNotNegative();
    return (base.substring(0, at) + vector.get("replace").get(1).textValue() + base.substring(at + from.length())).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void every_valid_continuation_of_the_specification_is_read_and_written_again_the_same() throws FormatException {
    assertThat(VECTORS.get("valid")).hasSize(5);
    for (JsonNode vector : VECTORS.get("valid")) {
      Continuation read = Continuation.read(content(vector));
      assertThat(read.act().name().toLowerCase(Locale.ROOT)).isEqualTo(vector.get("act").textValue());
      assertThat(read.text()).isEqualTo(vector.get("text").textValue());
      assertThat(Continuation.write(read.act(), read.text(), read.mailbox())).as(vector.get("name").textValue()).isEqualTo(content(vector));
    }
  }

  @Test
  void every_invalid_continuation_of_the_specification_is_refused_by_its_name() {
    assertThat(VECTORS.get("invalid")).hasSize(18);
    for (JsonNode vector : VECTORS.get("invalid")) {
      assertThat(catchThrowable(() -> Continuation.read(content(vector)))).as(vector.get("name").textValue())
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith(vector.get("refusal").textValue() + ":");
    }
  }
}
