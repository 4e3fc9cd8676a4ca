package watchword.drill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A folder for a drill and the processes that work in it; closing it, or Ctrl-C, ends the processes and removes the folder.
public final class Workplace implements AutoCloseable {

  private static final int MOST_TRIES = 100;
  private static final long PAUSE_NANOS = 20_000_000;

  private final Path folder;
  private final List<Machine> machines = new CopyOnWriteArrayList<>();
  private final Thread atTheEnd = new Thread(this::clear, "drill-clear");
  private boolean cleared;

  private Workplace(Path folder) {
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  /// Makes an empty folder in the system's temporary one. Others may pass through it: a server's workers are another user.
  public static Workplace open() throws IOException {
    Path folder = Files.createTempDirectory("watchword-drill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return new Workplace(folder);
  }

  /// Returns a folder of this name in it, made if it is not there.
  public synchronized Path folder(String name) throws IOException {
    if (cleared) {
      throw new IOException("the drill was told to stop");
    }
    return Files.createDirectories(folder.resolve(name));
  }

  /// Starts a Java program of ours in a folder of its own, as `./watchword` starts itself.
  ///
  /// @param name of its folder, where its working files and what it says are kept
  /// @param options of the JVM, beside the usual ones
  public Machine java(String name, List<String> options, Class<?> main, List<String> arguments) throws IOException {
    Path home = folder(name);
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
        "-Dfile.encoding=UTF-8", "-Djava.io.tmpdir=" + home, "-Duser.home=" + home));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(arguments);
    return start(name, command);
  }

  /// Ours, as seen from another folder.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
  }

  /// Starts any program in a folder of its own; none is started once it is cleared.
  public synchronized Machine start(String name, List<String> command) throws IOException {
    Machine machine = Machine.start(command, folder(name));
    machines.removeIf(one -> !one.isAlive());
    machines.add(machine);
    return machine;
  }

  private synchronized void clear() {
    cleared = true;
    machines.forEach(Machine::close);
    machines.clear();
    // Who works in this process may still write while it is told to stop.
    for (int tries = 0; Files.exists(folder) && tries < MOST_TRIES; tries++) {
      remove();
    }
  }

  private void remove() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException _) {
      // What resists to the end stays in the temporary folder: it is a drill's, with throw-away keys.
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public void close() {
    clear();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException _) {
      // Ctrl-C came meanwhile, and the hook finds nothing left.
    }
  }
}
