package watchword.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a hub in hostile hands can do to its gate: nothing that lasts.
@Timeout(30)
class HttpDoorTest {

  private static final HttpDoor.Limits SHORT = new HttpDoor.Limits(Duration.ofSeconds(2), Duration.ofSeconds(1), 4_000);
  private static final String TOKEN = "token";

  private final ServerSocket listening = listen();
  private final HttpDoor door = new HttpDoor(URI.create("http://127.0.0.1:" + listening.getLocalPort()), SHORT);

  /// What the hub does with a connection once it has been asked.
  private interface Answer {
    void to(Wire out) throws IOException, InterruptedException;
  }

  private record Wire(Socket socket) {
    void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  @AfterEach
  void close() throws IOException {
    door.close();
    listening.close();
  }

  @Test
  void a_generation_within_its_limits_comes_through_whole() throws IOException {
    hub(out -> out.write(ok(3_000) + "x".repeat(3_000)));

    try (InputStream generation = door.pull(TOKEN).orElseThrow()) {
      assertThat(generation.readAllBytes()).hasSize(3_000);
    }
  }

  @Test
  void a_hub_that_never_answers_is_left() {
    hub(_ -> Thread.sleep(Duration.ofMinutes(1)));

    assertThatThrownBy(() -> door.pull(TOKEN)).isInstanceOf(IOException.class);
  }

  @Test
  void a_hub_that_stalls_in_the_middle_of_a_generation_is_left() throws IOException {
    hub(out -> {
      out.write(ok(3_000) + "x".repeat(100));
      Thread.sleep(Duration.ofMinutes(1));
    });

    try (InputStream generation = door.pull(TOKEN).orElseThrow()) {
      assertThatThrownBy(generation::readAllBytes).isInstanceOf(IOException.class).hasMessage("the hub took longer than 1 s over one generation");
    }
  }

  @Test
  void a_hub_that_drips_is_left_although_it_never_stops() throws IOException {
    hub(out -> {
      out.write(ok(3_000));
      for (int i = 0; i < 3_000; i++) {
        out.write("x");
        Thread.sleep(20);
      }
    });

    try (InputStream generation = door.pull(TOKEN).orElseThrow()) {
      assertThatThrownBy(generation::readAllBytes).hasMessage("the hub took longer than 1 s over one generation");
    }
  }

  @Test
  void a_generation_without_an_end_is_cut_off() throws IOException {
    hub(out -> {
      out.write("HTTP/1.1 200 OK\r\n\r\n");
      for (int i = 0; i < 1_000; i++) {
        out.write("x".repeat(1_000));
      }
    });

    try (InputStream generation = door.pull(TOKEN).orElseThrow()) {
      assertThatThrownBy(generation::readAllBytes).hasMessage("the hub sent more than any generation holds");
    }
  }

  @Test
  void an_answer_to_a_receipt_is_its_status_whatever_follows() throws IOException {
    hub(out -> {
      out.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 3000\r\n\r\n");
      Thread.sleep(Duration.ofMinutes(1));
    });

    assertThat(door.sign(new byte[132])).isFalse();
  }

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ok(int length) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n";
  }

  /// A hub that answers each connection so; it ends with its socket.
  private void hub(Answer answer) {
    Thread.ofVirtual().start(() -> {
      while (!listening.isClosed()) {
        try (Socket socket = listening.accept()) {
          int _ = socket.getInputStream().read(new byte[4_096]);
          answer.to(new Wire(socket));
        } catch (IOException | InterruptedException _) {
          // The gate hung up, or the test is over.
        }
      }
    });
  }
}
