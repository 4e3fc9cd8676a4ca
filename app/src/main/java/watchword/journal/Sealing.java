package watchword.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals many small things under one secret, as age seals a payload under its file key.
///
/// A fresh salt of 16 bytes and the secret give by HKDF-SHA256 a key that is used once, for one message of
/// ChaCha20-Poly1305 under a zero nonce: `salt 16 | ciphertext | tag 16`. Nothing depends on a counter, so neither a
/// crash nor a restored disk can make a nonce serve twice (spec/journal.md, "Why not the sequence as nonce").
final class Sealing {
  static final int SECRET_LENGTH = 32;
  private static final int SALT_LENGTH = 16;
  private static final int TAG_LENGTH = 16;
  private static final IvParameterSpec ZERO_NONCE = new IvParameterSpec(new byte[12]);
  private static final SecureRandom RANDOM = new SecureRandom();

  private Sealing() {}

  static byte[] newSecret() {
    return random(SECRET_LENGTH);
  }

  static byte[] random(int length) {
    byte[] drawn = new byte[length];
    RANDOM.nextBytes(drawn);
    return drawn;
  }

  /// Seals a message; `context` is not stored, and opening asks for the same.
  static byte[] seal(byte[] secret, String purpose, byte[] context, byte[] message) {
    byte[] salt = random(SALT_LENGTH);
    byte[] sealed = Arrays.copyOf(salt, SALT_LENGTH + message.length + TAG_LENGTH);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, secret, salt, purpose, context);
      cipher.doFinal(message, 0, message.length, sealed, SALT_LENGTH);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /// Opens what was sealed, or returns empty when secret, purpose, context or a byte is another.
  static Optional<byte[]> open(byte[] secret, String purpose, byte[] context, byte[] sealed) {
    if (sealed.length < SALT_LENGTH + TAG_LENGTH) {
      return Optional.empty();
    }
    try {
      Cipher cipher =
          cipher(Cipher.DECRYPT_MODE, secret, Arrays.copyOf(sealed, SALT_LENGTH), purpose, context);
      return Optional.of(cipher.doFinal(sealed, SALT_LENGTH, sealed.length - SALT_LENGTH));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("opening failed", e);
    }
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }

  private static Cipher cipher(int mode, byte[] secret, byte[] salt, String purpose, byte[] context)
      throws GeneralSecurityException {
    SecretKey key = KDF.getInstance("HKDF-SHA256").deriveKey("ChaCha20", HKDFParameterSpec.ofExtract()
        .addSalt(salt)
        .addIKM(new SecretKeySpec(secret, "HKDF-SHA256"))
        .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), SECRET_LENGTH));
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(mode, key, ZERO_NONCE);
    cipher.updateAAD(context);
    return cipher;
  }
}
