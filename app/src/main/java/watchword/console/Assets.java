package watchword.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Style and scripts of the console: its own, and htmx from the web module.
final class Assets {

  private static final String WEB = "/watchword/web/console/";
  private static final String OWN = "/watchword/console/";
  private static final Map<String, String> FILES = Map.of("htmx.min.js", WEB, "console.js", OWN, "console.css", OWN);

  private final Map<String, byte[]> bytes = new HashMap<>();

  Assets() {
    FILES.forEach((name, folder) -> bytes.put(name, read(folder + name)));
  }

  Optional<byte[]> find(String name) {
    return Optional.ofNullable(bytes.get(name));
  }

  static String type(String name) {
    return name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the console's files are missing: build the web module");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the console's files do not read", e);
    }
  }
}
