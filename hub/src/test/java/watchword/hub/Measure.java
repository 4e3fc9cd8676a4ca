package watchword.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import watchword.seal.Layout;
import watchword.seal.SealedSize;

/// Durable reports and static pages a second, both sides on this machine; run by name, asserts nothing.
final class Measure {
  private static final int SENDERS = 16;
  private static final Slots WIDE = new Slots(new Layout(16_384, 0, 0, 0, 0), new Layout(0, 1, 0, 0, 0), new Layout(1, 0, 0, 0, 0));

  private Measure() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("hub-measure");
    AtomicInteger forces = new AtomicInteger();
    AtomicLong forcing = new AtomicLong();
    Force timed = channel -> {
      long start = System.nanoTime();
      Force.TO_DISK.force(channel);
      forcing.addAndGet(System.nanoTime() - start);
      forces.incrementAndGet();
    };
    try (Scene scene = Scene.with(folder, WIDE, 4, timed)) {
      awaitPrepared(folder);
      byte[] report = Scene.report(SealedSize.SMALL, 1);
      byte[] page = new byte[10_000];
      scene.board("index.html", page);
      run("durable 16 KiB reports", 8_000, wire -> {
        wire.send(Scene.postHead(report.length, Scene.NO_WORK)).send(report);
        return wire.answer().status() == 204;
      }, scene.port());
      System.out.printf("forces: %d, %.2f ms each%n", forces.get(), forcing.get() / 1e6 / forces.get());
      for (int i = 0; i < 3; i++) {
        run("pages of 10 KB", 60_000, wire ->
            wire.send("GET / HTTP/1.1\n\n").answer().status() == 200, scene.port());
      }
    } finally {
      delete(folder);
    }
  }

  /// Preparing the next generation takes a core; it happens once a tick, so it is left out of a burst of seconds.
  private static void awaitPrepared(Path folder) throws Exception {
    while (true) {
      try (Stream<Path> files = Files.list(folder.resolve("data"))) {
        boolean prepared = files.filter(file -> file.getFileName().toString().startsWith(GenerationFiles.NEXT))
            .mapToInt(file -> file.toFile().lastModified() == 0 ? 1 : 0).sum() == 2;
        if (prepared) {
          return;
        }
      }
      Thread.sleep(200);
    }
  }

  private interface Exchange {
    boolean run(Wire wire) throws IOException;
  }

  private static void run(String what, int count, Exchange exchange, int port) throws Exception {
    AtomicInteger left = new AtomicInteger(count);
    AtomicInteger failed = new AtomicInteger();
    ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    List<Thread> senders = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < SENDERS; i++) {
      senders.add(Thread.ofPlatform().start(() -> {
        try (Wire wire = Wire.to(port)) {
          while (left.getAndDecrement() > 0) {
            long begun = System.nanoTime();
            if (!exchange.run(wire)) {
              failed.incrementAndGet();
            }
            nanos.add(System.nanoTime() - begun);
          }
        } catch (IOException _) {
          failed.incrementAndGet();
        }
      }));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    List<Long> sorted = nanos.stream().sorted().toList();
    System.out.printf("%s: %.0f/s, p95 %.1f ms, failed %d%n",
        what, sorted.size() / seconds, sorted.get(sorted.size() * 95 / 100) / 1e6, failed.get());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
