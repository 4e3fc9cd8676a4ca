package watchword.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.SealedSize;
import watchword.seal.SigningKey;

/// Searches all of a running process's memory, heap and everything else, for what senders' browsers told.
@EnabledOnOs(OS.LINUX)
class A07_MemoryTest {
  private static final int REPORTS = 400;
  private static final int FORMS = 200;
  /// Stands in every header a browser sends about its owner, with the field's first letter and the request's number.
  private static final String MARKER = "qzmarker";

  @TempDir Path folder;

  @Test
  void nothing_of_a_senders_headers_is_left_in_the_hubs_memory() throws Exception {
    SigningKey gate = SigningKey.generate(new SecureRandom());
    try (Child hub = Child.hub(folder, gate.verifyKey())) {
      sendAll(hub.port());
      assertThat(countMarkers(hub.pid())).isZero();
    }
  }

  @Test
  void the_same_search_finds_them_in_a_server_that_does_not_forget() throws Exception {
    try (Child leaky = Child.leaky()) {
      sendAll(leaky.port());
      assertThat(countMarkers(leaky.pid())).isGreaterThan(REPORTS / 10);
    }
  }

  private static void sendAll(int port) throws IOException {
    byte[] report = Scene.report(SealedSize.SMALL, 1);
    for (int i = 0; i < REPORTS; i++) {
      try (Wire wire = Wire.to(port)) {
        wire.send("POST /report/0000000000000000 HTTP/1.1\nContent-Length: 16384\nHost: hub\n"
            + "User-Agent: " + MARKER + "u" + i + "\nCookie: " + MARKER + "c" + i + "\nX-Forwarded-For: " + MARKER + "x" + i
            + "\nAccept-Language: " + MARKER + "a" + i + "\n\n");
        // A tenth is cut in the middle.
        if (i % 10 == 9) {
          wire.send(Arrays.copyOf(report, 9000)).noMore();
          wire.ended();
        } else {
          assertThat(wire.send(report).answer().status()).isEqualTo(204);
        }
      }
    }
  }

  @Test
  void nothing_of_the_form_around_a_file_is_left_in_the_hubs_memory() throws Exception {
    SigningKey gate = SigningKey.generate(new SecureRandom());
    try (Child hub = Child.hub(folder, gate.verifyKey())) {
      handInAll(hub.port(), 200);
      assertThat(countMarkers(hub.pid())).isZero();
    }
    try (Child leaky = Child.leaky()) {
      handInAll(leaky.port(), 204);
      assertThat(countMarkers(leaky.pid())).isGreaterThan(FORMS / 10);
    }
  }

  /// File name, field name, boundary and part head tell of a sender's device and habits.
  private static void handInAll(int port, int taken) throws IOException {
    byte[] report = Scene.report(SealedSize.SMALL, 1);
    for (int i = 0; i < FORMS; i++) {
      String boundary = MARKER + "b" + i;
      byte[] begin = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + MARKER + "n" + i + "\"; filename=\"" + MARKER + "f" + i
          + ".sealed\"\r\nContent-Type: " + MARKER + "t" + i + "\r\n\r\n").getBytes(US_ASCII);
      byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(US_ASCII);
      try (Wire wire = Wire.to(port)) {
        wire.send("POST /upload HTTP/1.1\nHost: hub\nContent-Type: multipart/form-data; boundary=" + boundary
            + "\nContent-Length: " + (begin.length + report.length + end.length) + "\nUser-Agent: " + MARKER + "u" + i + "\n\n").send(begin);
        if (i % 10 == 9) {
          wire.send(Arrays.copyOf(report, 9000)).noMore();
          wire.ended();
        } else {
          assertThat(wire.send(report).send(end).answer().status()).isEqualTo(taken);
        }
      }
    }
  }

  private static int countMarkers(long pid) throws IOException {
    int found = 0;
    int readBytes = 0;
    try (RandomAccessFile memory = new RandomAccessFile("/proc/" + pid + "/mem", "r")) {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/maps"))) {
        String[] parts = line.split("[ -]", 4);
        if (!parts[2].startsWith("rw")) {
          continue;
        }
        long end = Long.parseUnsignedLong(parts[1], 16);
        for (long at = Long.parseUnsignedLong(parts[0], 16); at < end; at += WINDOW) {
          byte[] window = read(memory, at, (int) Math.min(WINDOW + OVERLAP, end - at));
          readBytes += window.length > 0 ? 1 : 0;
          found += count(window, US_ASCII) + count(window, UTF_16LE);
        }
      }
    }
    assumeTrue(readBytes > 0, "this machine lets nobody read a process's memory");
    return found;
  }

  private static final int WINDOW = 4 * 1024 * 1024;
  private static final int OVERLAP = 64;

  /// A page that was never touched or is gone cannot be read; it holds nothing.
  private static byte[] read(RandomAccessFile memory, long at, int length) {
    byte[] window = new byte[length];
    try {
      memory.seek(at);
      return Arrays.copyOf(window, Math.max(0, memory.read(window)));
    } catch (IOException _) {
      return new byte[0];
    }
  }

  private static int count(byte[] window, Charset charset) {
    byte[] marker = MARKER.getBytes(charset);
    int found = 0;
    for (int i = 0; i <= window.length - marker.length; i++) {
      if (window[i] == marker[0] && Arrays.equals(window, i, i + marker.length, marker, 0, marker.length)) {
        found++;
      }
    }
    return found;
  }

  @Test
  void the_search_knows_both_spellings() {
    assertThat(List.of(count((MARKER + "-" + MARKER).getBytes(US_ASCII), US_ASCII), count(MARKER.getBytes(UTF_16LE), UTF_16LE)))
        .containsExactly(2, 1);
  }
}
