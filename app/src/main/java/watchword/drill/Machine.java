package watchword.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One party of a drill as a process of its own. What it says goes to files in its folder.
public final class Machine implements AutoCloseable {
  /// A JVM on a machine that others use too.
  private static final long PATIENCE_SECONDS = 120;
  private static final long LOOK_MILLIS = 10;

  private final Process process;
  private final Path out;
  private final Path err;

  private Machine(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static Machine start(List<String> command, Path home) throws IOException {
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    Process process = new ProcessBuilder(command).directory(home.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new Machine(process, out, err);
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// Returns the last whole line it said; empty before the first.
  public Optional<String> said() throws IOException {
    String text = Files.readString(out, StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n');
    return end < 0 ? Optional.empty() : Optional.of(text.substring(text.lastIndexOf('\n', end - 1) + 1, end));
  }

  /// Waits until it has said a line, and returns it.
  public String awaitLine() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      Optional<String> line = said();
      if (line.isPresent()) {
        return line.get();
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw new IOException(process.isAlive() ? "it did not start within two minutes" : "it ended at once: " + complaint());
  }

  /// Fails where it ended by itself.
  public void requireAlive() throws IOException {
    if (!process.isAlive()) {
      throw new IOException("a process of the drill ended by itself: " + complaint());
    }
  }

  /// What it said last of what went wrong, without the lines of a stack.
  private String complaint() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("\t")).reduce((_, last) -> last)
        .orElse("it said nothing");
  }

  /// Kills as `kill -9` does: nothing is flushed, nothing closed.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Kills the process that this one has started, once it has; returns when that is gone.
  public void killChild() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      Optional<ProcessHandle> child = process.children().findFirst();
      if (child.isPresent()) {
        child.get().destroyForcibly();
        child.get().onExit().join();
        return;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw new IOException(process.isAlive() ? "it started no process within two minutes" : "it ended at once: " + complaint());
  }

  /// Ends it with all it has started: a killed nginx would leave its workers.
  @Override
  public void close() {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
