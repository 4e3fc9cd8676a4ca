package watchword.gate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedSet;
import watchword.seal.Bytes;

/// The hashes that a term's key opened, 32 bytes each, sorted; looked up and added to where they are, so that a flood of sealed reports fills a disk and not the gate's memory.
///
/// @param path may be missing: then there are none
record SeenFile(Path path) {
  private static final int HASH = 32;

  /// An order of their own, which says nothing of the order they came in.
  static final Comparator<Bytes> ORDER = (one, other) -> Arrays.compareUnsigned(one.toArray(), other.toArray());

  boolean isWhole() throws IOException {
    return Files.notExists(path) || Files.size(path) % HASH == 0;
  }

  boolean contains(Bytes sha256) throws IOException {
    if (Files.notExists(path)) {
      return false;
    }
    byte[] wanted = sha256.toArray();
    ByteBuffer one = ByteBuffer.allocate(HASH);
    try (FileChannel file = FileChannel.open(path)) {
      long low = 0;
      long high = file.size() / HASH;
      while (low < high) {
        long middle = (low + high) >>> 1;
        read(file, one, middle * HASH);
        int order = Arrays.compareUnsigned(one.array(), wanted);
        if (order == 0) {
          return true;
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
      }
    }
    return false;
  }

  private static void read(FileChannel file, ByteBuffer into, long at) throws IOException {
    into.clear();
    while (into.hasRemaining()) {
      if (file.read(into, at + into.position()) < 0) {
        throw new EOFException("the inbox holds a damaged file");
      }
    }
  }

  /// Writes what this holds and these, in order.
  void writeWith(SortedSet<Bytes> fresh, FileChannel to) throws IOException {
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(to));
    try (InputStream old = Files.exists(path) ? new BufferedInputStream(Files.newInputStream(path)) : InputStream.nullInputStream()) {
      byte[] next = old.readNBytes(HASH);
      for (Bytes hash : fresh) {
        byte[] bytes = hash.toArray();
        while (next.length > 0 && Arrays.compareUnsigned(next, bytes) < 0) {
          out.write(next);
          next = old.readNBytes(HASH);
        }
        out.write(bytes);
      }
      out.write(next);
      old.transferTo(out);
    }
    out.flush();
  }
}
