package watchword.drill.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// All files below a folder, hidden ones too, with their names.
public final class Folder {
  private static final int PIECE = 1024 * 1024;

  private Folder() {}

  public static void search(Path folder, Search.Scan scan) throws IOException {
    byte[] piece = new byte[PIECE];
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
        return name(inside, scan);
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        name(file, scan);
        if (attributes.isRegularFile()) {
          read(file, piece, scan);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
          return FileVisitResult.CONTINUE; // renamed or deleted since its folder was listed
        }
        throw failure;
      }
    });
  }

  private static FileVisitResult name(Path path, Search.Scan scan) {
    byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
    scan.gap();
    scan.take(name, name.length);
    scan.gap();
    return FileVisitResult.CONTINUE;
  }

  private static void read(Path file, byte[] piece, Search.Scan scan) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        scan.take(piece, count);
      }
    } catch (NoSuchFileException _) {
      // deleted between the look and the read
    }
  }
}
