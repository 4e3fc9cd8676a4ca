package watchword.drill.seizure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchword.drill.Machine;
import watchword.drill.Workplace;
import watchword.hub.Front;
import watchword.hub.Listen;

/// nginx with the file that comes with the hub, on a free port of this machine.
final class Nginx {
  /// Debian keeps servers where only root looks by itself.
  private static final List<String> ALSO_IN = List.of("/usr/sbin", "/usr/local/sbin");
  /// Where Debian's nginx writes when nobody tells it otherwise.
  private static final List<Path> USUAL = List.of(Path.of("/var/log/nginx"), Path.of("/var/lib/nginx"));
  private static final int TRIES = 200;
  private static final long PAUSE_MILLIS = 50;

  private final int port;
  private final Path home;

  private Nginx(int port, Path home) {
    this.port = port;
    this.home = home;
  }

  /// Returns the program, where this machine has it.
  static Optional<Path> program() {
    Stream<String> path = Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1));
    return Stream.concat(path, ALSO_IN.stream()).filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable).findFirst();
  }

  /// Starts it before a hub and waits until it takes connections.
  static Nginx start(Path program, Settings settings, int hubPort, Workplace place) throws IOException, InterruptedException {
    Path home = place.folder("nginx");
    int port = freePort();
    Path file = home.resolve("nginx.conf");
    Files.writeString(file, settings.of(new Listen.Port(hubPort), port, home));
    Machine machine = place.start("nginx", List.of(program.toString(), "-c", file.toString(), "-p", home.toString(), "-g", "daemon off;"));
    for (int i = 0; i < TRIES && machine.isAlive(); i++) {
      if (answers(port)) {
        return new Nginx(port, home);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new IOException("nginx does not start with the hub's file");
  }

  /// Where its settings come from.
  interface Settings {
    /// What comes with the hub.
    Settings SHIPPED = Front::nginxOnLoopback;

    String of(Listen hub, int port, Path folder);
  }

  int port() {
    return port;
  }

  /// Its own folder, and those that Debian's would use where this one could have written there.
  List<Path> folders() {
    List<Path> folders = new ArrayList<>(List.of(home));
    USUAL.stream().filter(Files::isWritable).forEach(folders::add);
    return folders;
  }

  /// Where a body or an answer would be written that does not go through memory alone.
  List<Path> temporary() throws IOException {
    try (Stream<Path> inside = Files.list(home)) {
      return inside.filter(Files::isDirectory).toList();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
