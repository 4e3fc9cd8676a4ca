package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class EscapeRepairTest {

  @Test
  void a_control_character_spelled_with_x_becomes_one_that_json_knows() throws IOException {
    assertThat(repaired("{\"a\":\"b\\x1Fc\\x0a\"}")).isEqualTo("{\"a\":\"b\\u001Fc\\u000a\"}");
  }

  @Test
  void nothing_else_is_changed() throws IOException {
    for (String text : new String[] {"", "\\", "\\x", "\\x1", "\\xg1", "\\x1\"", "\\\\x1F", "\\n\\u001f\\\"", "x1F", "\\\\\\\\x1F", "\\x\\x"}) {
      assertThat(repaired(text)).isEqualTo(text);
    }
    assertThat(repaired("\\\\\\x1F")).as("a backslash, then the character").isEqualTo("\\\\\\u001F");
  }

  @Test
  void an_escape_is_whole_wherever_a_read_ends() throws IOException {
    String text = "ab\\x1Fcd\\x02".repeat(3);
    for (int step = 1; step < 9; step++) {
      StringBuilder all = new StringBuilder();
      try (EscapeRepair repair = new EscapeRepair(new StringReader(text))) {
        char[] buffer = new char[step];
        for (int count = repair.read(buffer, 0, step); count > 0; count = repair.read(buffer, 0, step)) {
          all.append(buffer, 0, count);
        }
      }
      assertThat(all.toString()).isEqualTo("ab\\u001Fcd\\u0002".repeat(3));
    }
  }

  private static String repaired(String text) throws IOException {
    StringWriter out = new StringWriter();
    try (EscapeRepair repair = new EscapeRepair(new StringReader(text))) {
      repair.transferTo(out);
    }
    return out.toString();
  }
}
