package watchword.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two commands of the README on machines where something is missing; each thing they find is put on their path.
class SetUpTest {

  private static final List<String> SHELL =
      List.of("bash", "dirname", "readlink", "mkdir", "cat", "chmod", "tail", "touch", "rm");
  private static final String PACKAGES = "chromium age minisign libxml2-utils newsboat nginx-light tor libimage-exiftool-perl";
  private static final String NODE =
      "watchword: Node 18.19.0 is too old: install Node 20 or newer, the pages are built with it\n";

  @TempDir Path folder;

  private record Ended(int exit, String out, String err) {}

  @BeforeEach
  void aBareMachine() throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    for (String name : List.of("watchword", "verify", "prerequisites.sh", "counts.sh")) {
      Files.copy(Documents.ROOT.resolve(name), folder.resolve(name));
    }
    for (String tool : SHELL) {
      has(tool, "exec " + found(tool) + " \"$@\"");
    }
    has("sed", "echo 25"); // reads which JDK a folder holds
    has("id", "echo 1000");
    has("mvn", "exit 1");
    has("node", "echo v20.0.0");
  }

  @Test
  void without_a_new_enough_jdk_both_say_so_in_one_sentence() throws Exception {
    has("sed", "echo 17");
    for (String command : List.of("watchword", "verify")) {
      assertThat(run(command)).isEqualTo(new Ended(2, "", command + ": no JDK 25 found: install one"
          + " (Debian: temurin-25-jdk or openjdk-25-jdk) or name its folder in WATCHWORD_JDK\n"));
    }
  }

  @Test
  void without_maven_both_say_so_in_one_sentence() throws Exception {
    Files.delete(folder.resolve("bin/mvn"));
    for (String command : List.of("watchword", "verify")) {
      assertThat(run(command)).isEqualTo(
          new Ended(2, "", command + ": Maven is missing: install it (Debian: apt-get install maven)\n"));
    }
  }

  @Test
  void without_node_or_with_an_old_one_both_say_so_in_one_sentence() throws Exception {
    has("node", "echo v18.19.0");
    assertThat(run("watchword")).isEqualTo(new Ended(2, "", NODE));
    assertThat(run("verify")).isEqualTo(new Ended(2, "", NODE.replace("watchword:", "verify:")));
    Files.delete(folder.resolve("bin/node"));
    assertThat(run("watchword").err())
        .isEqualTo("watchword: Node 20 or newer is missing: install it, the pages are built with it\n");
  }

  @Test
  void who_is_not_root_is_told_the_missing_packages_in_one_sentence() throws Exception {
    assertThat(run("verify")).isEqualTo(
        new Ended(2, "", "verify: missing " + PACKAGES + "; install them as root: apt-get install " + PACKAGES + "\n"));
  }

  @Test
  void root_has_the_missing_packages_installed_and_the_tests_begun() throws Exception {
    has("id", "echo 0");
    has("apt-get", "echo \"$*\" >>'" + folder + "/asked'; for tool in chromium age minisign xmllint newsboat nginx tor exiftool; do "
        + "echo '#!/bin/bash' >'" + folder + "'/bin/$tool; chmod +x '" + folder + "'/bin/$tool; done");
    has("mvn", "echo \"mvn $*\"");

    Ended ended = run("verify", "-Dtest=None");

    assertThat(Files.readString(folder.resolve("asked")))
        .isEqualTo("update -qq\ninstall -y -qq --no-install-recommends " + PACKAGES + "\n");
    assertThat(ended.out()).startsWith("verify: installing " + PACKAGES + "\nmvn -B -T 2 -Psbom verify -Dtest=None\n");
  }

  @Test
  void what_root_cannot_install_is_named_in_one_sentence() throws Exception {
    has("id", "echo 0");
    has("apt-get", "echo 'E: Unable to fetch some archives' >&2; exit 100");
    assertThat(run("verify")).isEqualTo(new Ended(
        2, "verify: installing " + PACKAGES + "\n",
        "verify: could not install " + PACKAGES + ": try apt-get install " + PACKAGES + " by hand, then this again\n"));
  }

  @Test
  void a_build_that_fails_is_said_with_where_all_of_it_stands() throws Exception {
    has("mvn", "echo 'the one line that matters'; exit 1");
    Ended ended = run("watchword");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).isEqualTo(
        "the one line that matters\nwatchword: the build failed; the whole of its output is in app/target/build.log\n");
    assertThat(folder.resolve("app/target/build.log")).hasContent("the one line that matters");
  }

  @Test
  void what_runs_leaves_neither_its_words_nor_its_memory_on_the_disk_and_takes_no_call_from_another_program() throws Exception {
    Files.createDirectories(folder.resolve("app/target"));
    Files.createFile(folder.resolve("app/target/watchword-app-0.1.0.jar"));
    Files.createFile(folder.resolve("app/target/built"));
    has("find", ""); // no source is newer
    has("mkdir", "");
    Path jdk = folder.resolve("jdk");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
    script(jdk.resolve("bin/java"), "echo \"$(ulimit -Hc) $*\"");
    script(jdk.resolve("bin/javac"), "");

    Ended ended = run("watchword", "desk", "--member", "heron");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("0 ").endsWith("watchword-app-0.1.0.jar desk --member heron\n").contains(
        "-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-XX:-HeapDumpOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null");
  }

  private void has(String tool, String script) throws IOException {
    script(folder.resolve("bin").resolve(tool), script);
  }

  private static void script(Path file, String script) throws IOException {
    Files.writeString(file, "#!" + found("bash") + "\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path found(String tool) {
    return Stream.of("/usr/bin", "/bin").map(folder -> Path.of(folder, tool)).filter(Files::isExecutable).findFirst()
        .orElseThrow(() -> new AssertionError("this machine has no " + tool));
  }

  private Ended run(String command, String... arguments) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> line = new ArrayList<>(List.of(found("bash").toString(), folder.resolve(command).toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of(
        "PATH", folder.resolve("bin").toString(), "HOME", folder.toString(), "WATCHWORD_SBIN", folder.resolve("sbin").toString(),
        "JAVA_HOME", Files.exists(folder.resolve("jdk")) ? folder.resolve("jdk").toString() : System.getProperty("java.home")));
    Process process = builder.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
