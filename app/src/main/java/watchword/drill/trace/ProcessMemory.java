package watchword.drill.trace;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Everything a process of this machine has in its memory and may be read there: heap, stacks, buffers, mapped files.
///
/// Linux alone shows it, to root and to who started the process.
public final class ProcessMemory {
  private static final int PIECE = 4 * 1024 * 1024;
  /// A page that was never there, or is no memory at all: nothing can be in it.
  private static final int PAGE = 4096;

  private ProcessMemory() {}

  /// Fails where this machine shows not even one's own memory.
  public static void requireVisible() throws HiddenException {
    if (!Files.isReadable(Path.of("/proc/self/mem")) || !Files.isReadable(Path.of("/proc/self/maps"))) {
      throw new HiddenException();
    }
  }

  /// This machine does not show a process's memory; the message says so in one sentence.
  public static final class HiddenException extends IOException {
    HiddenException(Throwable cause) {
      super("this machine shows nobody a process's memory, so nothing was looked for: run this on Linux, as root or where "
          + "/proc/sys/kernel/yama/ptrace_scope is 0", cause);
    }

    HiddenException() {
      this(new IOException("no mapping could be read"));
    }
  }

  /// A process that stands still until this is closed: what moves could be missed.
  public static final class StandStill implements AutoCloseable {
    private final long pid;

    private StandStill(long pid) {
      this.pid = pid;
    }

    @Override
    public void close() throws IOException {
      signal("CONT", pid);
    }
  }

  /// Stops a process, so that its memory and its files are of one moment.
  public static StandStill stop(long pid) throws IOException {
    signal("STOP", pid);
    return new StandStill(pid);
  }

  /// Looks through the memory of a process that stands still.
  public static void search(StandStill process, Search.Scan scan) throws IOException {
    Path proc = Path.of("/proc", Long.toString(process.pid));
    try (RandomAccessFile memory = new RandomAccessFile(proc.resolve("mem").toString(), "r")) {
      look(Files.readAllLines(proc.resolve("maps")), memory, scan);
    } catch (IOException e) {
      throw new HiddenException(e);
    }
    if (scan.bytes() == 0) {
      throw new HiddenException();
    }
  }

  private static void look(List<String> mappings, RandomAccessFile memory, Search.Scan scan) {
    byte[] piece = new byte[PIECE];
    long before = 0;
    for (String line : mappings) {
      String[] parts = line.split("[ -]", 4);
      if (!parts[2].startsWith("r")) {
        continue;
      }
      long from = Long.parseUnsignedLong(parts[0], 16);
      long to = Long.parseUnsignedLong(parts[1], 16);
      if (from != before) {
        scan.gap();
      }
      read(memory, from, to, piece, scan);
      before = to;
    }
  }

  private static void read(RandomAccessFile memory, long from, long to, byte[] piece, Search.Scan scan) {
    long at = from;
    while (at < to && at >= 0) {
      int wanted = (int) Math.min(piece.length, to - at);
      int count = read(memory, at, piece, wanted);
      if (count > 0) {
        scan.take(piece, count);
        at += count;
      } else {
        scan.gap();
        at += PAGE;
      }
    }
  }

  private static int read(RandomAccessFile memory, long at, byte[] piece, int wanted) {
    try {
      memory.seek(at);
      return memory.read(piece, 0, wanted);
    } catch (IOException _) {
      return 0;
    }
  }

  private static void signal(String name, long pid) throws IOException {
    Process process = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the process that was to be searched is gone");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("told to stop", e);
    }
  }
}
