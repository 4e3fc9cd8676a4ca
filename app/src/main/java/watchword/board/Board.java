package watchword.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes the public site from bulletins, signs it, and switches readers to it at once.
///
/// One process publishes into a home at a time. `home/current` is what a server serves.
public final class Board {

  private final Versions versions;
  private final Assets assets;
  private final Minisign.Key key;
  private final Minisign.Signer signer;

  /// Publishes into `home`, which it makes if it is not there.
  ///
  /// @param clock of this machine, only for how long an old version is kept
  public Board(Path home, Assets assets, Minisign.Key key, Minisign.Signer signer, InstantSource clock) {
    this.versions = new Versions(home, clock);
    this.assets = assets;
    this.key = key;
    this.signer = signer;
  }

  /// The folder to serve.
  public Path current() {
    return versions.link();
  }

  /// Writes the site and switches to it; unchanged files are links to those of the version before.
  ///
  /// @throws IllegalArgumentException when bulletins of a thread do not follow each other
  public synchronized Publication publish(BoardInput input) throws IOException {
    SortedMap<String, byte[]> files = Site.of(input, key, assets);
    Manifest manifest = manifest(input, files);
    byte[] text = manifest.write().getBytes(StandardCharsets.UTF_8);
    String signature = Minisign.sign(key, signer, text, manifest.comment());
    SortedMap<String, byte[]> all = new TreeMap<>(files);
    all.put(Manifest.NAME, text);
    all.put(Manifest.SIGNATURE, signature.getBytes(StandardCharsets.UTF_8));
    Versions.Written written = versions.publish(manifest.serial(), all);
    return new Publication(manifest.serial(), written.folder(), files.size(), written.written(), Manifest.hash(text));
  }

  private Manifest manifest(BoardInput input, SortedMap<String, byte[]> files) throws IOException {
    SortedMap<String, Manifest.Entry> entries = new TreeMap<>();
    files.forEach((path, content) -> entries.put(path, Manifest.Entry.of(content)));
    Optional<byte[]> before = previous();
    long serial = before.isPresent() ? serial(before.get()) + 1 : 1;
    return new Manifest(
        Visible.of(input.desk()),
        String.join(" ", input.words()),
        serial,
        input.published(),
        input.expires(),
        before.map(Manifest::hash).orElse(""),
        entries);
  }

  private Optional<byte[]> previous() throws IOException {
    Optional<Path> current = versions.current();
    return current.isPresent() ? Optional.of(Files.readAllBytes(current.get().resolve(Manifest.NAME))) : Optional.empty();
  }

  private static long serial(byte[] manifest) throws IOException {
    try {
      return Manifest.parse(new String(manifest, StandardCharsets.UTF_8)).serial();
    } catch (IllegalArgumentException e) {
      throw new IOException("the current board's manifest cannot be read; move that folder away and publish again", e);
    }
  }
}
