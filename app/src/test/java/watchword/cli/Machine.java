package watchword.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A folder that stands for a machine: its home and working folder; every command a process of its own.
record Machine(Path home) {

  private static final long PATIENCE_SECONDS = 120;

  static Machine at(Path home) throws IOException {
    return new Machine(Files.createDirectories(home));
  }

  /// What a command left behind.
  record Ended(int exit, String out, String err) {

    /// The object on the last line.
    JsonNode json() {
      return parse(out.lines().toList().getLast());
    }
  }

  /// A command that runs until it is told to stop.
  record Running(Process process, BufferedReader out, JsonNode said) implements AutoCloseable {

    /// As Ctrl-C does; returns when the process is gone.
    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("it does not stop");
        }
        out.close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Path path(String name) {
    return home.resolve(name);
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(home, "out", "");
    Path err = Files.createTempFile(home, "err", "");
    Process process = process(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(arguments[0] + " does not end");
      }
    } finally {
      process.destroyForcibly();
    }
    Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return ended;
  }

  /// Starts a command and waits for the line that says it is ready.
  Running start(String... arguments) throws IOException {
    Path err = Files.createTempFile(home, "err", "");
    Process process = process(arguments).redirectError(err.toFile()).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError(arguments[0] + " did not start: " + Files.readString(err));
    }
    return new Running(process, out, parse(line));
  }

  ProcessBuilder process(String... arguments) {
    List<String> line = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
        "-Duser.home=" + home, "-Djava.io.tmpdir=" + home, "-cp", System.getProperty("java.class.path"), "watchword.cli.Main"));
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line).directory(home.toFile());
  }

  static JsonNode parse(String line) {
    try {
      return JsonMapper.builder().build().readTree(line);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }
}
