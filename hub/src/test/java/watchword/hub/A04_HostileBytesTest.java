package watchword.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.SealedSize;

class A04_HostileBytesTest {
  private static final int REQUESTS = 10_000;

  /// One of each kind that is right; every mutation starts from one of these.
  private static final List<String> RIGHT = List.of(
      """
      GET /index.html HTTP/1.1
      Host: board.example
      User-Agent: a reader
      Accept-Encoding: gzip, br
      If-None-Match: "00"

      """,
      """
      HEAD /style.css HTTP/1.0
      Connection: keep-alive

      """,
      """
      POST /report/0000000000000000 HTTP/1.1
      Host: board.example
      Content-Length: 16384
      Content-Type: application/octet-stream

      """,
      """
      POST /receipt HTTP/1.1
      Content-Length: 132

      """,
      """
      GET /generation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA HTTP/1.1

      """);

  private static final List<String> PIECES = List.of("\r\n", "\r", "\n", "\0", " ", ":", "/", "..", "%2f", "HTTP/1.1", "GET ",
      "POST ", "Content-Length: 16384\r\n", "Content-Length: 99999999\r\n", "Transfer-Encoding: chunked\r\n", "\r\n\r\n", "é", "\t");

  @TempDir Path folder;

  @Test
  void mutated_requests_get_only_the_stated_answers_and_the_hub_keeps_answering() throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try (Scene scene = Scene.in(folder).board("index.html", "<p>").board("style.css", "p{}")) {
      Random random = new Random(20261122);
      int answered = 0;
      for (int i = 0; i < REQUESTS; i++) {
        byte[] request = mutate(RIGHT.get(random.nextInt(RIGHT.size())), random);
        answered += answersOnlyAsStated(scene, request);
        if (i % 1000 == 0) {
          scene.hub().tickSmall();
          assertThat(scene.get("/style.css").text()).isEqualTo("p{}");
        }
      }
      assertThat(answered).as("most are answered, not dropped").isGreaterThan(REQUESTS / 2);
      assertThat(scene.hub().faults()).isZero();
    } finally {
      System.setErr(before);
    }
    assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  /// Returns how many answers came.
  private static int answersOnlyAsStated(Scene scene, byte[] request) throws IOException {
    String start = new String(request, 0, Math.min(5, request.length), StandardCharsets.ISO_8859_1);
    boolean reads = start.startsWith("GET ") || start.startsWith("HEAD ");
    try (Wire wire = scene.wire()) {
      wire.send(request).noMore();
      Wire.Answer answer = start.startsWith("HEAD ") ? wire.answerWithoutBody() : wire.answer();
      assertThat(answer.status()).isIn(reads ? List.of(200, 304, 404) : List.of(204, 503, 400));
      return 1;
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the hub neither answered nor closed", e);
    } catch (EOFException | SocketException _) {
      return 0; // cut off: a head or body that never became whole
    }
  }

  private static byte[] mutate(String right, Random random) {
    byte[] bytes = right.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    if (right.startsWith("POST /report") && random.nextBoolean()) {
      bytes = join(bytes, Scene.report(SealedSize.SMALL, random.nextLong()));
    }
    int head = Math.min(bytes.length, 200);
    for (int times = random.nextInt(4); times > 0; times--) {
      int at = random.nextInt(head);
      byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
      bytes = switch (random.nextInt(5)) {
        case 0 -> Arrays.copyOf(bytes, at + 1);
        case 1 -> join(Arrays.copyOf(bytes, at), join(piece, Arrays.copyOfRange(bytes, at, bytes.length)));
        case 2 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, Math.min(bytes.length, at + 3), bytes.length));
        case 3 -> join(bytes, bytes.length < 1000 ? bytes : piece);
        default -> flip(bytes, at, random);
      };
      head = Math.min(bytes.length, 200);
      if (head == 0) {
        return piece;
      }
    }
    return bytes;
  }

  private static byte[] flip(byte[] bytes, int at, Random random) {
    byte[] flipped = bytes.clone();
    flipped[at] = (byte) random.nextInt(256);
    return flipped;
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void a_head_longer_than_16_kib_is_refused() throws IOException {
    try (Scene scene = Scene.in(folder); Wire wire = scene.wire()) {
      wire.send("GET / HTTP/1.1\nCookie: " + "a".repeat(20_000));
      assertThat(wire.answer().status()).isEqualTo(404);
    }
  }

  @Test
  void a_sender_refused_in_the_middle_of_a_large_body_still_hears_the_answer() throws IOException {
    try (Scene scene = Scene.in(folder); Wire wire = scene.wire()) {
      wire.send("POST /report/wrong HTTP/1.1\nContent-Length: 262144\n\n").send(new byte[262_144]);
      assertThat(wire.answer().status()).isEqualTo(400);
    }
  }
}
