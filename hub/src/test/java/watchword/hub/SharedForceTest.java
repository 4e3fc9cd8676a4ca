package watchword.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedForceTest {

  @Test
  void writers_who_come_during_a_force_share_the_next_one() throws Exception {
    AtomicInteger forces = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    SharedForce force = new SharedForce(() -> {
      if (forces.incrementAndGet() == 1) {
        begun.countDown();
        awaitQuietly(release);
      }
    });
    List<Thread> writers = new ArrayList<>();
    writers.add(Thread.ofPlatform().start(() -> forceQuietly(force)));
    begun.await();
    for (int i = 0; i < 10; i++) {
      writers.add(Thread.ofPlatform().start(() -> forceQuietly(force)));
    }
    for (Thread writer : writers.subList(1, writers.size())) {
      while (writer.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    assertThat(forces).as("the running force does not cover them").hasValue(1);
    release.countDown();
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(forces).hasValue(2);
  }

  @Test
  void after_one_failure_no_force_is_believed() {
    AtomicInteger forces = new AtomicInteger();
    SharedForce force = new SharedForce(() -> {
      if (forces.incrementAndGet() == 1) {
        throw new IOException("input/output error");
      }
    });
    assertThatThrownBy(force::force).isInstanceOf(DiskException.class);
    assertThatThrownBy(force::force).isInstanceOf(DiskException.class);
    assertThat(force.failed()).isTrue();
  }

  private static void forceQuietly(SharedForce force) {
    try {
      force.force();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
