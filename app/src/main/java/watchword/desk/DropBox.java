package watchword.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import watchword.seal.Drop;

/// Puts the drop of replies beside the bundles, once a quarter of an hour: whatever members do meanwhile, nobody sees when.
public final class DropBox {

  /// As far as a page lets its device's clock be off.
  private static final Duration AHEAD = Duration.ofHours(12);

  private final Path file;
  private final Letters letters;
  private final SecureRandom random;
  private final UnaryOperator<byte[]> signer;

  /// @param bundles the folder that the hub serves as `/bundle/`
  /// @param signer signs with the board's key
  public DropBox(Path bundles, Letters letters, SecureRandom random, UnaryOperator<byte[]> signer) {
    this.file = bundles.resolve(Drop.FILE_NAME);
    this.letters = letters;
    this.random = random;
    this.signer = signer;
  }

  /// Makes the drop of this quarter of an hour, unless it or a later one stands there; says whether it did.
  ///
  /// One that a clock far ahead left counts as none: until its time comes nobody would be answered.
  public boolean renew(Instant now) {
    long made = made();
    if (made >= Drop.quarter(now) && made <= Drop.quarter(now.plus(AHEAD))) {
      return false;
    }
    DeskFolder.publish(file, Drop.write(letters.drop(now), now, random, signer));
    return true;
  }

  /// The quarter of the drop that stands there; before any where none does, or something else.
  private long made() {
    if (!Files.isRegularFile(file)) {
      return Long.MIN_VALUE;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate(Drop.HEAD_LENGTH);
      while (head.hasRemaining() && channel.read(head) >= 0) {
        // a file that ends early has no quarter
      }
      return channel.size() == Drop.LENGTH ? Drop.quarterOf(head.array()) : Long.MIN_VALUE;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the drop", e);
    }
  }
}
