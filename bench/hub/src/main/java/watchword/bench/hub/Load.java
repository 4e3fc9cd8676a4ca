package watchword.bench.hub;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Requests as fast as so many connections carry them, one after another on each.
final class Load {

  /// A server that is gone would be asked for ever.
  private static final int MOST_UNCONNECTED = 10_000;

  private final int port;
  private final int count;
  private final IntFunction<byte[]> request;
  private final int wanted;
  private final AtomicInteger next = new AtomicInteger();
  private final Set<Integer> right = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger unconnected = new AtomicInteger();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  private Load(int port, int count, IntFunction<byte[]> request, int wanted) {
    this.port = port;
    this.count = count;
    this.request = request;
    this.wanted = wanted;
  }

  /// What came of it.
  ///
  /// @param requests that were answered
  /// @param right numbers of the requests that got the status that counts
  /// @param unanswered requests whose connection broke before the answer was whole; the server may have taken them
  /// @param unconnected how often no connection came about
  /// @param p95Millis of each request, from its first byte to the last of its answer
  record Result(int requests, Set<Integer> right, int unanswered, int unconnected, double seconds, double p95Millis) {
    Result {
      right = Set.copyOf(right);
    }

    int wanted() {
      return right.size();
    }

    double perSecond() {
      return requests / seconds;
    }

    /// What broke, for a table; nothing is left out of a count without being said.
    String broken() {
      return unanswered + " unanswered, " + unconnected + " not connected";
    }
  }

  /// @param at how many at once
  /// @param request by number
  /// @param wanted the status that counts
  static Result run(int port, int count, int at, IntFunction<byte[]> request, int wanted) throws InterruptedException {
    Load load = new Load(port, count, request, wanted);
    long begun = System.nanoTime();
    Thread[] senders = IntStream.range(0, at).mapToObj(_ -> Thread.ofPlatform().start(load::send)).toArray(Thread[]::new);
    for (Thread sender : senders) {
      sender.join();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (load.next.get() < count) {
      throw new IllegalStateException("the server is gone: no connection came about " + load.unconnected.get() + " times");
    }
    long[] sorted = load.nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    double p95 = sorted.length == 0 ? 0 : sorted[sorted.length * 95 / 100] / 1e6;
    return new Result(sorted.length, load.right, load.unanswered.get(), load.unconnected.get(), seconds, p95);
  }

  private void send() {
    while (next.get() < count && unconnected.get() < MOST_UNCONNECTED) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        connection(socket);
      } catch (IOException _) {
        unconnected.incrementAndGet();
      }
    }
  }

  /// Goes on until the other side closes, as a hub does after a refusal, or breaks.
  private void connection(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
      byte[] bytes = request.apply(number);
      long begun = System.nanoTime();
      int status;
      try {
        socket.getOutputStream().write(bytes);
        status = answer(in);
      } catch (IOException _) {
        unanswered.incrementAndGet();
        return;
      }
      nanos.add(System.nanoTime() - begun);
      if (status == wanted) {
        right.add(number);
      }
      if (status == 503) {
        return;
      }
    }
  }

  private static int answer(InputStream in) throws IOException {
    String status = line(in);
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
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the answer broke off");
      }
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
