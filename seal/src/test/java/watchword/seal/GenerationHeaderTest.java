package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GenerationHeaderTest {
  private static final Path SPEC = Path.of("..", "spec", "generation.md");
  private static final Pattern RIGHT = Pattern.compile("\\| `([0-9a-f]{128})` \\| ([0-9, ]+) \\| ([0-9]+) \\|");
  private static final Pattern WRONG = Pattern.compile("\\| `([0-9a-f]*)` \\| refused: ([^|]+) \\|");
  private static final Bytes ID = Bytes.ofHex("000102030405060708090a0b0c0d0e0f");

  @Test
  void the_headers_of_the_specification_are_read_and_written_as_they_stand_there() throws Exception {
    List<MatchResult> rows = RIGHT.matcher(Files.readString(SPEC)).results().toList();
    assertThat(rows).hasSize(3);
    for (MatchResult row : rows) {
      GenerationHeader header = GenerationHeader.parse(HexFormat.of().parseHex(row.group(1)));
      Layout layout = header.layout();
      assertThat(header.id()).isEqualTo(ID);
      assertThat("%d, %d, %d, %d, %d".formatted(
          layout.small(), layout.medium(), layout.large(), layout.huge(), layout.largest())).isEqualTo(row.group(2));
      assertThat(layout.bytes()).isEqualTo(Long.parseLong(row.group(3)));
      assertThat(Bytes.of(header.toBytes())).isEqualTo(Bytes.ofHex(row.group(1)));
    }
  }

  @Test
  void the_wrong_headers_of_the_specification_are_refused_by_name() throws IOException {
    List<MatchResult> rows = WRONG.matcher(Files.readString(SPEC)).results().toList();
    assertThat(rows).hasSize(5);
    for (MatchResult row : rows) {
      assertThatThrownBy(() -> GenerationHeader.parse(HexFormat.of().parseHex(row.group(1))))
          .isInstanceOf(FormatException.class)
          .hasMessage("generation: " + row.group(2).strip());
    }
  }

  @Test
  void slots_follow_each_other_by_size_without_a_gap() {
    Layout layout = new Layout(3, 2, 1, 1, 1);
    long at = GenerationHeader.BYTES;
    for (SealedSize size : SealedSize.values()) {
      for (int i = 0; i < layout.count(size); i++) {
        assertThat(layout.offset(size, i)).isEqualTo(at);
        at += size.bytes();
      }
    }
    assertThat(layout.bytes()).isEqualTo(at);
  }
}
