package watchword.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import watchword.seal.FormatException;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// One process of the gate, from its start to its end, as its desk sees it.
final class GateRun {
  /// It ends as soon as it reads the end of its input.
  private static final long PATIENCE_SECONDS = 2;

  private final Process process;
  private final long begun = System.nanoTime();
  private final Consumer<Visit> visited;
  private volatile long heard = begun;
  private List<Term> told = List.of();

  private GateRun(Process process, Consumer<Visit> visited) {
    this.process = process;
    this.visited = visited;
  }

  /// Starts it and tells it its keys; the caller closes the seeds.
  static GateRun start(ProcessBuilder line, SigningKey receiptKey, List<GateKeys.Seed> living, Consumer<Visit> visited) throws IOException {
    GateRun run = new GateRun(line.start(), visited);
    Thread.ofPlatform().daemon().name("gate-says").start(run::listen);
    try {
      GateOrders.write(run.input(), receiptKey);
      run.tell(living);
    } catch (IOException e) {
      run.kill();
      throw e;
    }
    return run;
  }

  private OutputStream input() {
    return process.getOutputStream();
  }

  void tell(List<GateKeys.Seed> living) throws IOException {
    GateOrders.write(input(), living);
    told = terms(living);
  }

  /// Whether these are the keys it was told last.
  boolean knows(List<Term> terms) {
    return told.equals(terms);
  }

  private static List<Term> terms(List<GateKeys.Seed> living) {
    return living.stream().map(GateKeys.Seed::term).toList();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  OptionalInt exitCode() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  long pid() {
    return process.pid();
  }

  /// Returns for how long it has said nothing.
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heard);
  }

  /// What says anything else than a gate says is none any more.
  private void listen() {
    try (InputStream out = process.getInputStream()) {
      for (String line = line(out); !line.isEmpty(); line = line(out)) {
        Visit visit = Visit.parse(line);
        heard = System.nanoTime();
        visited.accept(visit);
      }
    } catch (FormatException | IOException _) {
      // It ended, or talks nonsense: either way it is over.
    }
    process.destroyForcibly();
  }

  /// Reads a line, no more than a gate's longest; empty at the end.
  private static String line(InputStream out) throws IOException, FormatException {
    StringBuilder line = new StringBuilder();
    for (int next = out.read(); next != '\n'; next = out.read()) {
      if (next < 0) {
        return "";
      }
      if (line.length() == Visit.LONGEST_LINE) {
        throw new FormatException("the gate said more than a gate says");
      }
      line.append(new String(new byte[] {(byte) next}, StandardCharsets.ISO_8859_1));
    }
    return line.toString();
  }

  /// As `kill -9` does; returns when it is gone.
  void kill() {
    process.destroyForcibly();
    await();
  }

  /// Closes its input, on which it ends.
  void end() {
    try {
      input().close();
    } catch (IOException _) {
      // it ended before
    }
    if (!await()) {
      kill();
    }
  }

  private boolean await() {
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
