package watchword.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Zeros over what a file held, forced to the disk.
///
/// That reaches the blocks of a disk that writes in place; of flash, snapshots and copying file systems nothing is promised (spec/journal.md, "What a disk keeps").
public final class Zeros {
  /// Zeros are written in steps of this many bytes.
  private static final int STEP = 1 << 16;

  private Zeros() {}

  /// Over all that an open file holds; its length stays.
  public static void over(FileChannel file) throws IOException {
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

  /// Over a file, which is then deleted.
  ///
  /// @throws java.nio.file.NoSuchFileException if somebody else did
  public static void shred(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      over(channel);
    }
    Files.delete(file);
  }
}
