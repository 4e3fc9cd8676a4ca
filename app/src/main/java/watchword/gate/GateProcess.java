package watchword.gate;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import watchword.seal.FormatException;
import watchword.seal.SigningKey;

/// The gate as a process of its own, started by [GateChild] alone: keys come on standard input, a line a [Visit] goes to standard output.
///
/// It ends when its input does, so none outlives its desk, and it can name nothing but `watchword.seal`: whoever finds a hole in what reads a hub's bytes gets the gate's keys
/// and no lane's. It says nothing on standard error.
public final class GateProcess {
  private static final int DESK_GONE = 0;
  private static final int MISUSED = 2;
  private static final int FAULT = 1;

  private final Gate gate;
  private final OutputStream out;
  private final Duration every;

  private GateProcess(Gate gate, OutputStream out, Duration every) {
    this.gate = gate;
    this.out = out;
    this.every = every;
  }

  /// Visits until its input ends.
  ///
  /// @param arguments the hub's address, the inbox's folder, milliseconds from one visit to the next
  public static void main(String[] arguments) {
    // A stack trace may name anything; a code says enough.
    Thread.setDefaultUncaughtExceptionHandler((_, _) -> end(FAULT));
    try {
      end(run(arguments));
    } catch (IOException | FormatException e) {
      end(MISUSED);
    }
  }

  /// At once: what is half done is done again, and a hub that stalls holds nobody up.
  private static void end(int code) {
    Runtime.getRuntime().halt(code);
  }

  private static int run(String[] arguments) throws IOException, FormatException {
    URI hub = URI.create(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Duration every = Duration.ofMillis(Long.parseLong(arguments[2]));
    // Without buffers, in which keys would stay.
    GateOrders orders = new GateOrders(new FileInputStream(FileDescriptor.in));
    try (SigningKey receiptKey = orders.receiptKey();
        OneGate _ = OneGate.at(folder);
        GateKeys keys = new GateKeys();
        HttpDoor door = new HttpDoor(hub)) {
      Gate gate = new Gate(door, keys, receiptKey, new DirectoryInbox(folder), InstantSource.system());
      GateProcess process = new GateProcess(gate, new FileOutputStream(FileDescriptor.out), every);
      obey(orders, keys, process);
      return DESK_GONE;
    }
  }

  private static void obey(GateOrders orders, GateKeys keys, GateProcess process) throws IOException, FormatException {
    boolean begun = false;
    for (Optional<List<GateKeys.Seed>> list = orders.next(); list.isPresent(); list = orders.next()) {
      keys.replace(list.get());
      list.get().forEach(GateKeys.Seed::close);
      if (!begun) {
        Thread.ofPlatform().daemon().name("visits").start(process::visits);
        begun = true;
      }
    }
  }

  /// One begins each `every`, or when the last one is over.
  private void visits() {
    while (true) {
      long next = System.nanoTime() + every.toNanos();
      say(visit());
      for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private Visit visit() {
    try {
      return new Visit.Done(gate.collect());
    } catch (HubException e) {
      return e.answered() ? Visit.Failed.RUBBISH : Visit.Failed.UNREACHABLE;
    } catch (IOException e) {
      return Visit.Failed.INBOX;
    } catch (RuntimeException e) {
      return Visit.Failed.FAULT;
    }
  }

  private void say(Visit visit) {
    try {
      out.write((visit.line() + "\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException _) {
      end(DESK_GONE);
    }
  }
}
