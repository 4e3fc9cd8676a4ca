package watchword.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.Layout;
import watchword.seal.SealedSize;

class A06_KillTest {
  private static final int KILLS = 4;
  private static final int SENDERS = 4;

  @TempDir Path folder;

  @Test
  void what_was_answered_204_is_pulled_after_a_kill_at_any_moment() throws Exception {
    AtomicLong seeds = new AtomicLong();
    ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    try (Scene scene = Scene.with(folder, Child.MANY, 64)) {
      scene.hub().close();
      Random random = new Random(7);
      for (int kill = 0; kill < KILLS; kill++) {
        try (Child child = Child.hub(folder, scene.gateKey.verifyKey())) {
          List<Thread> senders = new ArrayList<>();
          for (int i = 0; i < SENDERS; i++) {
            senders.add(Thread.startVirtualThread(() -> sendUntilGone(child.port(), seeds, acknowledged)));
          }
          int enough = acknowledged.size() + 1 + random.nextInt(100);
          Instant latest = Instant.now().plus(Duration.ofSeconds(60));
          while (acknowledged.size() < enough && Instant.now().isBefore(latest)) {
            Thread.sleep(1);
          }
          Thread.sleep(random.nextInt(5));
          child.kill();
          for (Thread sender : senders) {
            sender.join();
          }
        }
      }
      scene.restart();
      assertThat(acknowledged).as("something was taken before each kill").hasSizeGreaterThanOrEqualTo(KILLS);
      assertThat(missing(acknowledged, pullAll(scene))).isEmpty();
    }
  }

  private static void sendUntilGone(int port, AtomicLong seeds, ConcurrentLinkedQueue<Long> acknowledged) {
    try {
      while (true) {
        long seed = seeds.incrementAndGet();
        if (Scene.post(port, Scene.report(SealedSize.SMALL, seed), Scene.NO_WORK) == 204) {
          acknowledged.add(seed);
        }
      }
    } catch (IOException _) {
      // Killed.
    }
  }

  private static List<byte[]> pullAll(Scene scene) throws Exception {
    List<byte[]> generations = new ArrayList<>();
    while (scene.hub().waiting() > 0) {
      byte[] generation = scene.pull().orElseThrow();
      assertThat(scene.pull().orElseThrow()).isEqualTo(generation);
      generations.add(generation);
      assertThat(scene.postReceipt(scene.receipt(generation))).isEqualTo(204);
    }
    return generations;
  }

  private static List<Long> missing(Iterable<Long> acknowledged, List<byte[]> generations) {
    List<Long> missing = new ArrayList<>();
    for (long seed : acknowledged) {
      byte[] report = Scene.report(SealedSize.SMALL, seed);
      if (generations.stream().noneMatch(g -> Scene.slotOf(report, g, layoutOf(g), SealedSize.SMALL) >= 0)) {
        missing.add(seed);
      }
    }
    return missing;
  }

  private static Layout layoutOf(byte[] generation) {
    return generation.length == Child.MANY.small().bytes() ? Child.MANY.small() : Child.MANY.large();
  }
}
