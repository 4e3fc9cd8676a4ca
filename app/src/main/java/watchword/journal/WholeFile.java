package watchword.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A small file that is only ever replaced whole: a reader finds all of the old or all of the new.
public final class WholeFile {
  /// Zeros are written in steps of this many bytes.
  private static final int STEP = 1 << 16;

  private final Path path;
  private final Path next;

  public WholeFile(Path path) {
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
  public void replace(byte[] content) throws IOException {
    PanicMark.refuse(path);
    write(content);
    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      try (FileChannel old = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        rename();
        overwrite(old);
      }
    } else {
      rename();
    }
    PanicMark.takeBack(path);
  }

  /// The same for what everyone may read: the old content is left whole to whoever is reading it.
  public void publish(byte[] content) throws IOException {
    PanicMark.refuse(path);
    write(content);
    rename();
    PanicMark.takeBack(path);
  }

  /// Overwrites a file with zeros, and deletes it.
  ///
  /// @throws java.nio.file.NoSuchFileException if somebody else did
  public static void shred(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      overwrite(channel);
    }
    Files.delete(file);
  }

  private void write(byte[] content) throws IOException {
    if (Files.exists(next)) {
      shred(next); // what a crash left of a write
    }
    OwnersAlone.make(next);
    try (FileChannel file = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      fill(file, content);
    }
  }

  private void rename() throws IOException {
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /// Zeros over all it holds, forced to the disk; its length stays.
  static void overwrite(FileChannel file) throws IOException {
    byte[] zeros = new byte[(int) Math.min(file.size(), STEP)];
    file.position(0);
    for (long left = file.size(); left > 0; left -= zeros.length) {
      ByteBuffer rest = ByteBuffer.wrap(zeros, 0, (int) Math.min(left, zeros.length));
      while (rest.hasRemaining()) {
        file.write(rest);
      }
    }
    file.force(true);
  }

  private static void fill(FileChannel file, byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
    file.force(true);
  }
}
