package watchword.hub;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.seal.Bytes;

/// A client that sends exactly the bytes it is told to.
final class Wire implements AutoCloseable {
  /// An answer as it came.
  record Answer(int status, List<String> lines, Bytes content) {

    Optional<String> field(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ": ";
      return lines.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()))
          .findFirst();
    }

    String text() {
      return new String(body(), StandardCharsets.UTF_8);
    }

    byte[] body() {
      return content.toArray();
    }
  }

  private final Socket socket;
  private final InputStream in;

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static Wire to(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true); // head and body are two writes; the second would wait for a late acknowledgement
    socket.setSoTimeout(20_000);
    return new Wire(socket);
  }

  /// Sends a text block: its line ends become CRLF.
  Wire send(String lines) throws IOException {
    return send(lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  Wire send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  Wire noMore() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  Answer answer() throws IOException {
    return answer(true);
  }

  Answer answerWithoutBody() throws IOException {
    return answer(false);
  }

  private Answer answer(boolean withBody) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      lines.add(line);
    }
    int status = Integer.parseInt(lines.getFirst().substring("HTTP/1.1 ".length()).substring(0, 3));
    Answer head = new Answer(status, lines, Bytes.of(new byte[0]));
    int length = head.field("content-length").map(Integer::parseInt).orElse(0);
    byte[] body = withBody ? in.readNBytes(length) : new byte[0];
    if (withBody && body.length != length) {
      throw new EOFException("the answer is cut");
    }
    return new Answer(status, lines, Bytes.of(body));
  }

  /// Whether the other side closed without another byte.
  boolean ended() throws IOException {
    return in.read() < 0;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("no answer");
      }
      if (b == '\n') {
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
      }
      line.write(b);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
