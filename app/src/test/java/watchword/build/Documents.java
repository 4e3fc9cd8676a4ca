package watchword.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The project's own files, from the root down.
final class Documents {
  /// Maven runs tests in the module's folder.
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

  private Documents() {}

  static String read(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every file of the sources whose name ends so, sorted, as a path from the root.
  static List<Path> endingWith(String suffix) {
    try (Stream<Path> files = Files.find(ROOT, Integer.MAX_VALUE, (path, kind) -> kind.isRegularFile())) {
      return files
          .map(ROOT::relativize)
          .filter(path -> path.toString().endsWith(suffix) && ours(path))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ours(Path path) {
    for (Path part : path) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
