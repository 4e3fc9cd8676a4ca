package watchword.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A small file that is only ever replaced whole: a reader finds all of the old or all of the new.
final class WholeFile {
  private final Path path;
  private final Path next;

  WholeFile(Path path) {
    this.path = path.toAbsolutePath();
    this.next = this.path.resolveSibling(path.getFileName() + ".new");
  }

  /// Refuses where the folder is one of a panic.
  void requireNoPanic() {
    PanicMark.refuse(path);
  }

  Optional<byte[]> read() throws IOException {
    return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
  }

  /// Replaces the content: write, force, rename, force the folder; then overwrite what the old file held.
  ///
  /// The overwriting reaches the old blocks of a disk that writes in place; of flash, snapshots and copy-on-write file
  /// systems nothing is promised (spec/journal.md, "What a disk keeps").
  void replace(byte[] content) throws IOException {
    PanicMark.refuse(path);
    write(content);
    if (Files.exists(path)) {
      try (FileChannel old = FileChannel.open(path, StandardOpenOption.WRITE)) {
        rename();
        fill(old, new byte[(int) old.size()]);
      }
    } else {
      rename();
    }
    PanicMark.takeBack(path);
  }

  private void write(byte[] content) throws IOException {
    OwnersAlone.make(next);
    try (FileChannel file = FileChannel.open(
        next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      fill(file, content);
    }
  }

  private void rename() throws IOException {
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static void fill(FileChannel file, byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
    file.force(true);
  }
}
