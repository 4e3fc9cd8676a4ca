package watchword.member;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import watchword.seal.AgeFile;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.PublicKey;
import watchword.seal.SigningKey;
import watchword.seal.VerifyKey;

/// A secret of the desk, sealed to the keys of members: a lane's key, the root's private part, a journal key.
///
/// An age file whose plaintext names what the secret is for and is signed by the desk, so that who can write to the disk
/// cannot slip in a key of their own or swap one share for another:
///
/// ```
/// watchword.share/1\n | u8 length of the name | name | signature 64 | secret
/// ```
public final class SealedShare {
  private static final byte[] TITLE = "watchword.share/1\n".getBytes(StandardCharsets.US_ASCII);

  private SealedShare() {}

  /// Seals the secret to each of the holders' keys.
  ///
  /// @param name what the secret is for, such as `epoch 12`; 1 to 64 printable ASCII characters
  public static byte[] seal(String name, byte[] secret, List<PublicKey> holders, SigningKey desk) {
    byte[] signed = signed(name, secret);
    byte[] signature = desk.sign(signed);
    int prefix = signed.length - secret.length;
    ByteArrayOutputStream plaintext = new ByteArrayOutputStream();
    plaintext.write(signed, 0, prefix);
    plaintext.writeBytes(signature);
    plaintext.writeBytes(secret);
    byte[] bytes = plaintext.toByteArray();
    try {
      return AgeFile.seal(bytes, holders);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(signed, (byte) 0);
    }
  }

  /// Opens the share of this name, or returns empty when it is not sealed to this key; the caller wipes the secret.
  public static Optional<byte[]> open(byte[] share, String name, PrivateKey holder, VerifyKey desk)
      throws FormatException {
    Optional<byte[]> opened = AgeFile.open(share, holder);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    byte[] plaintext = opened.get();
    try {
      return Optional.of(secret(plaintext, name, desk));
    } finally {
      Arrays.fill(plaintext, (byte) 0);
    }
  }

  private static byte[] secret(byte[] plaintext, String name, VerifyKey desk) throws FormatException {
    byte[] prefix = signed(name, new byte[0]);
    int begin = prefix.length + VerifyKey.SIGNATURE_LENGTH;
    if (plaintext.length < begin || !Arrays.equals(plaintext, 0, prefix.length, prefix, 0, prefix.length)) {
      throw new FormatException("share: not one for this name");
    }
    byte[] secret = Arrays.copyOfRange(plaintext, begin, plaintext.length);
    byte[] signed = signed(name, secret);
    boolean holds = desk.verifies(signed, Arrays.copyOfRange(plaintext, prefix.length, begin));
    Arrays.fill(signed, (byte) 0);
    if (!holds) {
      Arrays.fill(secret, (byte) 0);
      throw new FormatException("share: the signature is not the desk's");
    }
    return secret;
  }

  private static byte[] signed(String name, byte[] secret) {
    if (!name.matches("[ -~]{1,64}")) {
      throw new IllegalArgumentException("a share's name is 1 to 64 printable ASCII characters");
    }
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes(TITLE);
    signed.write(name.length());
    signed.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    signed.writeBytes(secret);
    return signed.toByteArray();
  }
}
