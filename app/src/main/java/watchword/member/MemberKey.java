package watchword.member;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.SigningKey;

/// A member's private part on one device, unlocked: wiped when closed.
///
/// Its key file is an age file under a passphrase, whose plaintext is in turn an age identity file: without any of our
/// code, `age` opens the first, and one that knows `mlkem768x25519` opens shares with it (spec/journal.md, "Key file").
public final class MemberKey implements AutoCloseable {
  /// 2^18 takes 256 MiB and about a second, as `age -p` does.
  public static final int WORK_FACTOR = 18;

  private static final String TITLE = "# watchword.member/1";
  private static final String WHAT = "member key";

  private final Pseudonym pseudonym;
  private final PrivateKey decryption;
  private final SigningKey signing;
  private Optional<Head> seen;

  private MemberKey(Pseudonym pseudonym, PrivateKey decryption, SigningKey signing, Optional<Head> seen) {
    this.pseudonym = pseudonym;
    this.decryption = decryption;
    this.signing = signing;
    this.seen = seen;
  }

  public static MemberKey generate(Pseudonym pseudonym, SecureRandom random) {
    return new MemberKey(pseudonym, PrivateKey.generate(random), SigningKey.generate(random), Optional.empty());
  }

  /// Opens a key file, or returns empty when the passphrase is another.
  public static Optional<MemberKey> unlock(byte[] file, char[] passphrase) throws FormatException {
    Optional<byte[]> plaintext = PassphraseFile.open(file, passphrase);
    if (plaintext.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(plaintext.get()));
    } finally {
      Arrays.fill(plaintext.get(), (byte) 0);
    }
  }

  /// Returns the key file, with the last head seen; to be written whenever the member locks.
  public byte[] lock(char[] passphrase) {
    return lock(passphrase, WORK_FACTOR);
  }

  /// Locks with less work than a real key file needs: for throw-away keys of drills.
  public byte[] lock(char[] passphrase, int workFactor) {
    byte[] plaintext = write();
    try {
      return PassphraseFile.seal(plaintext, passphrase, workFactor);
    } finally {
      Arrays.fill(plaintext, (byte) 0);
    }
  }

  public Pseudonym pseudonym() {
    return pseudonym;
  }

  public Device device() {
    return new Device(decryption.publicKey(), signing.verifyKey());
  }

  public PrivateKey decryption() {
    return decryption;
  }

  public SigningKey signing() {
    return signing;
  }

  /// Returns the last journal head this key was shown.
  public Optional<Head> seen() {
    return seen;
  }

  /// Remembers a head, which must not be older than the one seen before.
  public void saw(Head head) {
    if (seen.isPresent() && head.sequence() < seen.get().sequence()) {
      throw new IllegalArgumentException(
          "this journal ends at " + head.sequence() + ", and the key saw " + seen.get().sequence());
    }
    seen = Optional.of(head);
  }

  @Override
  public void close() {
    decryption.close();
    signing.close();
  }

  private byte[] write() {
    byte[] signingSeed = signing.secretSeed();
    StringBuilder text = new StringBuilder(TITLE).append('\n')
        .append("# pseudonym ").append(pseudonym).append('\n')
        .append("# signing ").append(HexFormat.of().formatHex(signingSeed)).append('\n')
        .append("# head ").append(seen.map(head -> head.sequence() + " " + head.hash()).orElse("none")).append('\n')
        .append(decryption.secretSpelling()).append('\n');
    Arrays.fill(signingSeed, (byte) 0);
    return Lines.ascii(text);
  }

  private static MemberKey read(byte[] text) throws FormatException {
    Lines lines = Lines.read(text, TITLE, WHAT);
    Pseudonym pseudonym = lines.takePseudonym("# pseudonym");
    byte[] signingSeed = lines.takeHex("# signing", SigningKey.LENGTH).toArray();
    Optional<Head> seen = head(lines);
    PrivateKey decryption = PrivateKey.parse(lines.take());
    lines.end();
    MemberKey key = new MemberKey(pseudonym, decryption, SigningKey.of(signingSeed), seen);
    Arrays.fill(signingSeed, (byte) 0);
    if (!Arrays.equals(key.write(), text)) {
      throw new FormatException(WHAT + ": not the one spelling of its values");
    }
    return key;
  }

  private static Optional<Head> head(Lines lines) throws FormatException {
    String value = lines.take("# head");
    if (value.equals("none")) {
      return Optional.empty();
    }
    String[] fields = value.split(" ", -1);
    if (fields.length != 2) {
      throw new FormatException(WHAT + ": a head is a number and a hash");
    }
    return Optional.of(new Head(lines.number(fields[0]), lines.hex(fields[1], 32)));
  }

  @Override
  public String toString() {
    return "MemberKey of " + decryption.publicKey();
  }
}
