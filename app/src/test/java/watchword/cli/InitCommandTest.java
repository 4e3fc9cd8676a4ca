package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

  private static final String CAVEAT = "One lane: every member can read every report.";

  @TempDir Path folder;

  @Test
  void who_founds_a_desk_of_one_lane_is_told_that_every_member_can_read_everything_and_of_two_is_not() throws IOException {
    assertThat(founded("1")).containsOnlyOnce(CAVEAT).contains("never who captures this machine unlocked");
    assertThat(founded("2")).contains("Next:").doesNotContain("One lane");
  }

  private String founded(String lanes) throws IOException {
    Path phrase = Files.writeString(folder.resolve("phrase"), "canoe lantern mint orbit\n");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(
        "init", "--folder", folder.resolve("desk-" + lanes).toString(), "--name", "Watch", "--member", "heron", "--passphrase-file", phrase.toString(), "--lanes", lanes);
    assertThat(exit).as(err.toString()).isZero();
    return out.toString();
  }
}
