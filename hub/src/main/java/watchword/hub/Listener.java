package watchword.hub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Takes connections with a bounded number of workers, each with its one buffer.
///
/// Workers are platform threads that accept for themselves: a file is sent by a blocking call of the kernel, which would hold
/// up a virtual thread's carrier, and a fixed number of stacks and buffers keeps memory flat. When every place is taken the
/// connection that does least gives way. What goes wrong is counted, never said: a message could carry what a sender sent.
final class Listener implements AutoCloseable {
  /// 256 buffers are 17 MiB; behind Tor or a proxy a reader keeps up to six connections, and idle ones give way at once.
  static final int MAX_CONNECTIONS = 256;
  private static final int BACKLOG = 1024;
  /// Ample for the depth of these calls; 256 default stacks would reserve 256 MiB.
  private static final long STACK_BYTES = 256 * 1024;
  private static final Duration WATCH_PERIOD = Duration.ofMillis(250);
  /// When the system has no descriptor left, others must be given time to close theirs.
  private static final Duration ACCEPT_PAUSE = Duration.ofMillis(50);

  /// Serves one connection until it ends.
  interface Service {
    void serve(Connection connection) throws IOException;
  }

  private final ServerSocketChannel door;
  private final Listen listen;
  private final Service service;
  private final List<Connection> places = new CopyOnWriteArrayList<>();
  private final List<Thread> workers = new CopyOnWriteArrayList<>();
  private final Thread watch = thread("hub-watch", this::watch);
  private final OptionalInt port;
  private final AtomicInteger free = new AtomicInteger();
  private final AtomicLong faults = new AtomicLong();
  private volatile boolean open = true;

  private Listener(ServerSocketChannel door, Listen listen, Service service) throws IOException {
    this.door = door;
    this.port = door.getLocalAddress() instanceof InetSocketAddress address
        ? OptionalInt.of(address.getPort())
        : OptionalInt.empty();
    this.listen = listen;
    this.service = service;
  }

  static Listener open(Listen listen, Service service) throws IOException {
    Listener listener = new Listener(bind(listen), listen, service);
    listener.watch.start();
    listener.grow();
    return listener;
  }

  private static ServerSocketChannel bind(Listen listen) throws IOException {
    switch (listen) {
      case Listen.Port port -> {
        ServerSocketChannel door = ServerSocketChannel.open();
        door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        return door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()), BACKLOG);
      }
      case Listen.Socket socket -> {
        Files.deleteIfExists(socket.file());
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket.file()), BACKLOG);
      }
    }
  }

  /// Returns the port taken; empty for a Unix socket.
  OptionalInt port() {
    return port;
  }

  /// Returns how often a worker met a fault of our own, not a sender's.
  long faults() {
    return faults.get();
  }

  private void grow() {
    Connection place = new Connection();
    places.add(place);
    free.incrementAndGet();
    Thread worker = thread("hub-" + places.size(), () -> work(place));
    workers.add(worker);
    worker.start();
  }

  private static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  private void work(Connection place) {
    while (open) {
      Optional<SocketChannel> accepted = accept();
      if (accepted.isEmpty()) {
        continue;
      }
      try (SocketChannel channel = accepted.get()) {
        place.open(channel);
        if (free.decrementAndGet() == 0) {
          makeRoom();
        }
        if (listen instanceof Listen.Port) {
          channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        service.serve(place);
      } catch (IOException _) {
        // The other side went away, or was cut for being too slow.
      } catch (RuntimeException | Error _) {
        faults.incrementAndGet(); // an error, too, must neither be printed nor take a place away
      } finally {
        place.close();
        free.incrementAndGet();
      }
    }
  }

  private Optional<SocketChannel> accept() {
    try {
      return Optional.of(door.accept());
    } catch (ClosedChannelException _) {
      return Optional.empty();
    } catch (IOException _) {
      pause(ACCEPT_PAUSE);
      return Optional.empty();
    }
  }

  /// Called by the worker that took the last free place.
  private synchronized void makeRoom() {
    if (places.size() < MAX_CONNECTIONS) {
      grow();
      return;
    }
    long now = System.nanoTime();
    Optional<Connection> weakest = Optional.empty();
    long most = 0;
    for (Connection place : places) {
      long givesWay = place.pace().givesWay(now);
      if (givesWay > most) {
        most = givesWay;
        weakest = Optional.of(place);
      }
    }
    weakest.ifPresent(place -> place.cutIf(pace -> pace.givesWay(now) > 0));
  }

  /// Cuts what is overdue; while every place is taken it also looks for one that gives way.
  private void watch() {
    while (open) {
      long now = System.nanoTime();
      for (Connection place : places) {
        place.cutIf(pace -> pace.overdue(now));
      }
      if (free.get() <= 0) {
        makeRoom();
      }
      pause(WATCH_PERIOD);
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    open = false;
    door.close();
    for (Connection place : places) {
      place.cutIf(_ -> true);
    }
    if (listen instanceof Listen.Socket socket) {
      Files.deleteIfExists(socket.file());
    }
    watch.interrupt(); // never a worker: an interrupt closes the file it writes
    join(watch);
    for (Thread worker : workers) {
      join(worker);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
