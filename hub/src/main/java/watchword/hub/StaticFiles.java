package watchword.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchword.seal.Drop;
import watchword.seal.StopSheet;

/// A folder as it may be read by anyone: looked through once per switch, then found by the request's own bytes.
///
/// Only what stood in the folder when it was looked through can be asked for, so a path can lead nowhere else. The folder
/// is replaced whole, by renaming a folder or a link over it; between two requests, never within an answer, the new one
/// is taken. A tag is the hash of the content: it says nothing about time.
final class StaticFiles {
  /// Plain names only: nothing hidden, nothing to decode.
  private static final Pattern SERVED_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final String INDEX = "index.html";

  private final Path folder;
  private final String prefix;
  private final Pattern served;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Snapshot snapshot = Snapshot.EMPTY;

  private StaticFiles(Path folder, String prefix, Pattern served) {
    this.folder = folder;
    this.prefix = prefix;
    this.served = served;
  }

  /// The board: every file of a known type, `index.html` also by its folder's name.
  static StaticFiles board(Path folder) {
    return new StaticFiles(folder, "/", SERVED_NAME);
  }

  /// The bundles, one file a day, and the drop of replies.
  static StaticFiles bundles(Path folder) {
    return new StaticFiles(folder, "/bundle/", Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}\\.bin|" + Pattern.quote(Drop.FILE_NAME)));
  }

  /// A closed desk's notice, in the place of its bundles.
  static StaticFiles stopSheet(Path folder) {
    return new StaticFiles(folder, "/bundle/", Pattern.compile(Pattern.quote(StopSheet.FILE_NAME)));
  }

  /// Returns the file whose path stands in `[from, to)` of the request.
  Optional<StaticFile> find(ByteBuffer request, int from, int to) throws IOException {
    return current().find(request, from, to);
  }

  private Snapshot current() throws IOException {
    Object identity = identity();
    Snapshot seen = snapshot;
    if (seen.identity.equals(identity)) {
      return seen;
    }
    looking.lock();
    try {
      if (!snapshot.identity.equals(identity)) {
        snapshot = new Snapshot(identity, look());
      }
      return snapshot;
    } finally {
      looking.unlock();
    }
  }

  /// Another folder, or a file added to this one, changes it; absent is an identity too.
  private Object identity() throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(folder, BasicFileAttributes.class);
      return List.of(Objects.requireNonNull(now.fileKey()), now.lastModifiedTime());
    } catch (NoSuchFileException _) {
      return Snapshot.EMPTY.identity;
    }
  }

  private List<StaticFile> look() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Path root = folder.toRealPath();
    List<StaticFile> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : (Iterable<Path>) walk.filter(path -> isServed(root, path))::iterator) {
        add(root, file, files);
      }
    }
    return files;
  }

  private boolean isServed(Path root, Path file) {
    Path relative = root.relativize(file);
    for (Path part : relative) {
      if (!SERVED_NAME.matcher(part.toString()).matches()) {
        return false;
      }
    }
    return served.matcher(relative.getFileName().toString()).matches()
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private void add(Path root, Path file, List<StaticFile> files) throws IOException {
    String fileName = file.getFileName().toString();
    Optional<String> type = ContentType.of(fileName);
    if (type.isEmpty()) {
      return;
    }
    Path packed = file.resolveSibling(fileName + ".gz");
    Optional<StaticFile.Form> gzip = Files.isRegularFile(packed, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(form(packed, type.get(), true))
        : Optional.empty();
    StaticFile.Form plain = form(file, type.get(), false);
    String path = prefix + root.relativize(file);
    files.add(new StaticFile(new StaticFile.Name(path), plain, gzip));
    if (fileName.equals(INDEX)) {
      String above = path.substring(0, path.length() - INDEX.length());
      files.add(new StaticFile(new StaticFile.Name(above), plain, gzip));
    }
  }

  private static StaticFile.Form form(Path file, String type, boolean gzip) throws IOException {
    MessageDigest hash = sha256();
    long length = 0;
    byte[] part = new byte[16 * 1024];
    try (InputStream content = Files.newInputStream(file)) {
      for (int count = content.read(part); count >= 0; count = content.read(part)) {
        hash.update(part, 0, count);
        length += count;
      }
    }
    String tag = '"' + HexFormat.of().formatHex(hash.digest(), 0, 16) + '"';
    return new StaticFile.Form(file, length, type, tag, gzip);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The files of one state of the folder, in a hash table keyed by the path's bytes.
  private static final class Snapshot {
    static final Snapshot EMPTY = new Snapshot("absent", List.of());

    private final Object identity;
    private final List<List<StaticFile>> table;

    Snapshot(Object identity, List<StaticFile> files) {
      this.identity = identity;
      int size = Integer.highestOneBit(Math.max(4, files.size())) * 4;
      table = Stream.generate(() -> (List<StaticFile>) new ArrayList<StaticFile>(1)).limit(size).toList();
      for (StaticFile file : files) {
        table.get(file.name().hash() & (size - 1)).add(file);
      }
    }

    Optional<StaticFile> find(ByteBuffer request, int from, int to) {
      List<StaticFile> row = table.get(StaticFile.Name.hash(request, from, to) & (table.size() - 1));
      for (int i = 0; i < row.size(); i++) {
        if (row.get(i).name().is(request, from, to)) {
          return Optional.of(row.get(i));
        }
      }
      return Optional.empty();
    }
  }
}
