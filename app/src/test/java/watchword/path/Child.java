package watchword.path;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// One machine of the path as a process of its own, to be killed; it tells numbers, one a line.
final class Child implements AutoCloseable {

  private final Process process;
  private final AtomicLong told = new AtomicLong(-1);

  private Child(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::listen);
  }

  static Child start(Class<?> main, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-Xmx256m",
        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  private void listen() {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        told.set(Long.parseLong(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the process is gone, and nobody waits for its last line
    }
  }

  /// Returns the last number it told, −1 before the first.
  long told() {
    return told.get();
  }

  /// Waits until it has told so much.
  long told(long least, long seconds) throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (told.get() < least) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new TimeoutException("it told %d, not %d, and is %s".formatted(told.get(), least, process.isAlive() ? "alive" : "gone"));
      }
      Thread.sleep(1);
    }
    return told.get();
  }

  /// Kills as `kill -9` does: nothing is flushed, nothing closed.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
