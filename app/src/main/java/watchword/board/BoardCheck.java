package watchword.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import watchword.board.BoardVerdict.Broken;
import watchword.board.BoardVerdict.Fault;
import watchword.board.BoardVerdict.Whole;

/// Checks a copy of a board against its signed manifest: every file there, every hash right, nothing more.
public final class BoardCheck {

  /// A manifest of a hundred thousand files; a larger one is not read.
  private static final long MANIFEST_LIMIT = 16 << 20;

  private static final long SIGNATURE_LIMIT = 4096;

  private final Path folder;
  private final List<Fault> faults = new ArrayList<>();

  private BoardCheck(Path folder) {
    this.folder = folder;
  }

  /// Reads the signature first, then every file.
  ///
  /// @param key known from somewhere else than the folder
  public static BoardVerdict check(Path folder, Minisign.Key key) throws IOException {
    return new BoardCheck(folder.toRealPath()).check(key);
  }

  private BoardVerdict check(Minisign.Key key) throws IOException {
    for (String name : List.of(Manifest.NAME, Manifest.SIGNATURE)) {
      if (!isFile(name)) {
        faults.add(new Fault.Missing(name));
      }
    }
    if (!faults.isEmpty()) {
      return new Broken(faults);
    }
    if (Files.size(folder.resolve(Manifest.NAME)) > MANIFEST_LIMIT || Files.size(folder.resolve(Manifest.SIGNATURE)) > SIGNATURE_LIMIT) {
      return new Broken(List.of(new Fault.BadManifest("the manifest is larger than any board's")));
    }
    byte[] text = read(Manifest.NAME);
    if (Minisign.verify(key, text, new String(read(Manifest.SIGNATURE), StandardCharsets.UTF_8)).isEmpty()) {
      return new Broken(List.of(new Fault.BadSignature()));
    }
    try {
      return compare(Manifest.parse(new String(text, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return new Broken(List.of(new Fault.BadManifest("the manifest is signed, but is not one this version can read")));
    }
  }

  private BoardVerdict compare(Manifest manifest) throws IOException {
    for (var listed : manifest.files().entrySet()) {
      if (!isFile(listed.getKey())) {
        faults.add(new Fault.Missing(listed.getKey()));
      } else if (Files.size(folder.resolve(listed.getKey())) != listed.getValue().size()
          || !Manifest.hash(read(listed.getKey())).equals(listed.getValue().sha256())) {
        faults.add(new Fault.Changed(listed.getKey()));
      }
    }
    for (String path : present()) {
      if (!belongs(manifest, path)) {
        faults.add(new Fault.Extra(path));
      } else if (path.endsWith(Twin.END) && !Twin.matches(read(path), read(untwinned(path)))) {
        faults.add(new Fault.Changed(path));
      }
    }
    return faults.isEmpty()
        ? new Whole(manifest.desk(), manifest.root(), manifest.serial(), manifest.published(), manifest.expires(), manifest.files().size())
        : new Broken(faults);
  }

  private boolean belongs(Manifest manifest, String path) {
    if (!isFile(path)) {
      return false;
    }
    String plain = path.endsWith(Twin.END) ? untwinned(path) : path;
    boolean named = manifest.files().containsKey(plain) || plain.equals(Manifest.NAME) || plain.equals(Manifest.SIGNATURE);
    return named && isFile(plain);
  }

  private static String untwinned(String path) {
    return path.substring(0, path.length() - Twin.END.length());
  }

  /// Everything in the folder but folders, links too.
  private SortedSet<String> present() throws IOException {
    SortedSet<String> paths = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .forEach(path -> paths.add(folder.relativize(path).toString()));
    }
    return paths;
  }

  private boolean isFile(String path) {
    return Files.isRegularFile(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  private byte[] read(String path) throws IOException {
    return Files.readAllBytes(folder.resolve(path));
  }
}
