package watchword.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that nobody but their owner may open, wherever their folder is carried.
final class OwnersAlone {
  private static final Set<PosixFilePermission> RIGHTS = PosixFilePermissions.fromString("rw-------");

  private OwnersAlone() {}

  /// Makes the file if it is not there, and takes it from everyone else if it is.
  static void make(Path file) {
    try {
      if (!hasRights(file)) {
        return; // a stick's disk knows no rights
      }
      if (Files.notExists(file)) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(RIGHTS));
      } else {
        Files.setPosixFilePermissions(file, RIGHTS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasRights(Path file) throws IOException {
    return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
  }
}
