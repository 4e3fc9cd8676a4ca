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
import watchword.seal.PanicMark;
import watchword.seal.Zeros;

/// A small file that is only ever replaced whole: a reader finds all of the old or all of the new.
public final class WholeFile {
  /// How the name of one ends that is being written, or that a crash left.
  public static final String UNFINISHED = ".new";

  private final Path path;
  private final Path next;

  public WholeFile(Path path) {
    this.path = path.toAbsolutePath();
    this.next = this.path.resolveSibling(path.getFileName() + UNFINISHED);
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
        Zeros.over(old);
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

  private void write(byte[] content) throws IOException {
    if (Files.exists(next)) {
      Zeros.shred(next); // what a crash left of a write
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

  private static void fill(FileChannel file, byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
    file.force(true);
  }
}
