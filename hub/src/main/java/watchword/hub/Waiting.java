package watchword.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.GenerationHeader;
import watchword.seal.Receipt;

/// The frozen generations, oldest first, until the gate has signed for each.
final class Waiting {
  private final GenerationFiles files;
  private final int max;
  private final List<Frozen> frozen = new ArrayList<>();

  private record Frozen(long order, Bytes id, Path file) {}

  private Waiting(GenerationFiles files, int max) {
    this.files = files;
    this.max = max;
  }

  /// Finds what an earlier run left: its current generations are frozen as they are, its prepared ones dropped.
  static Waiting adopt(GenerationFiles files, int max) throws IOException {
    Waiting waiting = new Waiting(files, max);
    for (Path file : files.list(GenerationFiles.NEXT)) {
      files.delete(file);
    }
    for (Path file : files.list(GenerationFiles.WAITING)) {
      String name = file.getFileName().toString();
      int from = GenerationFiles.WAITING.length();
      long order = Long.parseLong(name.substring(from, name.indexOf('-', from)));
      waiting.frozen.add(new Frozen(order, idOf(file), file));
    }
    for (Path file : files.list(GenerationFiles.CURRENT)) {
      force(file);
      waiting.add(file, idOf(file));
    }
    return waiting;
  }

  /// What the killed process wrote may still be on its way to the disk; once pulled, it must never change.
  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static Bytes idOf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      GenerationHeader header = GenerationHeader.parse(in.readNBytes(GenerationHeader.BYTES));
      if (Files.size(file) != header.layout().bytes()) {
        throw new FormatException("generation: the file has not the length its header tells");
      }
      return header.id();
    } catch (FormatException e) {
      throw new IOException("the data folder holds a damaged generation; move it away: " + file.getFileName(), e);
    }
  }

  /// Whether no more generations may wait.
  synchronized boolean full() {
    return frozen.size() >= max;
  }

  synchronized int count() {
    return frozen.size();
  }

  /// Takes over a file that nobody writes any more.
  synchronized void add(Path file, Bytes id) throws IOException {
    long order = frozen.isEmpty() ? 1 : frozen.getLast().order() + 1;
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    frozen.add(new Frozen(order, id, files.rename(file, files.waiting(order, id))));
  }

  /// Returns the oldest, opened: deleting it meanwhile does not disturb whoever reads.
  synchronized Optional<FileChannel> oldest() throws IOException {
    if (frozen.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(FileChannel.open(frozen.getFirst().file(), StandardOpenOption.READ));
  }

  /// Deletes the generation whose id and hash the receipt names; false when there is none such.
  boolean delete(Receipt receipt) throws IOException {
    Optional<Frozen> named = find(receipt.generation());
    if (named.isEmpty() || !hash(named.get().file()).equals(receipt.sha256())) {
      return false;
    }
    synchronized (this) {
      if (!frozen.remove(named.get())) {
        return false;
      }
      files.delete(named.get().file());
      return true;
    }
  }

  private synchronized Optional<Frozen> find(Bytes id) {
    return frozen.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static Bytes hash(Path file) throws IOException {
    MessageDigest hash = StaticFiles.sha256();
    byte[] part = new byte[64 * 1024];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        hash.update(part, 0, count);
      }
    }
    return Bytes.of(hash.digest());
  }
}
