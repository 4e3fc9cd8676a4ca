package watchword.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import watchword.seal.Bytes;

/// The hub's data folder; names tell a file's state, its random id and, for those that wait, the order of ticks.
///
/// ```
/// next-⟨id⟩                 being filled with dummies; holds no report; deleted at a start
/// current-⟨id⟩              takes reports
/// waiting-⟨order⟩-⟨id⟩      frozen: never written again, deleted on the gate's receipt
/// ```
final class GenerationFiles implements AutoCloseable {
  static final String NEXT = "next-";
  static final String CURRENT = "current-";
  static final String WAITING = "waiting-";

  /// The one time all files carry.
  static final FileTime ALWAYS = FileTime.from(Instant.EPOCH);
  /// What must stay free besides the generation itself: the system and its logs need room too.
  private static final long SPARE_BYTES = 64L * 1024 * 1024;

  private final Path folder;
  private final FileChannel lockFile;

  private GenerationFiles(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /// Opens the folder for one hub alone.
  static GenerationFiles open(Path folder) throws IOException {
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    FileChannel lockFile =
        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(lockFile)) {
      lockFile.close();
      throw new IOException("another hub works in this data folder; stop it or name another folder");
    }
    return new GenerationFiles(folder, lockFile);
  }

  private static boolean locked(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  Path next(Bytes id) {
    return folder.resolve(NEXT + id);
  }

  Path current(Bytes id) {
    return folder.resolve(CURRENT + id);
  }

  Path waiting(long order, Bytes id) {
    return folder.resolve(WAITING + "%010d-".formatted(order) + id);
  }

  /// Returns the files in this state, in the order of their names.
  List<Path> list(String state) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(state)).sorted().toList();
    }
  }

  /// Renames and forces the folder, so that the new name outlives a crash.
  Path rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    touch(to);
    force();
    return to;
  }

  void delete(Path file) throws IOException {
    Files.delete(file);
    force();
  }

  void touch(Path file) throws IOException {
    Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(ALWAYS, ALWAYS, null);
  }

  void requireRoomFor(long bytes) throws IOException {
    if (Files.getFileStore(folder).getUsableSpace() < bytes + SPARE_BYTES) {
      throw new IOException("the disk has no room for another generation");
    }
  }

  private void force() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
