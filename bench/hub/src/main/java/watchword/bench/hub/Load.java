package watchword.bench.hub;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Requests as fast as so many connections carry them, one after another on each.
final class Load {

  private Load() {}

  /// What came of it.
  ///
  /// @param p95Millis of each request, from its first byte to the last of its answer
  record Result(int requests, int wanted, double seconds, double p95Millis) {
    double perSecond() {
      return requests / seconds;
    }
  }

  /// @param at how many at once
  /// @param request by number
  /// @param wanted the status that counts
  static Result run(int port, int count, int at, IntFunction<byte[]> request, int wanted) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger right = new AtomicInteger();
    ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    long begun = System.nanoTime();
    Thread[] senders = IntStream.range(0, at).mapToObj(_ -> Thread.ofPlatform().start(() -> {
      while (next.get() < count) {
        connection(port, count, next, right, nanos, request, wanted);
      }
    })).toArray(Thread[]::new);
    for (Thread sender : senders) {
      sender.join();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Result(sorted.length, right.get(), seconds, sorted.length == 0 ? 0 : sorted[sorted.length * 95 / 100] / 1e6);
  }

  /// Goes on until the other side closes, as a hub does after a refusal.
  private static void connection(
      int port, int count, AtomicInteger next, AtomicInteger right, ConcurrentLinkedQueue<Long> nanos, IntFunction<byte[]> request, int wanted) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
      for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
        byte[] bytes = request.apply(number);
        long begun = System.nanoTime();
        socket.getOutputStream().write(bytes);
        int status = answer(in);
        nanos.add(System.nanoTime() - begun);
        if (status == wanted) {
          right.incrementAndGet();
        }
        if (status == 503) {
          return;
        }
      }
    } catch (IOException _) {
      // The next connection goes on.
    }
  }

  private static int answer(InputStream in) throws IOException {
    String status = line(in);
    if (status.isEmpty()) {
      throw new IOException("no answer");
    }
    long length = 0;
    for (String field = line(in); !field.isEmpty(); field = line(in)) {
      if (field.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Long.parseLong(field.substring("content-length:".length()).strip());
      }
    }
    in.skipNBytes(length);
    return Integer.parseInt(status.split(" ", 3)[1]);
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

  /// A whole request with a report of 16 KiB that begins with its number; the hub cannot look into one, so any bytes will do.
  static byte[] report(byte[] filling, int number) {
    String fields = "POST /report/0000000000000000 HTTP/1.1\r\nHost: hub\r\nContent-Length: " + filling.length + "\r\n\r\n";
    byte[] head = fields.getBytes(StandardCharsets.US_ASCII);
    byte[] request = Arrays.copyOf(head, head.length + filling.length);
    System.arraycopy(filling, 0, request, head.length, filling.length);
    ByteBuffer.wrap(request).putLong(head.length, mark(number));
    return request;
  }

  /// Eight bytes that no dummy begins with.
  static long mark(int number) {
    return 0x7265706f72740000L << 8 | number;
  }

  static byte[] page() {
    return "GET / HTTP/1.1\r\nHost: hub\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  }
}
