package watchword.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The settings that come with the hub for what stands before it: nginx for TLS, tor for the onion service.
///
/// Whole files, filled in; `drill seizure` runs the hub behind the one for nginx, a test gives the other to tor.
public final class Front {
  /// Neither program needs quoting for these; anything else could end a setting and begin another.
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._/+-]+");
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
  /// In memory on every Debian, and where its unit for nginx looks for the process id.
  private static final Path RUN = Path.of("/run");

  private Front() {}

  /// Returns nginx.conf for a public name with TLS.
  ///
  /// @param hub where the hub listens
  /// @param name what readers type, such as `lorne.example`
  /// @param certificate the chain, in PEM
  /// @param key its private key, in PEM
  /// @throws IllegalArgumentException for a name or path that would have to be quoted
  public static String nginx(Listen hub, String name, Path certificate, Path key) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is not a host's name in small letters, such as lorne.example");
    }
    String servers = text("nginx-tls.conf").replace("{name}", name)
        .replace("{certificate}", plain(certificate)).replace("{key}", plain(key));
    return nginx(hub, RUN, servers);
  }

  /// Returns the same file for a port of this machine, without TLS: for a drill.
  ///
  /// @param folder for nginx's process id and the folders that must stay empty
  public static String nginxOnLoopback(Listen hub, int port, Path folder) {
    return nginx(hub, folder, text("nginx-loopback.conf").replace("{port}", Integer.toString(port)));
  }

  /// Returns torrc for an onion service.
  ///
  /// @param folder the service's own, kept by tor
  public static String torrc(Listen hub, Path folder) {
    return text("torrc").replace("{folder}", plain(folder)).replace("{hub}", address(hub));
  }

  private static String nginx(Listen hub, Path folder, String servers) {
    return text("nginx.conf").replace("{folder}", plain(folder)).replace("{hub}", address(hub))
        .replace("{servers}", servers.stripTrailing());
  }

  private static String address(Listen hub) {
    return switch (hub) {
      case Listen.Port(int number) -> "127.0.0.1:" + number;
      case Listen.Socket(Path file) -> "unix:" + plain(file);
    };
  }

  private static String plain(Path path) {
    if (!PATH.matcher(path.toString()).matches()) {
      throw new IllegalArgumentException("\"" + path + "\" is not a whole path of letters, digits and . _ + - without blanks");
    }
    return path.toString();
  }

  private static String text(String file) {
    try (InputStream in = Front.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read from the jar", e);
    }
  }
}
