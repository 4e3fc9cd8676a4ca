package watchword.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.seal.SigningKey;

/// A hub in a process of its own under mutated requests; `bench/hub/mutations` sends a million of the same kinds.
class A11_MutatedRequestsTest {
  private static final int REQUESTS = 2_000;
  /// One leaked head of a request each would be fifty times this.
  private static final long MOST_GROWTH = 1024 * 1024;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void mutated_requests_get_stated_answers_leave_no_memory_taken_and_nothing_is_said(long seed) throws Exception {
    SigningKey gate = SigningKey.generate(new SecureRandom());
    StatedAnswers.layOut(folder.resolve("board"));
    Path errors = folder.resolve("said");
    try (Child hub = Child.ticking(folder, gate.verifyKey(), errors)) {
      MutatedRequests requests = new MutatedRequests(hub.port(), seed).send(0, REQUESTS);
      long before = hub.liveHeap();
      int _ = MutatedRequests.collect(hub.port(), gate);
      requests.send(REQUESTS, 2 * REQUESTS);
      long after = hub.liveHeap();

      assertThat(requests.wrongs()).isEmpty();
      assertThat(after - before).as("bytes in use after a collection, seed %d", seed).isLessThan(MOST_GROWTH);
      assertThat(requests.statuses().keySet()).as("every stated answer came").contains(0, 200, 204, 304, 400, 404, 503);
      assertThat(sum(requests.statuses())).isGreaterThan(REQUESTS * 2 * 9 / 10);
      assertThat(hub.faults()).isEqualTo("0");
      assertThat(hub.said(errors)).isEmpty();
    }
  }

  private static long sum(Map<Integer, LongAdder> statuses) {
    return statuses.values().stream().mapToLong(LongAdder::sum).sum();
  }

  @Test
  void the_same_seed_and_number_give_the_same_request() {
    for (int number = 0; number < 200; number++) {
      assertThat(MutatedRequest.of(7, number).bytes()).isEqualTo(MutatedRequest.of(7, number).bytes());
    }
  }

  @Test
  void an_answer_that_is_not_stated_is_told_apart() {
    byte[] post = Scene.postHead(16_384, Scene.NO_WORK).getBytes(US_ASCII);
    assertThat(StatedAnswers.wrong(post, Answers.TAKEN, false, 1)).isEmpty();
    assertThat(StatedAnswers.wrong(post, Answers.NOT_FOUND, false, 1)).as("of another method").isPresent();
    byte[] cut = Arrays.copyOf(Answers.TAKEN, Answers.TAKEN.length - 1);
    assertThat(StatedAnswers.wrong(post, cut, false, 1)).as("ended short").isPresent();
    assertThat(StatedAnswers.wrong(post, cut, true, 1)).as("cut with the connection").isEmpty();
    byte[] changed = Answers.TAKEN.clone();
    changed[changed.length - 5] ^= 1;
    assertThat(StatedAnswers.wrong(post, changed, true, 1)).as("one byte changed").isPresent();
    byte[] two = Arrays.copyOf(Answers.TAKEN, 2 * Answers.TAKEN.length);
    System.arraycopy(Answers.TAKEN, 0, two, Answers.TAKEN.length, Answers.TAKEN.length);
    assertThat(StatedAnswers.wrong(post, two, false, 1)).isEqualTo(Optional.of("2 answers, not 1 at most"));
  }
}
