package watchword.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Runs what the README tells a newcomer to run: each command in a block marked `sh run`.
///
/// Where a `text` block follows, the command prints it; `…` there stands for anything within a line. The tests run before the jar is made, so the
/// launcher's part, finding a JDK and building, is played by this test's own class path.
class ReadmeCommandsTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```sh run\n(?<commands>.*?)^```\n(?:\n```text\n(?<prints>.*?)^```\n)?", Pattern.DOTALL | Pattern.MULTILINE);
  private static final String LAUNCHER = "./watchword ";

  @TempDir Path folder;

  private record Block(List<String> commands, String prints) {}

  @TestFactory
  Stream<DynamicTest> every_command_of_the_readme_does_what_the_readme_says() {
    List<Block> blocks = blocks();
    assertThat(blocks).isNotEmpty();
    return blocks.stream().map(block -> DynamicTest.dynamicTest(String.join("; ", block.commands()), () -> runs(block)));
  }

  private void runs(Block block) throws IOException, InterruptedException {
    for (Path example : Documents.endingWith("").stream().filter(path -> path.startsWith("docs/example")).toList()) {
      Path copy = folder.resolve(example);
      Files.createDirectories(copy.resolveSibling(""));
      Files.copy(Documents.ROOT.resolve(example), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    StringBuilder printed = new StringBuilder();
    for (String command : block.commands()) {
      assertThat(command).startsWith(LAUNCHER);
      Path out = folder.resolve("out");
      Process process = start(command.substring(LAUNCHER.length()), out);
      try {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
      } finally {
        process.destroyForcibly();
      }
      printed.append(Files.readString(out));
      assertThat(process.exitValue()).as("%s%n%s", command, printed).isZero();
    }
    if (!block.prints().isEmpty()) {
      assertThat(printed.toString()).matches(wildcards(block.prints()));
    }
  }

  private Process start(String arguments, Path out) throws IOException {
    List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "watchword.cli.Main"));
    line.addAll(List.of(arguments.trim().split(" +")));
    return new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(out.toFile()).start();
  }

  private static Pattern wildcards(String text) {
    StringBuilder pattern = new StringBuilder();
    for (String piece : text.split("…", -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(piece));
    }
    return Pattern.compile(pattern.toString());
  }

  private static List<Block> blocks() {
    Matcher matcher = BLOCK.matcher(Documents.read("README.md"));
    List<Block> blocks = new ArrayList<>();
    while (matcher.find()) {
      String prints = matcher.group("prints");
      blocks.add(new Block(matcher.group("commands").lines().toList(), prints == null ? "" : prints));
    }
    return blocks;
  }
}
