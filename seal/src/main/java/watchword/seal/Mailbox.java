package watchword.seal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/// Where answers to one report are left: a key to seal them to and a tag to find them by.
///
/// Both come from a secret of 16 bytes that only the sender keeps, as words, or nobody does. The tag is known to sender and
/// desk: what a [Drop] says of a mailbox can be told from noise with it alone.
public final class Mailbox implements AutoCloseable {
  /// Length of the sender's secret.
  public static final int SECRET_LENGTH = 16;

  private static final byte[] NO_SALT = {};
  private static final byte[] KEY_INFO = Hashes.ascii("watchword.mailbox/1 key");
  private static final byte[] TAG_INFO = Hashes.ascii("watchword.mailbox/1 tag");
  private static final int TAG_LENGTH = 16;

  private final PrivateKey key;
  private final Bytes tag;

  private Mailbox(PrivateKey key, Bytes tag) {
    this.key = key;
    this.tag = tag;
  }

  /// Derives key and tag from the secret (HKDF-SHA256, no salt); the caller wipes it.
  public static Mailbox of(byte[] secret) throws FormatException {
    if (secret.length != SECRET_LENGTH) {
      throw new FormatException("mailbox secret: " + secret.length + " bytes, not " + SECRET_LENGTH);
    }
    try {
      byte[] extracted = Hkdf.extract(NO_SALT, secret);
      byte[] seed = Hkdf.expand(extracted, KEY_INFO, PrivateKey.LENGTH);
      Mailbox mailbox = new Mailbox(PrivateKey.of(seed), Bytes.of(Hkdf.expand(extracted, TAG_INFO, TAG_LENGTH)));
      Arrays.fill(extracted, (byte) 0);
      Arrays.fill(seed, (byte) 0);
      return mailbox;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks HKDF", e);
    }
  }

  /// Returns a new secret for [#of].
  public static byte[] newSecret(SecureRandom random) {
    byte[] secret = new byte[SECRET_LENGTH];
    random.nextBytes(secret);
    return secret;
  }

  public PrivateKey key() {
    return key;
  }

  public Bytes tag() {
    return tag;
  }

  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "Mailbox";
  }
}
