package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.Root;

class StopSheetTest {

  private static final StopSheet SHEET = new StopSheet(new Epoch(20_779));

  @Test
  void a_sheet_is_read_by_its_root_and_no_other() throws Exception {
    try (Root root = Root.generate(House.RANDOM); Root other = Root.generate(House.RANDOM)) {
      byte[] text = SHEET.write(root);
      assertThat(StopSheet.read(text, root.publicPart())).isEqualTo(SHEET);
      assertThatThrownBy(() -> StopSheet.read(text, other.publicPart())).isInstanceOf(FormatException.class);
      assertThat(new String(text, StandardCharsets.US_ASCII).lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(64));
    }
  }

  @Test
  void a_changed_or_respelled_sheet_is_refused_by_name() {
    try (Root root = Root.generate(House.RANDOM)) {
      String text = new String(SHEET.write(root), StandardCharsets.US_ASCII);
      for (String changed : new String[] {text.replace("2026-11-22", "2026-11-23"), text + "\n", text.substring(0, text.length() - 2), text.replace("made", "date"), ""}) {
        assertThatThrownBy(() -> StopSheet.read(changed.getBytes(StandardCharsets.US_ASCII), root.publicPart()))
            .isInstanceOf(FormatException.class).hasMessageStartingWith("stop sheet: ");
      }
    }
  }
}
