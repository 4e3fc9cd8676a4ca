package watchword.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Calls somebody: a line with the terminal's bell, and a program of the operator's where one is named.
///
/// The program gets one word and nothing else: which ring it is. It runs for half a minute at most; a second ring of the same word waits for nobody.
final class Bell {

  /// What it may ring for.
  enum Ring {
    CLOCK("clock"),
    LOCKED_24("locked-24"),
    LOCKED_48("locked-48"),
    LOCKED_72("locked-72"),
    LATE("late"),
    KEYS("keys"),
    DOOR("door");

    private final String word;

    Ring(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private static final long PATIENCE_SECONDS = 30;

  private final PrintWriter out;
  private final Optional<Path> program;

  Bell(PrintWriter out, Optional<Path> program) {
    this.out = out;
    this.program = program;
  }

  void ring(Ring ring, String sentence) {
    out.println("\u0007watchword: " + sentence);
    out.flush();
    program.ifPresent(path -> Thread.ofPlatform().daemon().name("bell").start(() -> run(path, ring)));
  }

  /// A line without a ring: what was rung for is over.
  void tell(String sentence) {
    out.println("watchword: " + sentence);
    out.flush();
  }

  private void run(Path path, Ring ring) {
    ProcessBuilder builder = new ProcessBuilder(path.toString(), ring.word())
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        tell("the program of --ring did not end in " + PATIENCE_SECONDS + " seconds and was stopped");
      } else if (process.exitValue() != 0) {
        tell("the program of --ring failed (exit code " + process.exitValue() + "); try it by hand with \"" + ring.word() + "\"");
      }
    } catch (IOException e) {
      tell("the program of --ring cannot be started; check its path and that it may be run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
