package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import watchword.seal.FormatException;

/// The photos of spec/vectors/report.json, which the form's script runs as well.
class PhotoTest {

  @Test
  void a_photo_is_named_by_all_of_it_and_known_again_by_its_picture() throws Exception {
    int read = 0;
    for (JsonNode vector : vectors().get("valid")) {
      byte[] content = content(vector);
      Photo photo = Photo.read(content);
      assertThat(photo.name().value()).isEqualTo(vector.get("sha256").textValue());
      assertThat(photo.picture().value()).isEqualTo(vector.get("imageSha256").textValue());
      assertThat(Photo.content(Arrays.copyOfRange(content, 18, 50), photo.bytes())).isEqualTo(content);
      read++;
    }
    assertThat(read).isPositive();
  }

  @Test
  void what_is_no_photo_is_refused_by_name() throws Exception {
    int refused = 0;
    for (JsonNode vector : vectors().get("invalid")) {
      assertThatThrownBy(() -> Photo.read(content(vector))).as(vector.get("name").textValue())
          .isInstanceOf(FormatException.class).hasMessageStartingWith(vector.get("refusal").textValue());
      refused++;
    }
    assertThat(refused).isPositive();
  }

  private static byte[] content(JsonNode vector) {
    return Base64.getDecoder().decode(vector.get("contentBase64").textValue());
  }

  private static JsonNode vectors() throws IOException {
    return new ObjectMapper().readTree(Path.of("..", "spec", "vectors", "report.json").toFile()).get("photos");
  }
}
