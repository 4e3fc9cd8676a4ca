package watchword.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/// Every answer the hub gives, as bytes: the same each time, without a date or a name of the server.
final class Answers {

  /// Everything from here alone, as web/README.md asks for; the pages say the same in their head, for mirrors.
  private static final String FIELDS = """
      Cache-Control: no-store
      Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types watchword-map
      Cross-Origin-Opener-Policy: same-origin
      Cross-Origin-Resource-Policy: same-origin
      Permissions-Policy: accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=()
      Referrer-Policy: no-referrer
      Vary: Accept-Encoding
      X-Content-Type-Options: nosniff
      """;

  /// Taken: forced to disk.
  static final byte[] TAKEN = head("204 No Content", "");
  /// Full or closing: the page tries again later.
  static final byte[] FULL = head("503 Service Unavailable", "Content-Length: 0\nConnection: close\n");
  /// Anything else that is wrong with a POST, without saying what.
  static final byte[] REFUSED = head("400 Bad Request", "Content-Length: 0\nConnection: close\n");
  /// Nothing here to read.
  static final byte[] NOT_FOUND = head("404 Not Found", "Content-Length: 0\n");
  /// Nothing here to read, and no more requests are taken on this connection.
  static final byte[] NOT_FOUND_LAST = head("404 Not Found", "Content-Length: 0\nConnection: close\n");

  /// The same three of a form, for whoever waits before a screen without script.
  static final byte[] HANDED_IN = page("200 OK", "handed-in.html");
  static final byte[] HAND_IN_LATER = page("503 Service Unavailable", "hand-in-later.html");
  static final byte[] NOT_HANDED_IN = page("400 Bad Request", "not-handed-in.html");

  private Answers() {}

  private static byte[] page(String status, String name) {
    try (InputStream in = Objects.requireNonNull(Answers.class.getResourceAsStream(name), name)) {
      byte[] page = in.readAllBytes();
      byte[] head = head(status, "Content-Type: text/html; charset=utf-8\nContent-Length: " + page.length + "\nConnection: close\n");
      byte[] answer = Arrays.copyOf(head, head.length + page.length);
      System.arraycopy(page, 0, answer, head.length, page.length);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /// Every page asks whether the desk is closed; where it is not, nothing stands there, and a browser has nothing to complain of.
  static final byte[] OPEN = head("200 OK", "Content-Type: text/plain; charset=utf-8\nContent-Length: 0\n");

  static byte[] file(String type, long length, String tag, boolean gzip) {
    return head("200 OK", "Content-Type: " + type + "\nContent-Length: " + length + "\nETag: " + tag + "\n"
        + (gzip ? "Content-Encoding: gzip\n" : ""));
  }

  static byte[] notModified(String tag) {
    return head("304 Not Modified", "ETag: " + tag + "\n");
  }

  static byte[] generation(long length) {
    return head("200 OK", "Content-Type: application/octet-stream\nContent-Length: " + length + "\n");
  }

  private static byte[] head(String status, String fields) {
    String lines = "HTTP/1.1 " + status + "\n" + fields + FIELDS + "\n";
    return lines.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}
