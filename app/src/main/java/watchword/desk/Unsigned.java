package watchword.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import watchword.seal.Bytes;
import watchword.seal.Destruction;
import watchword.seal.FormatException;
import watchword.seal.KeyName;
import watchword.seal.SigningKey;

/// Keys that are destroyed and not yet signed for: a locked desk has no key to sign with, and a statement may fail to be written.
///
/// One line each in `unsigned.txt`, as a statement of destruction spells it: name and hash of the public key. What is destroyed can be asked no more, so memory keeps
/// it until it stands there or in a statement; a process that ends before leaves it unsaid.
final class Unsigned {

  private final DeskFolder folder;
  private final Map<KeyName, Bytes> unwritten = new TreeMap<>();

  Unsigned(DeskFolder folder) {
    this.folder = folder;
  }

  void add(List<Destruction.Key> keys) {
    keys.forEach(key -> unwritten.put(key.name(), key.publicKeySha256()));
  }

  /// Writes down what is not yet.
  void write() {
    if (unwritten.isEmpty()) {
      return;
    }
    String lines = all().entrySet().stream().map(key -> key.getKey() + " " + key.getValue() + "\n").collect(Collectors.joining());
    DeskFolder.write(folder.unsigned(), lines.getBytes(StandardCharsets.US_ASCII));
    unwritten.clear();
  }

  /// Signs one statement for all of them, of now: that they are gone, and since when at the latest. Where one of this minute stands, they wait for the next.
  void sign(Instant now, SigningKey signer) {
    List<Destruction.Key> keys = all().entrySet().stream().map(key -> new Destruction.Key(key.getKey(), key.getValue())).toList();
    if (keys.isEmpty()) {
      return;
    }
    Destruction done = new Destruction(now, keys);
    Path statement = folder.destroyed().resolve(done.at().toString().replace(":", "") + ".txt");
    if (Files.exists(statement)) {
      write();
      return;
    }
    DeskFolder.publish(statement, done.write(signer));
    unwritten.clear();
    try {
      Files.deleteIfExists(folder.unsigned());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete unsigned.txt", e);
    }
  }

  private Map<KeyName, Bytes> all() {
    Map<KeyName, Bytes> keys = new TreeMap<>(unwritten);
    if (!Files.exists(folder.unsigned())) {
      return keys;
    }
    try {
      for (String line : new String(DeskFolder.bytes(folder.unsigned()), StandardCharsets.US_ASCII).lines().toList()) {
        String[] words = line.split(" ", -1);
        if (words.length != 2 || !words[1].matches("[0-9a-f]{64}")) {
          throw new FormatException("not a key's name and hash");
        }
        keys.put(KeyName.parse(words[0]), Bytes.ofHex(words[1]));
      }
    } catch (FormatException e) {
      throw new IllegalStateException("unsigned.txt is damaged; move it away, no key stands in it", e);
    }
    return keys;
  }
}
