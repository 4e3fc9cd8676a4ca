package watchword.seal;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// HPKE base mode, one message (RFC 9180, 6.1): X-Wing, HKDF-SHA256, ChaCha20-Poly1305, no associated data.
final class Hpke {
  private static final int KEY_LENGTH = 32;
  private static final int NONCE_LENGTH = 12;
  private static final byte MODE_BASE = 0;

  /// "HPKE", KEM 0x647a, KDF 0x0001 (HKDF-SHA256), AEAD 0x0003 (ChaCha20-Poly1305).
  private static final byte[] SUITE = {'H', 'P', 'K', 'E', 0x64, 0x7a, 0, 1, 0, 3};

  private static final byte[] VERSION = Hashes.ascii("HPKE-v1");
  private static final byte[] NONE = {};

  /// What the recipient needs: how to get the key, and the message.
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
  record Sealed(byte[] encapsulation, byte[] ciphertext) {}

  private Hpke() {}

  static Sealed seal(PublicKey recipient, byte[] info, byte[] plaintext) throws GeneralSecurityException {
    XWing.Encapsulated encapsulated = XWing.encapsulate(recipient);
    byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, encapsulated.secret(), info).doFinal(plaintext);
    return new Sealed(encapsulated.encapsulation(), ciphertext);
  }

  /// Throws `AEADBadTagException` when the message is for another key.
  static byte[] open(PrivateKey recipient, byte[] encapsulation, byte[] info, byte[] ciphertext)
      throws GeneralSecurityException {
    byte[] secret = XWing.decapsulate(recipient.expanded(), encapsulation);
    return cipher(Cipher.DECRYPT_MODE, secret, info).doFinal(ciphertext);
  }

  /// Derives key and nonce (RFC 9180, 5.1) and wipes the shared secret.
  private static Cipher cipher(int mode, byte[] sharedSecret, byte[] info) throws GeneralSecurityException {
    byte[] context = join(new byte[] {MODE_BASE}, extract(NONE, "psk_id_hash", NONE), extract(NONE, "info_hash", info));
    byte[] secret = extract(sharedSecret, "secret", NONE);
    byte[] key = expand(secret, "key", context, KEY_LENGTH);
    byte[] nonce = expand(secret, "base_nonce", context, NONCE_LENGTH);
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
    Arrays.fill(sharedSecret, (byte) 0);
    Arrays.fill(secret, (byte) 0);
    Arrays.fill(key, (byte) 0);
    return cipher;
  }

  private static byte[] extract(byte[] salt, String label, byte[] secret) throws GeneralSecurityException {
    return Hkdf.extract(salt, join(VERSION, SUITE, Hashes.ascii(label), secret));
  }

  private static byte[] expand(byte[] key, String label, byte[] context, int length) throws GeneralSecurityException {
    byte[] prefix = {(byte) (length >> 8), (byte) length};
    return Hkdf.expand(key, join(prefix, VERSION, SUITE, Hashes.ascii(label), context), length);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
