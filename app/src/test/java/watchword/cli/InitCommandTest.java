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

  @Test
  void who_founds_a_desk_under_a_name_that_stands_for_no_member_is_told_to_choose_another() throws IOException {
    StringWriter err = new StringWriter();
    assertThat(init("former-1", "1", new StringWriter(), err)).isEqualTo(2);
    assertThat(err.toString()).contains("the pseudonym former-1 stands for the desk or for a member of before; choose another");
    assertThat(folder.resolve("desk-1")).doesNotExist();
  }

  private String founded(String lanes) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertThat(init("heron", lanes, out, err)).as(err.toString()).isZero();
    return out.toString();
  }

  private int init(String member, String lanes, StringWriter out, StringWriter err) throws IOException {
    Path phrase = Files.writeString(folder.resolve("phrase"), "canoe lantern mint orbit\n");
    return Main.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(
        "init", "--folder", folder.resolve("desk-" + lanes).toString(), "--name", "Watch", "--member", member, "--passphrase-file", phrase.toString(), "--lanes", lanes);
  }
}
