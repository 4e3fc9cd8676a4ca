package watchword.bench.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Connections that are kept open by doing as little as the hub allows, and opened anew as soon as it cuts them.
final class Holders implements AutoCloseable {
  private static final byte[] BODY = new byte[8 * 1024];

  private final int port;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger cut = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();

  private Holders(int port) {
    this.port = port;
  }

  /// How each of them holds its connection.
  enum Way {
    /// A head that comes a byte at a time and never ends.
    DRIPPING_HEAD,
    /// Half a body, and then nothing.
    STALLED_BODY,
    /// A body that comes a few bytes at a time.
    DRIPPING_BODY,
    /// One request, and then nothing.
    IDLE
  }

  /// Opens so many, the ways in turn, and waits until all hold.
  static Holders of(int port, int count) throws InterruptedException {
    Holders holders = new Holders(port);
    for (int i = 0; i < count; i++) {
      Way way = Way.values()[i % Way.values().length];
      holders.threads.add(Thread.ofPlatform().daemon().start(() -> holders.holdOn(way)));
    }
    while (holders.open.get() < count) {
      Thread.sleep(20);
    }
    return holders;
  }

  /// How often the hub cut one.
  int cut() {
    return cut.get();
  }

  private void holdOn(Way way) {
    while (!over.get()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        open.incrementAndGet();
        hold(way, socket);
      } catch (IOException _) {
        cut.incrementAndGet();
      } finally {
        open.decrementAndGet();
      }
    }
  }

  /// Goes on until the hub cuts the connection, which reading or writing then tells.
  private void hold(Way way, Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    InputStream in = socket.getInputStream();
    String post = "POST /report/0000000000000000 HTTP/1.1\r\nHost: hub\r\nContent-Length: 16384\r\n";
    switch (way) {
      case DRIPPING_HEAD -> out.write("POST /report/00".getBytes(StandardCharsets.US_ASCII));
      case STALLED_BODY, DRIPPING_BODY -> {
        out.write((post + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(BODY);
      }
      case IDLE -> out.write("GET /none HTTP/1.1\r\nHost: hub\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    socket.setSoTimeout(200);
    byte[] answer = new byte[4 * 1024];
    while (!over.get()) {
      try {
        if (in.read(answer) < 0) {
          throw new IOException("cut");
        }
      } catch (SocketTimeoutException _) {
        if (way == Way.DRIPPING_HEAD || way == Way.DRIPPING_BODY) {
          out.write('0');
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    over.set(true);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
