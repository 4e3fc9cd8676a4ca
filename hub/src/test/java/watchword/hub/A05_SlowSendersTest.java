package watchword.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.SealedSize;

class A05_SlowSendersTest {
  @TempDir Path folder;

  @Test
  void senders_who_stand_still_take_no_slot_and_hold_up_nobody() throws IOException {
    try (Scene scene = Scene.in(folder); Crowd crowd = new Crowd()) {
      byte[] half = Arrays.copyOf(Scene.report(SealedSize.SMALL, 1), 8_000);
      for (int i = 0; i < 64; i++) {
        crowd.join(scene, Scene.postHead(16_384, Scene.NO_WORK), half);
      }
      for (int i = 0; i < 6; i++) {
        Instant start = Instant.now();
        assertThat(scene.post(Scene.report(SealedSize.SMALL, i))).isEqualTo(204);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
      }
    }
  }

  @Test
  void when_every_place_is_taken_those_who_only_wait_give_way() throws IOException {
    try (Scene scene = Scene.in(folder); Crowd crowd = new Crowd()) {
      for (int i = 0; i < Listener.MAX_CONNECTIONS + 40; i++) {
        crowd.join(scene, "GET /none HTTP/1.1\n\n", new byte[0]);
      }
      Instant start = Instant.now();
      assertThat(scene.post(Scene.report(SealedSize.SMALL, 1))).isEqualTo(204);
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void when_every_place_is_taken_heads_that_never_end_give_way_within_seconds() throws IOException {
    try (Scene scene = Scene.in(folder); Crowd crowd = new Crowd()) {
      for (int i = 0; i < Listener.MAX_CONNECTIONS + 40; i++) {
        crowd.join(scene, "POST /report/0000", new byte[0]);
      }
      Instant start = Instant.now();
      assertThat(scene.post(Scene.report(SealedSize.SMALL, 1))).isEqualTo(204);
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void a_body_earns_its_time_by_arriving_and_may_not_stand_still() {
    Pace pace = new Pace();
    pace.enter(Pace.Phase.BODY);
    long start = System.nanoTime();
    assertThat(pace.overdue(start + Duration.ofSeconds(19).toNanos())).isFalse();
    assertThat(pace.overdue(start + Duration.ofSeconds(21).toNanos())).isTrue();
    pace.moved(1_000_000);
    assertThat(pace.overdue(start + Duration.ofSeconds(29).toNanos())).isFalse();
    assertThat(pace.overdue(start + Duration.ofSeconds(31).toNanos())).as("30 seconds without a byte").isTrue();
    pace.enter(Pace.Phase.IDLE);
    assertThat(pace.givesWay(System.nanoTime())).isPositive();
    pace.enter(Pace.Phase.FREE);
    assertThat(pace.givesWay(System.nanoTime())).isZero();
    assertThat(pace.overdue(start + Duration.ofHours(1).toNanos())).isFalse();
  }

  /// Connections that stay open.
  private static final class Crowd implements AutoCloseable {
    private final List<Wire> wires = new ArrayList<>();

    void join(Scene scene, String head, byte[] body) throws IOException {
      Wire wire = scene.wire();
      wires.add(wire);
      try {
        wire.send(head).send(body);
      } catch (SocketException _) {
        // Had to give way already, which is what the crowd is for.
      }
    }

    @Override
    public void close() throws IOException {
      for (Wire wire : wires) {
        wire.close();
      }
    }
  }
}
