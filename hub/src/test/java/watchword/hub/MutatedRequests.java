package watchword.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import watchword.seal.Pull;
import watchword.seal.SigningKey;

/// Sends mutated requests to a hub and holds what comes back against what it may say; by name, a million and the memory they took.
final class MutatedRequests {
  private static final int SENDERS = 32;
  /// More than any deadline of the hub's.
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int MOST_TOLD = 5;

  private final int port;
  private final long seed;
  private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
  private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();

  MutatedRequests(int port, long seed) {
    this.port = port;
    this.seed = seed;
  }

  /// How often a request's first answer had this status; 0 for none before the connection ended.
  Map<Integer, LongAdder> statuses() {
    return statuses;
  }

  /// What was not as stated, with seed and number; a few at most.
  List<String> wrongs() {
    return List.copyOf(wrongs);
  }

  /// Sends the requests of these numbers, many at once, until all are answered or a few were wrong.
  MutatedRequests send(int from, int to) throws InterruptedException {
    AtomicInteger next = new AtomicInteger(from);
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      senders.add(Thread.ofPlatform().start(() -> {
        for (int number = next.getAndIncrement(); number < to && wrongs.size() < MOST_TOLD; number = next.getAndIncrement()) {
          exchange(number);
        }
      }));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    return this;
  }

  private void exchange(int number) {
    MutatedRequest request = MutatedRequest.of(seed, number);
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    boolean reset = false;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        send(request, socket.getOutputStream());
        if (request.abrupt()) {
          socket.setSoLinger(true, 0); // goes away without a word
          return;
        }
        socket.shutdownOutput();
      } catch (IOException _) {
        reset = true; // refused before all of it was sent
      }
      reset |= !readAll(socket.getInputStream(), came);
      socket.setSoLinger(true, 0); // no port is to wait for late packets: there are only so many
    } catch (SocketTimeoutException _) {
      wrong(number, request, "neither answered nor closed");
    } catch (IOException e) {
      wrong(number, request, "no connection: " + e.getMessage());
    }
    int status = StatedAnswers.status(came.toByteArray());
    statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
    if (status == 0 && request.kind().isWhole()) {
      wrong(number, request, "a whole request got no answer");
    }
    StatedAnswers.wrong(request.bytes(), came.toByteArray(), reset, request.mostAnswers()).ifPresent(said -> wrong(number, request, said));
  }

  private void wrong(int number, MutatedRequest request, String said) {
    wrongs.add("seed " + seed + ", request " + number + " (" + request.kind() + "): " + said);
  }

  private static void send(MutatedRequest request, OutputStream out) throws IOException {
    byte[] bytes = request.bytes();
    if (!request.slow()) {
      out.write(bytes);
      return;
    }
    int at = 0;
    for (int left = 20; left > 0; left--) {
      int piece = left == 1 ? bytes.length - at : Math.min(bytes.length - at, 1 + at);
      out.write(bytes, at, piece);
      at += piece;
      pause(5);
    }
  }

  /// Reads to the end; false when the connection was cut.
  private static boolean readAll(InputStream in, ByteArrayOutputStream came) throws IOException {
    try {
      in.transferTo(came);
      return true;
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException _) {
      return false;
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Pulls and signs for what waits, as the gate does each minute; says how many generations it was.
  static int collect(int port, SigningKey gate) throws IOException {
    int collected = 0;
    while (true) {
      byte[] generation;
      try (Wire wire = Wire.to(port)) {
        Wire.Answer answer = wire.send("GET /generation/" + Pull.token(gate, InstantSource.system().instant()) + " HTTP/1.1\n\n").answer();
        if (answer.status() != 200) {
          return collected;
        }
        generation = answer.body();
      }
      byte[] receipt = Scene.receipt(generation, gate);
      try (Wire wire = Wire.to(port)) {
        if (wire.send("POST /receipt HTTP/1.1\nContent-Length: " + receipt.length + "\n\n").send(receipt).answer().status() != 204) {
          throw new IOException("the hub did not take a receipt");
        }
      }
      collected++;
    }
  }

  /// Sends them all and prints what came of it and what the hub's process held before, meanwhile and after.
  ///
  /// @param args how many, the seed
  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    Path folder = Files.createTempDirectory("hub-mutations");
    SigningKey gate = SigningKey.generate(new SecureRandom());
    StatedAnswers.layOut(folder.resolve("board"));
    try (Child hub = Child.ticking(folder, gate.verifyKey(), folder.resolve("said"))) {
      MutatedRequests requests = new MutatedRequests(hub.port(), seed);
      int steps = 20;
      System.out.println("| requests | live heap of the hub, KiB | resident, KiB | threads |\n|---|---|---|---|");
      Instant start = Instant.now();
      int generations = 0;
      for (int step = 0; step < steps; step++) {
        requests.send((int) ((long) count * step / steps), (int) ((long) count * (step + 1) / steps));
        generations += collect(hub.port(), gate);
        System.out.printf("| %,d | %,d | %,d | %d |%n", (long) count * (step + 1) / steps, hub.liveHeap() / 1024, hub.resident(), hub.threads());
      }
      System.out.printf("%nseed %d; %d seconds; %d generations collected; first answers: %s; not as stated: %s; faults: %s; said: %s%n", seed,
          Instant.now().getEpochSecond() - start.getEpochSecond(), generations, requests.statuses(), requests.wrongs(), hub.faults(),
          hub.said(folder.resolve("said")));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
