package watchword.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Keys as small files of one directory that only their owner may read.
///
/// ```
/// gate-20779.key    0 public key, 1216 bytes | 1216 secret, plain or wrapped
/// new               a key being written; what a crash left of one is destroyed when the store is opened
/// ```
///
/// A file is overwritten with zeros before it is deleted, and none is written in the folder of a desk that a panic destroyed. On flash memory and copying file systems that proves nothing;
/// put the directory on a disk in memory or on an encrypted one whose key can be destroyed (docs/operating.md).
public final class DirectoryKeyStore implements KeyStore {
  private static final String SUFFIX = ".key";
  private static final String UNFINISHED = "new";

  private final Path directory;

  /// Opens the directory, made if it is not there.
  ///
  /// @throws IllegalStateException in the folder of a desk that a panic destroyed
  public DirectoryKeyStore(Path directory) {
    this.directory = directory;
    PanicMark.refuse(directory);
    try {
      Files.createDirectories(
          directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      overwriteAndDelete(directory.resolve(UNFINISHED));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the key directory", e);
    }
  }

  @Override
  public void put(KeyName name, Entry entry) {
    PanicMark.refuse(file(name));
    byte[] secret = entry.secret();
    ByteBuffer content = ByteBuffer.allocate(PublicKey.LENGTH + secret.length);
    content.put(entry.publicKey().raw()).put(secret).flip();
    try {
      write(file(name), content);
      forceDirectory();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot store " + name, e);
    } finally {
      Arrays.fill(content.array(), (byte) 0);
      Arrays.fill(secret, (byte) 0);
    }
  }

  /// What a panic overtakes is overwritten, also where the panic has taken its name already.
  private void write(Path file, ByteBuffer content) throws IOException {
    Path unfinished = directory.resolve(UNFINISHED);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel = FileChannel.open(unfinished, options, onlyOwner)) {
      try {
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
        takePlace(unfinished, file);
      } finally {
        if (Files.exists(unfinished) || PanicMark.isAbove(file)) {
          Zeros.over(channel);
          Files.deleteIfExists(unfinished);
        }
      }
      PanicMark.refuse(file);
    }
  }

  /// What was there is overwritten once its name stands for the new one: whenever the process ends, one of the two is whole.
  private void takePlace(Path unfinished, Path file) throws IOException {
    if (Files.notExists(file)) {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      forceDirectory();
      Zeros.over(old);
    }
  }

  @Override
  public Optional<Entry> find(KeyName name) {
    if (Files.notExists(file(name))) {
      return Optional.empty();
    }
    try {
      byte[] content = Files.readAllBytes(file(name));
      if (content.length < PublicKey.LENGTH) {
        throw new IOException("the key file is too short");
      }
      byte[] secret = Arrays.copyOfRange(content, PublicKey.LENGTH, content.length);
      try {
        return Optional.of(new Entry(PublicKey.of(Arrays.copyOf(content, PublicKey.LENGTH)), secret));
      } finally {
        Arrays.fill(content, (byte) 0);
        Arrays.fill(secret, (byte) 0);
      }
    } catch (FormatException e) {
      throw new UncheckedIOException("cannot read " + name, new IOException(e));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  @Override
  public List<KeyName> list() {
    return files().stream().flatMap(file -> name(file).stream()).sorted().toList();
  }

  @Override
  public List<String> strays() {
    return files().stream()
        .filter(file -> Files.isRegularFile(file) && name(file).isEmpty())
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> !name.equals(UNFINISHED))
        .sorted()
        .toList();
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the key directory", e);
    }
  }

  /// Empty for a file that is no key's.
  private static Optional<KeyName> name(Path file) {
    String fileName = String.valueOf(file.getFileName());
    try {
      return fileName.endsWith(SUFFIX) ? Optional.of(KeyName.parse(fileName.substring(0, fileName.length() - SUFFIX.length()))) : Optional.empty();
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public void rename(KeyName name, KeyName other) {
    try {
      Files.move(file(name), file(other), StandardCopyOption.ATOMIC_MOVE);
      forceDirectory();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot rename " + name, e);
    }
  }

  @Override
  public void destroy(KeyName name) {
    try {
      destroyFile(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot destroy " + name, e);
    }
  }

  private void destroyFile(Path file) throws IOException {
    overwriteAndDelete(file);
    forceDirectory();
  }

  private static void overwriteAndDelete(Path file) throws IOException {
    if (Files.notExists(file)) {
      return;
    }
    Zeros.shred(file);
  }

  private void forceDirectory() throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path file(KeyName name) {
    return directory.resolve(name + SUFFIX);
  }
}
