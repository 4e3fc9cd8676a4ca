package watchword.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.seal.Bytes;
import watchword.seal.GenerationHeader;
import watchword.seal.Layout;
import watchword.seal.Proof;
import watchword.seal.SealedSize;

class A02_ReportTest {
  private static final Slots ONE_OF_EACH =
      new Slots(new Layout(1, 0, 0, 0, 0), new Layout(0, 1, 1, 1, 1), new Layout(2, 0, 0, 0, 0));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(SealedSize.class)
  void a_report_of_each_size_is_taken_and_stands_in_the_next_frozen_generation(SealedSize size) throws IOException {
    try (Scene scene = Scene.with(folder, ONE_OF_EACH, 4)) {
      byte[] report = Scene.report(size, 1);
      assertThat(scene.post(report)).isEqualTo(204);
      assertThat(scene.pull()).as("nothing is pulled before the tick").isEmpty();
      if (size == SealedSize.SMALL) {
        scene.hub().tickSmall();
        assertThat(Scene.slotOf(report, scene.pull().orElseThrow(), ONE_OF_EACH.small(), size)).isZero();
      } else {
        scene.hub().tickLarge();
        assertThat(Scene.slotOf(report, scene.pull().orElseThrow(), ONE_OF_EACH.large(), size)).isZero();
      }
      assertThat(scene.hub().faults()).isZero();
    }
  }

  @Test
  void the_taken_answer_is_always_the_same_bytes_and_the_connection_stays_open() throws IOException {
    try (Scene scene = Scene.in(folder); Wire wire = scene.wire()) {
      List<List<String>> answers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        answers.add(wire.send(Scene.postHead(16_384, Scene.NO_WORK)).send(Scene.report(SealedSize.SMALL, i)).answer().lines());
      }
      assertThat(answers.getFirst().getFirst()).isEqualTo("HTTP/1.1 204 No Content");
      assertThat(answers).containsOnly(answers.getFirst());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "POST /report/0000000000000000 HTTP/1.1\nContent-Length: 16383\n\n",
    "POST /report/0000000000000000 HTTP/1.1\nContent-Length: 0\n\n",
    "POST /report/0000000000000000 HTTP/1.1\n\n",
    "POST /report/0000000000000000 HTTP/1.1\nContent-Length: 16384\nContent-Length: 16384\n\n",
    "POST /report/0000000000000000 HTTP/1.1\nTransfer-Encoding: chunked\n\n",
    "POST /report/0000000000000000 HTTP/1.1\nContent-Length: 16384\nTransfer-Encoding: chunked\n\n",
    "POST /report/0000000000000000 HTTP/1.1\nContent-Length: +16384\n\n",
    "POST /report/0000000000000000 HTTP/1.1\nContent-Length : 16384\n\n",
    "POST /report/0000000000000000 HTTP/2.0\nContent-Length: 16384\n\n",
    "POST /report/000000000000000 HTTP/1.1\nContent-Length: 16384\n\n",
    "POST /report/00000000000000000 HTTP/1.1\nContent-Length: 16384\n\n",
    "POST /report/000000000000000A HTTP/1.1\nContent-Length: 16384\n\n",
    "POST /report/ HTTP/1.1\nContent-Length: 16384\n\n",
    "POST / HTTP/1.1\nContent-Length: 16384\n\n",
    "PUT /report/0000000000000000 HTTP/1.1\nContent-Length: 16384\n\n",
    "post /report/0000000000000000 HTTP/1.1\nContent-Length: 16384\n\n",
    "\n\n",
    "nonsense\n\n"
  })
  void a_post_in_any_other_spelling_is_refused_with_the_same_bytes(String head) throws IOException {
    try (Scene scene = Scene.in(folder); Wire wire = scene.wire()) {
      Wire.Answer answer = wire.send(head).send(new byte[1000]).answer();
      assertThat(answer.lines()).containsExactly(new String(Answers.REFUSED, StandardCharsets.US_ASCII).strip().split("\r\n"));
      assertThat(wire.ended()).isTrue();
    }
  }

  @Test
  void a_generation_that_is_full_answers_503_until_the_tick() throws IOException {
    try (Scene scene = Scene.in(folder)) {
      int taken = 0;
      while (scene.post(Scene.report(SealedSize.SMALL, taken)) == 204) {
        taken++;
      }
      assertThat(taken).as("6 of 8: the last quarter asks for work").isEqualTo(6);
      byte[] late = Scene.report(SealedSize.SMALL, 99);
      assertThat(scene.post(late)).isEqualTo(503);
      scene.hub().tickSmall();
      assertThat(scene.post(late)).isEqualTo(204);
    }
  }

  @Test
  void above_half_full_a_quarter_of_the_slots_is_kept_for_those_who_did_the_work() throws IOException {
    try (Scene scene = Scene.in(folder)) {
      for (int i = 0; i < 6; i++) {
        assertThat(scene.post(Scene.report(SealedSize.SMALL, i))).isEqualTo(204);
      }
      byte[] report = Scene.report(SealedSize.SMALL, 7);
      assertThat(scene.post(report)).isEqualTo(503);
      long nonce = Proof.make(report, Scene.NOON.instant(), 8);
      byte[] other = Scene.report(SealedSize.SMALL, 8);
      while (Proof.holds(sha256(other), Scene.NOON.instant(), nonce, 8)) {
        other[0]++;
      }
      assertThat(scene.post(other, Proof.spell(nonce))).as("another report's work, and no slot without work is left").isEqualTo(503);
      assertThat(scene.post(report, Proof.spell(nonce))).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @EnumSource(value = SealedSize.class, names = {"SMALL", "MEDIUM"})
  void a_phone_whose_clock_is_two_hours_off_is_taken_while_a_slot_without_work_is_free(SealedSize size) throws IOException {
    Slots eight = new Slots(new Layout(8, 0, 0, 0, 0), new Layout(0, 8, 0, 0, 0), new Layout(8, 0, 0, 0, 0));
    try (Scene scene = Scene.with(folder, eight, 4)) {
      for (int i = 0; i < 4; i++) {
        assertThat(scene.post(Scene.report(size, i))).isEqualTo(204);
      }
      List<Integer> late = new ArrayList<>();
      for (int i = 4; i < 7; i++) {
        late.add(scene.post(Scene.report(size, i), workOfAnotherHour(Scene.report(size, i))));
      }
      assertThat(late).as("two slots without work are left above the half").containsExactly(204, 204, 503);
      for (int i = 7; i < 9; i++) {
        byte[] report = Scene.report(size, i);
        String proof = Proof.spell(Proof.make(report, Scene.NOON.instant(), 8));
        assertThat(scene.post(report, proof)).as("slots for work were not used up by proofs that do not hold").isEqualTo(204);
      }
      assertThat(scene.hub().faults()).isZero();
    }
  }

  private static String workOfAnotherHour(byte[] report) {
    long nonce = Proof.make(report, Scene.NOON.instant().plus(Duration.ofHours(2)), 8);
    while (Proof.holds(sha256(report), Scene.NOON.instant(), nonce, 8)) {
      nonce++;
    }
    return Proof.spell(nonce);
  }

  @Test
  void a_larger_report_whose_work_does_not_hold_leaves_its_slot_free() throws IOException {
    Slots four = new Slots(new Layout(1, 0, 0, 0, 0), new Layout(0, 4, 0, 0, 0), new Layout(2, 0, 0, 0, 0));
    try (Scene scene = Scene.with(folder, four, 4)) {
      for (int i = 0; i < 3; i++) {
        assertThat(scene.post(Scene.report(SealedSize.MEDIUM, i))).isEqualTo(204);
      }
      byte[] report = Scene.report(SealedSize.MEDIUM, 7);
      long nonce = Proof.make(report, Scene.NOON.instant(), 8);
      long wrong = nonce + 1;
      while (Proof.holds(sha256(report), Scene.NOON.instant(), wrong, 8)) {
        wrong++;
      }
      assertThat(scene.post(report, Proof.spell(wrong))).isEqualTo(503);
      assertThat(scene.post(report, Proof.spell(nonce))).isEqualTo(204);
    }
  }

  @Test
  void slots_are_taken_in_no_order() throws IOException {
    Slots many = new Slots(new Layout(400, 0, 0, 0, 0), new Layout(0, 1, 0, 0, 0), new Layout(1, 0, 0, 0, 0));
    try (Scene scene = Scene.with(folder, many, 4)) {
      List<byte[]> reports = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        reports.add(Scene.report(SealedSize.SMALL, i));
        assertThat(scene.post(reports.get(i))).isEqualTo(204);
      }
      scene.hub().tickSmall();
      byte[] generation = scene.pull().orElseThrow();
      List<Integer> slots = reports.stream().map(r -> Scene.slotOf(r, generation, many.small(), SealedSize.SMALL)).toList();
      assertThat(slots).doesNotContain(-1).doesNotHaveDuplicates();
      long ascents = 0;
      for (int i = 1; i < slots.size(); i++) {
        ascents += slots.get(i) > slots.get(i - 1) ? 1 : 0;
      }
      // 199 pairs, each up or down with the same chance: mean 99.5, deviation 4.1; nine deviations either way.
      assertThat(ascents).isBetween(62L, 137L);
      assertThat(slots.stream().filter(slot -> slot >= 200).count()).as("both halves of the file").isBetween(50L, 150L);
    }
  }

  @Test
  void no_204_is_sent_before_the_disk_has_the_report() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Force held = (FileChannel channel) -> {
      asked.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      channel.force(false);
    };
    try (Scene scene = Scene.forcing(folder, held)) {
      Future<Integer> status = CompletableFuture.supplyAsync(() -> {
        try {
          return scene.post(Scene.report(SealedSize.SMALL, 1));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      Assertions.assertThatThrownBy(() -> status.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
      release.countDown();
      assertThat(status.get(10, TimeUnit.SECONDS)).isEqualTo(204);
    }
  }

  @Test
  void a_disk_that_fails_is_answered_503_and_nothing_more_goes_into_that_generation() throws IOException {
    Force failing = _ -> {
      throw new IOException("input/output error");
    };
    try (Scene scene = Scene.forcing(folder, failing)) {
      assertThat(scene.post(Scene.report(SealedSize.SMALL, 1))).isEqualTo(503);
      assertThat(scene.post(Scene.report(SealedSize.SMALL, 2))).isEqualTo(503);
      assertThat(scene.hub().faults()).isZero();
    }
  }

  @Test
  void a_cut_upload_leaves_a_fresh_dummy_and_its_slot_free() throws Exception {
    Slots one = new Slots(new Layout(1, 0, 0, 0, 0), new Layout(0, 1, 0, 0, 0), new Layout(1, 0, 0, 0, 0));
    try (Scene scene = Scene.with(folder, one, 4)) {
      byte[] report = Scene.report(SealedSize.MEDIUM, 1);
      byte[] half = Arrays.copyOf(report, report.length / 2);
      try (Wire wire = scene.wire()) {
        wire.send(Scene.postHead(report.length, Scene.NO_WORK)).send(half).noMore();
        assertThat(wire.ended()).isTrue();
      }
      scene.hub().tickLarge();
      byte[] generation = scene.pull().orElseThrow();
      assertThat(generation.length).isEqualTo((int) one.large().bytes());
      assertThat(new String(generation, GenerationHeader.BYTES, 40, StandardCharsets.US_ASCII))
          .startsWith("age-encryption.org/v1\n-> mlkem768x25519");
      assertThat(scene.post(report)).isEqualTo(204);
    }
  }

  @Test
  void a_tick_cuts_an_upload_that_is_still_coming_and_its_sender_hears_503() throws Exception {
    try (Scene scene = Scene.in(folder); Wire wire = scene.wire()) {
      byte[] report = Scene.report(SealedSize.LARGE, 1);
      wire.send(Scene.postHead(report.length, Scene.NO_WORK)).send(Arrays.copyOf(report, 500_000));
      assertThat(scene.post(Scene.report(SealedSize.LARGE, 2))).as("the only slot of this size is taken").isEqualTo(503);
      scene.hub().tickLarge();
      byte[] generation = scene.pull().orElseThrow();
      int from = (int) Scene.FEW.large().offset(SealedSize.LARGE, 0);
      assertThat(new String(generation, from, 21, StandardCharsets.US_ASCII)).isEqualTo("age-encryption.org/v1");
      assertThat(wire.send(Arrays.copyOfRange(report, 500_000, 700_000)).answer().status()).isEqualTo(503);
      assertThat(scene.pull().orElseThrow()).as("what is frozen never changes").isEqualTo(generation);
    }
  }

  @Test
  void files_carry_one_time_whatever_arrives() throws Exception {
    try (Scene scene = Scene.in(folder)) {
      scene.hub().tickSmall();
      assertThat(scene.post(Scene.report(SealedSize.SMALL, 1))).isEqualTo(204);
      try (Stream<Path> files = Files.list(folder.resolve("data"))) {
        for (Path file : files.filter(f -> !f.endsWith("lock")).toList()) {
          if (file.getFileName().toString().startsWith(GenerationFiles.NEXT)) {
            continue; // being filled: holds dummies alone
          }
          BasicFileAttributes times = Files.readAttributes(file, BasicFileAttributes.class);
          assertThat(times.lastModifiedTime()).isEqualTo(GenerationFiles.ALWAYS);
        }
      }
    }
  }

  @Test
  void surge_gives_more_slots_from_the_next_tick_on_and_ends_when_a_person_says_so() throws Exception {
    try (Scene scene = Scene.in(folder)) {
      scene.hub().surge(true);
      scene.hub().tickSmall();
      scene.hub().surge(false);
      scene.hub().tickSmall();
      scene.hub().tickSmall();
      List<Integer> counts = new ArrayList<>();
      while (scene.hub().waiting() > 0) {
        byte[] generation = scene.pull().orElseThrow();
        counts.add(GenerationHeader.parse(Arrays.copyOf(generation, GenerationHeader.BYTES)).layout().small());
        assertThat(scene.postReceipt(scene.receipt(generation))).isEqualTo(204);
      }
      assertThat(counts).containsExactly(8, 32, 8);
    }
  }

  private static Bytes sha256(byte[] bytes) {
    try {
      return Scene.sha256(bytes);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
