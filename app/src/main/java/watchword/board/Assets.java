package watchword.board;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Styles and scripts of the pages, by file name: the web module's folder and this package's own.
public final class Assets {

  private static final String FOLDER = "/watchword/web/board";
  private static final String KNOWN = FOLDER + "/board.css";
  private static final List<String> OWN = List.of("pages.css", "icon.svg");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/\\s*", Pattern.DOTALL);

  private final SortedMap<String, byte[]> files;

  private Assets(Map<String, byte[]> files) throws IOException {
    this.files = new TreeMap<>(files);
    for (String own : OWN) {
      try (InputStream in = Assets.class.getResourceAsStream(own)) {
        byte[] content = Objects.requireNonNull(in, own).readAllBytes();
        this.files.put(own, own.endsWith(".css") ? withoutComments(content) : content);
      }
    }
  }

  /// Comments are for us, and every reader would load them.
  private static byte[] withoutComments(byte[] style) {
    return COMMENT.matcher(new String(style, StandardCharsets.UTF_8)).replaceAll("").getBytes(StandardCharsets.UTF_8);
  }

  /// Whatever the web module put into its board folder on the class path.
  public static Assets fromClassPath() throws IOException {
    URL known = Assets.class.getResource(KNOWN);
    if (known == null) {
      throw new IOException("the pages' styles and scripts are missing: build the web module");
    }
    return beside(known);
  }

  /// Every file beside a known one, in a folder or in a jar.
  static Assets beside(URL known) throws IOException {
    try {
      URI uri = known.toURI();
      if (!uri.getScheme().equals("jar")) {
        return of(Objects.requireNonNull(Path.of(uri).getParent()));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return of(jar.getPath(FOLDER));
      }
    } catch (URISyntaxException e) {
      throw new IOException("the class path has a place that is no address", e);
    }
  }

  /// Every file directly in the folder.
  public static Assets of(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        files.put(Objects.requireNonNull(file.getFileName()).toString(), Files.readAllBytes(file));
      }
    }
    return new Assets(files);
  }

  /// What a page says of a file, so that a browser runs no other: `sha256-⟨base64⟩`.
  String integrity(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new IllegalStateException("no file of the pages is called " + name);
    }
    return "sha256-" + Base64.getEncoder().encodeToString(Manifest.newSha256().digest(content));
  }

  SortedMap<String, byte[]> files() {
    return files;
  }
}
