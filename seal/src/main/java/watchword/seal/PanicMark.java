package watchword.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/// The mark that a panic leaves in a desk's folder, before it destroys a byte: a desk that still runs there writes nothing in it any more, and ends.
///
/// Whoever writes a file looks for the mark before and afterwards, and takes back what came between: the mark stands before the folder is gone through, so one
/// of the two meets every file.
public final class PanicMark {

  /// For everyone to see.
  public static final String NAME = "panic.txt";

  private static final byte[] TEXT = "This desk was destroyed by a panic. Nothing here opens anything.\n".getBytes(StandardCharsets.US_ASCII);

  private PanicMark() {}

  /// Marks a folder, for good; returns once the mark is on disk.
  public static void put(Path folder) throws IOException {
    try (FileChannel mark = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      mark.write(ByteBuffer.wrap(TEXT));
      mark.force(true);
    }
  }

  /// Whether a folder is marked.
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  /// Whether a file stands, or would, in a marked folder or one right below it.
  public static boolean isAbove(Path file) {
    Stream<Path> above = Stream.iterate(Optional.ofNullable(file.toAbsolutePath().getParent()), Optional::isPresent, at -> at.map(Path::getParent)).flatMap(Optional::stream).limit(2);
    return above.anyMatch(PanicMark::isIn);
  }

  /// Refuses to write such a file.
  public static void refuse(Path file) {
    if (isAbove(file)) {
      throw new IllegalStateException("this desk was destroyed; nothing is written any more");
    }
  }

  /// The same after a file was written, which is overwritten and taken back.
  public static void takeBack(Path file) throws IOException {
    try {
      refuse(file);
    } catch (IllegalStateException e) {
      try {
        Zeros.shred(file);
      } catch (NoSuchFileException _) {
        // the panic met it first
      }
      throw e;
    }
  }
}
