package watchword.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Bytes put down one after the other and read again: the first in memory, what follows in a temporary file.
///
/// The file may be read by its owner alone and loses its name as soon as it is open, where the system can do that, so
/// that nothing is left of it however the process ends.
final class Scratch implements Closeable {

  private static final int BLOCK = 1 << 20;

  private static final FileAttribute<Set<PosixFilePermission>> OWNER =
      PosixFilePermissions.asFileAttribute(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

  private final Path folder;
  private final int blocksInMemory;
  private final List<byte[]> memory = new ArrayList<>();
  private byte[] block = new byte[0];
  private int filled;
  private long flushed;
  private Optional<FileChannel> file;

  /// @param folder for the file
  /// @param inMemory bytes that are kept without one
  Scratch(Path folder, int inMemory) {
    this(folder, inMemory, Optional.empty());
  }

  /// @param file to go on in; made in the folder where absent
  Scratch(Path folder, int inMemory, Optional<FileChannel> file) {
    this.folder = folder;
    this.blocksInMemory = inMemory / BLOCK;
    this.file = file;
  }

  long size() {
    return flushed + filled;
  }

  void append(byte[] bytes) {
    for (int at = 0; at < bytes.length; ) {
      if (filled == block.length) {
        flush();
        block = new byte[BLOCK];
        filled = 0;
      }
      int part = Math.min(bytes.length - at, BLOCK - filled);
      System.arraycopy(bytes, at, block, filled, part);
      filled += part;
      at += part;
    }
  }

  /// Reads up to the end of the array or of what was put down.
  ///
  /// @return how many bytes
  int read(long from, byte[] into) {
    int length = (int) Math.min(into.length, size() - from);
    for (int at = 0; at < length; ) {
      at += part(from + at, into, at, length - at);
    }
    return length;
  }

  private int part(long from, byte[] into, int at, int length) {
    long inMemory = (long) memory.size() * BLOCK;
    if (from >= flushed) {
      System.arraycopy(block, (int) (from - flushed), into, at, length);
      return length;
    }
    if (from < inMemory) {
      int offset = (int) (from % BLOCK);
      int part = Math.min(length, BLOCK - offset);
      System.arraycopy(memory.get((int) (from / BLOCK)), offset, into, at, part);
      return part;
    }
    int part = (int) Math.min(length, flushed - from);
    try {
      int read = file().read(ByteBuffer.wrap(into, at, part), from - inMemory);
      if (read <= 0) {
        throw new IOException("the file ends too early");
      }
      return read;
    } catch (IOException e) {
      throw failed("cannot be read again");
    }
  }

  /// A full block goes where it stays.
  private void flush() {
    if (memory.size() < blocksInMemory && file.isEmpty()) {
      if (filled > 0) {
        memory.add(block);
      }
    } else {
      long at = flushed - (long) memory.size() * BLOCK;
      ByteBuffer bytes = ByteBuffer.wrap(block, 0, filled);
      try {
        while (bytes.hasRemaining()) {
          file().write(bytes, at + bytes.position());
        }
      } catch (IOException e) {
        throw failed("cannot be written: its disk may be full");
      }
    }
    flushed += filled;
  }

  private FileChannel file() {
    if (file.isEmpty()) {
      try {
        Path made = Files.getFileStore(folder).supportsFileAttributeView("posix")
            ? Files.createTempFile(folder, "watchword-", ".tmp", OWNER)
            : Files.createTempFile(folder, "watchword-", ".tmp");
        file = Optional.of(FileChannel.open(
            made, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
      } catch (IOException e) {
        throw failed("cannot be made");
      }
    }
    return file.orElseThrow();
  }

  private ArchiveException failed(String how) {
    return ArchiveException.unusable(
        "a temporary file in " + folder + " " + how + "; make room, or name another folder in TMPDIR");
  }

  @Override
  public void close() {
    memory.clear();
    block = new byte[0];
    filled = 0;
    if (file.isPresent()) {
      try {
        file.get().close();
      } catch (IOException e) {
        throw failed("cannot be deleted");
      }
    }
  }
}
