package watchword.drill.seizure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import watchword.seal.Proof;
import watchword.seal.SealedSize;

/// Speaks HTTP for a visitor, byte by byte, so that it can break off where it likes.
final class Phone {
  /// What a visit came to where no answer came.
  static final int NO_ANSWER = 0;
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int HUGE_BYTES = 20_000_000;
  /// So much of what breaks off is sent, of a photo beyond what the hub keeps in memory.
  private static final int CUT_AFTER = 9_000;
  private static final int PHOTO_CUT_AFTER = 150_000;

  private final int port;

  /// @param port of this machine, where the hub or what stands before it listens
  Phone(int port) {
    this.port = port;
  }

  /// Reads the front page, then sends the report over the same connection; returns the status of the answer.
  int visit(Visitor visitor, byte[] sealed, long nonce) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(visitor.address(), 0));
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      write(socket, "GET / HTTP/1.1\r\n" + visitor.fields() + "\r\n");
      answer(in);
      try {
        return send(visitor, sealed, nonce, socket, in);
      } catch (IOException e) {
        if (visitor.manner().isSealed()) {
          throw e;
        }
        return NO_ANSWER; // refused and cut off while it was still sending
      }
    }
  }

  private static int send(Visitor visitor, byte[] sealed, long nonce, Socket socket, InputStream in) throws IOException {
    String report = "/report/" + Proof.spell(nonce);
    int small = SealedSize.SMALL.bytes();
    switch (visitor.manner()) {
      case WHOLE, PHOTO -> post(visitor, report, sealed.length, sealed, socket);
      case FORM -> handIn(visitor, sealed, socket);
      case CUT -> breakOff(visitor, report, small, Arrays.copyOf(padded(visitor, small), CUT_AFTER), socket);
      case CUT_PHOTO -> breakOff(visitor, report, SealedSize.MEDIUM.bytes(), visitor.photo().file(PHOTO_CUT_AFTER), socket);
      case OVERSIZED -> post(visitor, report, small + 1, padded(visitor, small + 1), socket);
      case HUGE -> post(visitor, report, HUGE_BYTES, padded(visitor, small), socket);
      case MISDIRECTED -> post(visitor, "/raport", small, padded(visitor, small), socket);
      case QUERY -> query(visitor, socket);
      case CHUNKED -> chunked(visitor, report, socket);
    }
    return visitor.manner() == Visitor.Manner.CUT || visitor.manner() == Visitor.Manner.CUT_PHOTO ? ended(in) : answer(in);
  }

  private static void handIn(Visitor visitor, byte[] sealed, Socket socket) throws IOException {
    byte[] form = visitor.form().around(sealed);
    post(visitor, "/upload", visitor.form().field(), form.length, form, socket);
  }

  private static void post(Visitor visitor, String path, int length, byte[] body, Socket socket) throws IOException {
    post(visitor, path, "application/octet-stream", length, body, socket);
  }

  private static void post(Visitor visitor, String path, String type, int length, byte[] body, Socket socket) throws IOException {
    write(socket, "POST " + path + " HTTP/1.1\r\n" + visitor.fields() + "Content-Type: " + type + "\r\nContent-Length: " + length + "\r\n\r\n");
    socket.getOutputStream().write(body);
  }

  /// Sends part of a body and then nothing more, as a phone in a tunnel does.
  private static void breakOff(Visitor visitor, String path, int length, byte[] part, Socket socket) throws IOException {
    post(visitor, path, length, part, socket);
    socket.shutdownOutput();
  }

  private static void query(Visitor visitor, Socket socket) throws IOException {
    String path = "/find?q=" + url(visitor.text()) + "&place=" + url(visitor.place());
    write(socket, "GET " + path + " HTTP/1.1\r\n" + visitor.fields() + "\r\n");
  }

  private static void chunked(Visitor visitor, String path, Socket socket) throws IOException {
    byte[] words = visitor.inClear().getBytes(StandardCharsets.UTF_8);
    write(socket, "POST " + path + " HTTP/1.1\r\n" + visitor.fields() + "Transfer-Encoding: chunked\r\n\r\n");
    write(socket, Integer.toHexString(words.length) + "\r\n");
    socket.getOutputStream().write(words);
    write(socket, "\r\n0\r\n\r\n");
  }

  /// Words in clear, again and again until so many bytes are full.
  private static byte[] padded(Visitor visitor, int length) {
    byte[] words = visitor.inClear().getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[length];
    for (int at = 0; at < length; at += words.length) {
      System.arraycopy(words, 0, body, at, Math.min(words.length, length - at));
    }
    return body;
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /// Reads one answer whole and returns its status.
  private static int answer(InputStream in) throws IOException {
    String status = line(in);
    if (status.isEmpty()) {
      throw new IOException("the connection ended before an answer");
    }
    long length = 0;
    for (String field = line(in); !field.isEmpty(); field = line(in)) {
      String small = field.toLowerCase(Locale.ROOT);
      if (small.startsWith("content-length:")) {
        length = Long.parseLong(small.substring("content-length:".length()).strip());
      }
    }
    in.skipNBytes(length);
    return Integer.parseInt(status.split(" ", 3)[1]);
  }

  /// Waits until the other side has noticed and let go, so that the request is over.
  private static int ended(InputStream in) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
    return NO_ANSWER;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }
}
