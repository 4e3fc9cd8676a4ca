package watchword.drill.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// All files below a folder, hidden ones too, with their names.
public final class Folder {
  private static final int PIECE = 1024 * 1024;

  private Folder() {}

  public static void search(Path folder, Search.Scan scan) throws IOException {
    byte[] piece = new byte[PIECE];
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
        scan.gap();
        scan.take(name, name.length);
        if (Files.isRegularFile(path)) {
          scan.gap();
          read(path, piece, scan);
        }
      }
    }
  }

  private static void read(Path file, byte[] piece, Search.Scan scan) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        scan.take(piece, count);
      }
    } catch (NoSuchFileException _) {
      // deleted between the look and the read, as a hub does with what was collected
    }
  }
}
