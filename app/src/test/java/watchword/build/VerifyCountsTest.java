package watchword.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./verify` says last: a test that was skipped for want of a browser or a program is one that was skipped.
class VerifyCountsTest {

  private static final Path COUNTS = Documents.ROOT.resolve("counts.sh").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void tests_of_both_languages_are_added_up_also_those_that_were_skipped() throws Exception {
    report("core", "TEST-one.xml", "<testsuite name=\"one\" tests=\"5\" errors=\"0\" skipped=\"1\" failures=\"0\">");
    report("app", "TEST-two.xml", "<testsuite name=\"two\" tests=\"7\" errors=\"1\" skipped=\"0\" failures=\"1\">");
    assertThat(counted()).isEqualTo("verify: 1 skipped\n9 passed, 2 failed\n");

    Files.createDirectories(folder.resolve("web/target"));
    Files.writeString(folder.resolve("web/target/tests.tap"), """
        TAP version 13
        # Subtest: a page
            # Subtest: inside
            # tests 90
        ok 1 - a page
        not ok 2 - another # SKIP no Chromium on this machine
        1..10
        # tests 10
        # suites 0
        # pass 6
        # fail 1
        # cancelled 0
        # skipped 3
        # todo 0
        # duration_ms 12.5
        """);
    assertThat(counted()).isEqualTo("verify: 4 skipped\n15 passed, 3 failed\n");
  }

  private void report(String module, String name, String suite) throws IOException {
    Path reports = Files.createDirectories(folder.resolve(module).resolve("target/surefire-reports"));
    Files.writeString(reports.resolve(name), "<?xml version=\"1.0\"?>\n" + suite + "\n</testsuite>\n");
  }

  private String counted() throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    Process shell = new ProcessBuilder("bash", "-c", "set -euo pipefail; . " + COUNTS + "; count_tests")
        .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(shell.exitValue()).as(Files.readString(said)).isZero();
    return Files.readString(said);
  }
}
