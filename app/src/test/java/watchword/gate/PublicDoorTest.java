package watchword.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a public address may answer to the desk's own test reports.
class PublicDoorTest {

  @Test
  void an_answer_with_a_hundred_fields_is_read_and_one_with_more_is_refused() throws Exception {
    assertThat(asked("X-%d: x\r\n", 100).status()).isEqualTo(200);
    assertThatIOException().isThrownBy(() -> asked("X-%d: x\r\n", 101)).withMessageContaining("more fields than any hub");
  }

  @Test
  void what_is_no_answer_of_a_hub_is_refused_by_name() {
    assertThatIOException().isThrownBy(() -> asked("Transfer-Encoding: chunked\r\n", 1)).withMessageContaining("in pieces");
    assertThatIOException().isThrownBy(() -> asked("Content-Length: 4194305\r\n", 1)).withMessageContaining("more than a page");
  }

  private static PublicDoor.Answer asked(String field, int fields) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering = Thread.ofVirtual().start(() -> answer(server, field, fields));
      try {
        return new PublicDoor(URI.create("http://127.0.0.1:" + server.getLocalPort()), Optional.empty()).get("/");
      } finally {
        answering.join();
      }
    }
  }

  private static void answer(ServerSocket server, String field, int fields) {
    try (Socket caller = server.accept(); OutputStream out = caller.getOutputStream()) {
      StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
      for (int i = 0; i < fields; i++) {
        head.append(field.formatted(i));
      }
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException _) {
      // the caller has heard enough
    }
  }
}
