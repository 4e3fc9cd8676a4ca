package watchword.board;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.board.BoardVerdict.Broken;
import watchword.board.BoardVerdict.Fault;
import watchword.board.BoardVerdict.Whole;

/// Checks a copy of a board against its signed manifest: every file there, every hash right, and in a folder nothing more.
public final class BoardCheck {

  /// A manifest of a hundred thousand files; a larger one is not read.
  private static final long MANIFEST_LIMIT = 16 << 20;

  private static final long SIGNATURE_LIMIT = 4096;

  /// Styles, scripts and the sealer are far smaller; what is larger is not the file that was signed.
  private static final long FILE_LIMIT = 256 << 20;

  private final BoardCopy copy;
  private final List<Fault> faults = new ArrayList<>();

  private BoardCheck(BoardCopy copy) {
    this.copy = copy;
  }

  /// Reads the signature first, then every file.
  ///
  /// @param key known from somewhere else than the folder
  public static BoardVerdict check(Path folder, Minisign.Key key) throws IOException {
    return new BoardCheck(new FolderCopy(folder.toRealPath())).check(key);
  }

  /// Asks a hub or mirror for everything its manifest lists.
  ///
  /// @param key known from somewhere else than that address
  public static BoardVerdict check(URI address, Minisign.Key key) throws IOException {
    try (ServedCopy copy = new ServedCopy(address, ServedCopy.PATIENCE)) {
      return check(copy, key);
    }
  }

  static BoardVerdict check(BoardCopy copy, Minisign.Key key) throws IOException {
    return new BoardCheck(copy).check(key);
  }

  private BoardVerdict check(Minisign.Key key) throws IOException {
    Optional<byte[]> text = copy.find(Manifest.NAME, MANIFEST_LIMIT);
    Optional<byte[]> signature = copy.find(Manifest.SIGNATURE, SIGNATURE_LIMIT);
    if (text.isEmpty() || signature.isEmpty()) {
      if (text.isEmpty()) {
        faults.add(new Fault.Missing(Manifest.NAME));
      }
      if (signature.isEmpty()) {
        faults.add(new Fault.Missing(Manifest.SIGNATURE));
      }
      return new Broken(faults);
    }
    if (text.get().length > MANIFEST_LIMIT || signature.get().length > SIGNATURE_LIMIT) {
      return new Broken(List.of(new Fault.BadManifest("the manifest is larger than any board's")));
    }
    if (Minisign.verify(key, text.get(), new String(signature.get(), StandardCharsets.UTF_8)).isEmpty()) {
      return new Broken(List.of(new Fault.BadSignature()));
    }
    Manifest manifest;
    try {
      manifest = Manifest.parse(new String(text.get(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return new Broken(List.of(new Fault.BadManifest("the manifest is signed, but is not one this version can read")));
    }
    twin(Manifest.NAME, Manifest.Entry.of(text.get()));
    twin(Manifest.SIGNATURE, Manifest.Entry.of(signature.get()));
    return compare(manifest);
  }

  private BoardVerdict compare(Manifest manifest) throws IOException {
    for (var listed : manifest.files().entrySet()) {
      compare(listed.getKey(), listed.getValue());
    }
    for (String path : copy.present()) {
      if (!belongs(manifest, path)) {
        faults.add(new Fault.Extra(path));
      }
    }
    return faults.isEmpty()
        ? new Whole(manifest.desk(), manifest.root(), manifest.serial(), manifest.published(), manifest.expires(), manifest.files().size())
        : new Broken(faults);
  }

  private void compare(String path, Manifest.Entry signed) throws IOException {
    Optional<byte[]> found = copy.find(path, Math.min(signed.size(), FILE_LIMIT));
    if (found.isEmpty()) {
      faults.add(new Fault.Missing(path));
    } else if (!Manifest.Entry.of(found.get()).equals(signed)) {
      faults.add(new Fault.Changed(path));
    } else {
      twin(path, signed);
    }
  }

  /// A browser asks for the packed form, and never sees the other.
  private void twin(String path, Manifest.Entry signed) throws IOException {
    Optional<BoardCopy.Unpacked> twin = copy.twin(path, Math.min(signed.size(), FILE_LIMIT));
    if (twin.isPresent() && twin.get().content().map(Manifest.Entry::of).filter(signed::equals).isEmpty()) {
      faults.add(new Fault.ChangedTwin(path));
    }
  }

  private boolean belongs(Manifest manifest, String path) throws IOException {
    if (copy.find(path, 0).isEmpty()) {
      return false;
    }
    String plain = path.endsWith(Twin.END) ? untwinned(path) : path;
    boolean named = manifest.files().containsKey(plain) || plain.equals(Manifest.NAME) || plain.equals(Manifest.SIGNATURE);
    return named && copy.find(plain, 0).isPresent();
  }

  private static String untwinned(String path) {
    return path.substring(0, path.length() - Twin.END.length());
  }
}
