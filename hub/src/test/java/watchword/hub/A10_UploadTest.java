package watchword.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.seal.Layout;
import watchword.seal.SealedSize;

/// A sealed file handed in by a form, without script: the file alone reaches a slot, and the answer is one of three small pages.
class A10_UploadTest {
  private static final Slots ONE_OF_EACH =
      new Slots(new Layout(1, 0, 0, 0, 0), new Layout(0, 1, 1, 1, 1), new Layout(2, 0, 0, 0, 0));
  /// As Chromium writes it.
  private static final String BOUNDARY = "----WebKitFormBoundaryAbCdEfGhIjKlMnOp";
  private static final int MUTATED = 3_000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(SealedSize.class)
  void the_file_of_each_size_stands_in_its_slot_and_nothing_of_the_form(SealedSize size) throws IOException {
    try (Scene scene = Scene.with(folder, ONE_OF_EACH, 4)) {
      byte[] report = Scene.report(size, 1);
      Wire.Answer answer = post(scene, form(report));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).contains("On our server", "<section lang=\"ar\" dir=\"rtl\">");
      boolean small = size == SealedSize.SMALL;
      if (small) {
        scene.hub().tickSmall();
      } else {
        scene.hub().tickLarge();
      }
      byte[] generation = scene.pull().orElseThrow();
      assertThat(Scene.slotOf(report, generation, small ? ONE_OF_EACH.small() : ONE_OF_EACH.large(), size)).isZero();
      assertThat(new String(generation, StandardCharsets.ISO_8859_1)).doesNotContain("WebKitForm", "holiday", "Content-");
      assertThat(scene.hub().faults()).isZero();
    }
  }

  @Test
  void the_answer_is_the_same_bytes_each_time_and_the_last_of_its_connection() throws IOException {
    try (Scene scene = Scene.in(folder)) {
      Wire.Answer first = post(scene, form(Scene.report(SealedSize.SMALL, 1)));
      Wire.Answer second = post(scene, form(Scene.report(SealedSize.SMALL, 2)));
      assertThat(second.lines()).isEqualTo(first.lines()).contains("Cache-Control: no-store", "Connection: close", "Content-Type: text/html; charset=utf-8");
      assertThat(second.text()).isEqualTo(first.text());
    }
  }

  @Test
  void no_answer_s_title_tells_a_history_what_was_done() {
    for (byte[] answer : List.of(Answers.HANDED_IN, Answers.HAND_IN_LATER, Answers.NOT_HANDED_IN)) {
      assertThat(new String(answer, StandardCharsets.UTF_8)).contains("<title>Form</title>").containsOnlyOnce("<title>");
    }
  }

  @Test
  void a_file_that_comes_byte_by_byte_is_taken() throws IOException {
    try (Scene scene = Scene.in(folder); Wire wire = scene.wire()) {
      byte[] form = form(Scene.report(SealedSize.SMALL, 3));
      byte[] request = join(head(form.length), form);
      for (int at = 0; at < 700; at++) {
        wire.send(new byte[] {request[at]});
      }
      wire.send(Arrays.copyOfRange(request, 700, request.length - 60));
      for (int at = request.length - 60; at < request.length; at++) {
        wire.send(new byte[] {request[at]});
      }
      assertThat(wire.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void a_file_name_of_255_characters_is_passed_over_and_a_longer_head_is_refused() throws IOException {
    try (Scene scene = Scene.in(folder)) {
      byte[] report = Scene.report(SealedSize.SMALL, 4);
      assertThat(post(scene, form("holiday %F0%9F%8F%96".repeat(150), report)).status()).isEqualTo(200);
      assertThat(post(scene, form("a".repeat(4_000), report)).status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16_383, 16_385, 262_143, 262_145, 40_000})
  void a_file_of_another_size_is_refused_with_a_page_that_says_so(int length) throws IOException {
    try (Scene scene = Scene.in(folder)) {
      Wire.Answer answer = post(scene, form(new byte[length]));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).contains("Not a sealed file");
      assertThat(scene.hub().faults()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "POST /upload HTTP/1.1\nContent-Length: 16700\n\n",
    "POST /upload HTTP/1.1\nContent-Type: multipart/form-data\nContent-Length: 16700\n\n",
    "POST /upload HTTP/1.1\nContent-Type: multipart/form-data; boundary=\nContent-Length: 16700\n\n",
    "POST /upload HTTP/1.1\nContent-Type: multipart/form-data; boundary=\"x\"\nContent-Length: 16700\n\n",
    "POST /upload HTTP/1.1\nContent-Type: multipart/form-data; boundary=x; charset=utf-8\nContent-Length: 16700\n\n",
    "POST /upload HTTP/1.1\nContent-Type: multipart/mixed; boundary=x\nContent-Length: 16700\n\n",
    "POST /upload HTTP/1.1\nContent-Type: multipart/form-data; boundary=" + LONG + "\nContent-Length: 16700\n\n",
    "POST /upload HTTP/1.1\nContent-Type: multipart/form-data; boundary=x\nContent-Length: 0\n\n",
    "POST /upload HTTP/1.1\nContent-Type: multipart/form-data; boundary=x\n\n",
  })
  void a_head_in_another_spelling_is_refused(String head) throws IOException {
    try (Scene scene = Scene.in(folder); Wire wire = scene.wire()) {
      assertThat(wire.send(head).send(new byte[16_700]).answer().status()).isEqualTo(400);
      assertThat(scene.hub().faults()).isZero();
    }
  }

  private static final String LONG = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

  @Test
  void two_parts_another_boundary_and_a_missing_end_are_refused_and_the_slot_is_free_again() throws IOException {
    List<UnaryOperator<byte[]>> wrongs = List.of(
        form -> set(form, 2, 'x'),
        form -> set(form, form.length - 3, 'x'),
        form -> set(form, form.length - 1, 'x'),
        form -> set(form, form.length - 10, 'x'),
        form -> set(form, form.length - BOUNDARY.length() - 8, 'x'));
    for (SealedSize size : List.of(SealedSize.SMALL, SealedSize.MEDIUM)) {
      try (Scene scene = Scene.with(folder.resolve(size.name()), ONE_OF_EACH, 4)) {
        for (UnaryOperator<byte[]> wrong : wrongs) {
          assertThat(post(scene, wrong.apply(form(Scene.report(size, 5)))).status()).isEqualTo(400);
        }
        assertThat(post(scene, join(field(), form(Scene.report(size, 5)))).status()).isEqualTo(400);
        assertThat(post(scene, form(Scene.report(size, 6))).status()).as("the one slot").isEqualTo(200);
        assertThat(scene.hub().faults()).isZero();
      }
    }
  }

  /// A field before the file, as a form with two would send it.
  private static byte[] field() {
    return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void a_full_hub_says_try_again_later() throws IOException {
    try (Scene scene = Scene.with(folder, ONE_OF_EACH, 4)) {
      assertThat(post(scene, form(Scene.report(SealedSize.MEDIUM, 1))).status()).isEqualTo(200);
      Wire.Answer answer = post(scene, form(Scene.report(SealedSize.MEDIUM, 2)));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text()).contains("try again later");
    }
  }

  @Test
  void a_file_cut_in_the_middle_is_not_kept() throws IOException {
    try (Scene scene = Scene.with(folder, ONE_OF_EACH, 4)) {
      for (SealedSize size : List.of(SealedSize.SMALL, SealedSize.MEDIUM)) {
        byte[] form = form(Scene.report(size, 7));
        try (Wire wire = scene.wire()) {
          wire.send(head(form.length)).send(Arrays.copyOf(form, form.length - 1)).noMore();
          assertThat(endsWithoutBeingTaken(wire)).isTrue();
        }
        assertThat(post(scene, form(Scene.report(size, 8))).status()).as("the one slot").isEqualTo(200);
      }
      assertThat(scene.hub().faults()).isZero();
    }
  }

  private static boolean endsWithoutBeingTaken(Wire wire) throws IOException {
    try {
      return wire.answer().status() == 400;
    } catch (EOFException | SocketException _) {
      return true;
    }
  }

  @Test
  void a_form_to_another_path_or_by_reading_is_none() throws IOException {
    try (Scene scene = Scene.in(folder); Wire wire = scene.wire()) {
      assertThat(scene.get("/upload").status()).isEqualTo(404);
      byte[] form = form(Scene.report(SealedSize.SMALL, 1));
      byte[] head = new String(head(form.length), StandardCharsets.US_ASCII).replace("/upload", "/upload/x").getBytes(StandardCharsets.US_ASCII);
      Wire.Answer answer = wire.send(head).send(form).answer();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void mutated_forms_get_only_the_stated_answers_and_the_hub_keeps_answering() throws IOException {
    try (Scene scene = Scene.in(folder).board("index.html", "<p>")) {
      Random random = new Random(20261130);
      int answered = 0;
      for (int i = 0; i < MUTATED; i++) {
        answered += answersOnlyAsStated(scene, mutate(random));
        if (i % 500 == 0) {
          scene.hub().tickSmall();
          assertThat(scene.get("/").text()).isEqualTo("<p>");
        }
      }
      assertThat(answered).as("most are answered, not dropped").isGreaterThan(MUTATED / 3);
      assertThat(scene.hub().faults()).isZero();
    }
  }

  private static int answersOnlyAsStated(Scene scene, byte[] request) throws IOException {
    try (Wire wire = scene.wire()) {
      wire.send(request).noMore();
      assertThat(wire.answer().status()).isIn(200, 503, 400, 404);
      return 1;
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the hub neither answered nor closed", e);
    } catch (EOFException | SocketException _) {
      return 0;
    }
  }

  private static byte[] mutate(Random random) {
    byte[] form = form(Scene.report(SealedSize.SMALL, random.nextLong()));
    byte[] bytes = join(head(random.nextInt(4) == 0 ? random.nextInt(40_000) : form.length), form);
    for (int times = random.nextInt(4); times > 0; times--) {
      // Around the file: in the head, in the part's head, in the end.
      int at = random.nextBoolean() ? random.nextInt(Math.min(bytes.length, 420)) : Math.max(0, bytes.length - 1 - random.nextInt(60));
      bytes = switch (random.nextInt(5)) {
        case 0 -> Arrays.copyOf(bytes, Math.max(1, at));
        case 1 -> join(Arrays.copyOf(bytes, at), join("\r\n--".getBytes(StandardCharsets.US_ASCII), Arrays.copyOfRange(bytes, at, bytes.length)));
        case 2 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, Math.min(bytes.length, at + 2), bytes.length));
        case 3 -> join(bytes, Arrays.copyOf(bytes, Math.min(bytes.length, 300)));
        default -> set(bytes, at, random.nextInt(256));
      };
      if (bytes.length == 0) {
        return new byte[] {'x'};
      }
    }
    return bytes;
  }

  static Wire.Answer post(Scene scene, byte[] form) throws IOException {
    try (Wire wire = scene.wire()) {
      return wire.send(head(form.length)).send(form).answer();
    }
  }

  private static byte[] head(int length) {
    return ("POST /upload HTTP/1.1\r\nHost: hub\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
        + "\r\nContent-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] form(byte[] file) {
    return form("holiday.sealed", file);
  }

  /// A form of one part, as a browser sends it.
  static byte[] form(String name, byte[] file) {
    byte[] begin = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"sealed\"; filename=\"" + name
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    return join(join(begin, file), ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] set(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
