package watchword.seal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A bundle as it came, well formed but not yet believed.
public final class SignedBundle {

  /// What checking against a root and a clock says.
  public sealed interface Check {}

  /// Both signatures hold and the time is right: seal by this.
  public record Valid(Bundle bundle) implements Check {}

  /// Signed, but its last day was over more than 12 hours ago.
  public record Expired(Term term) implements Check {}

  /// Signed, but its first day begins in more than 12 hours.
  public record NotYet(Term term) implements Check {}

  /// At least one of the two signatures is not the root's.
  public record Forged() implements Check {}

  private final byte[] file;
  private final Bundle claimed;

  private SignedBundle(byte[] file, Bundle claimed) {
    this.file = file;
    this.claimed = claimed;
  }

  /// Reads a file of exactly 16,384 bytes, refusing every other spelling.
  public static SignedBundle parse(byte[] bytes) throws FormatException {
    if (bytes.length != Bundle.LENGTH) {
      throw new FormatException("bundle: " + bytes.length + " bytes, not " + Bundle.LENGTH);
    }
    ByteBuffer file = ByteBuffer.wrap(bytes.clone());
    if (!Arrays.equals(take(file, Bundle.MAGIC.length), Bundle.MAGIC)) {
      throw new FormatException("bundle: does not begin with watchword.bundle");
    }
    int version = file.get() & 0xff;
    if (version != Bundle.VERSION) {
      throw new FormatException("bundle: version " + version + " is not 1");
    }
    for (int i = Bundle.PADDING; i < Bundle.SIGNED_LENGTH; i++) {
      if (file.get(i) != 0) {
        throw new FormatException("bundle: byte " + i + " is not zero");
      }
    }
    try {
      return new SignedBundle(file.array(), fields(file));
    } catch (IllegalArgumentException e) {
      throw new FormatException("bundle: " + e.getMessage());
    }
  }

  private static Bundle fields(ByteBuffer file) throws FormatException {
    int lanes = file.get() & 0xff;
    int workBits = file.get() & 0xff;
    if (file.get() != 0) {
      throw new FormatException("bundle: byte 19 is not zero");
    }
    Term term = new Term(new Epoch(file.getInt()), file.getInt());
    BoardKey boardKey = new BoardKey(new VerifyKey(Bytes.of(take(file, 32))), Bytes.of(take(file, 8)));
    Bytes journalHead = Bytes.of(take(file, 32));
    PublicKey gate = key(file);
    List<PublicKey> laneKeys = new ArrayList<>();
    for (int lane = 0; lane < Terms.MAX_LANES; lane++) {
      laneKeys.add(key(file));
    }
    PublicKey second = key(file);
    return new Bundle(lanes, workBits, term, boardKey, journalHead, gate, laneKeys, second);
  }

  /// Returns whether this is the root's bundle for this time, by which to seal.
  public Check check(RootPublic root, Instant now) {
    byte[] signed = Arrays.copyOf(file, Bundle.SIGNED_LENGTH);
    if (!root.verifies(signed, Arrays.copyOfRange(file, Bundle.SIGNED_LENGTH, Bundle.LENGTH))) {
      return new Forged();
    }
    Term term = claimed.term();
    if (now.isBefore(term.begin().minus(Terms.GRACE))) {
      return new NotYet(term);
    }
    if (now.isAfter(term.end().plus(Terms.GRACE))) {
      return new Expired(term);
    }
    return new Valid(claimed);
  }

  /// Returns what the file says, believed by nobody yet: for showing and for filing, never for sealing.
  public Bundle claimed() {
    return claimed;
  }

  /// Returns the file's bytes.
  public byte[] bytes() {
    return file.clone();
  }

  private static PublicKey key(ByteBuffer file) throws FormatException {
    int offset = file.position();
    try {
      return PublicKey.of(take(file, PublicKey.LENGTH));
    } catch (FormatException e) {
      throw new FormatException("bundle: the key at byte " + offset + " is no public key");
    }
  }

  private static byte[] take(ByteBuffer file, int length) {
    byte[] taken = new byte[length];
    file.get(taken);
    return taken;
  }
}
