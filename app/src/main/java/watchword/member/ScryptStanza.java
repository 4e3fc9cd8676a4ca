package watchword.member;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.codec.CanonicalBase64;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/// The `scrypt` stanza of an age file (c2sp.org/age): the file key, sealed by a passphrase.
///
/// ```
/// -> scrypt <base64 of the salt, 16 bytes> <log2 of the work factor>
/// <base64 of the sealed file key, 32 bytes>
/// ```
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
record ScryptStanza(String salt, int workFactor, byte[] body) implements RecipientStanza {
  /// 2^20 takes 1 GiB and seconds; a file that asks for more is an attack on the reader's memory.
  static final int MAX_WORK_FACTOR = 20;

  private static final String TYPE = "scrypt";
  private static final byte[] LABEL = "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT_LENGTH = 16;
  private static final int BODY_LENGTH = 32;
  private static final int BLOCK_SIZE = 8; // fixed by age

  @Override
  public String getType() {
    return TYPE;
  }

  @Override
  public List<String> getArguments() {
    return List.of(salt, String.valueOf(workFactor));
  }

  @Override
  public byte[] getBody() {
    return body;
  }

  static RecipientStanzaWriter writer(byte[] passphrase, int workFactor, SecureRandom random) {
    return fileKey -> {
      byte[] salt = new byte[SALT_LENGTH];
      random.nextBytes(salt);
      byte[] secret = fileKey.getEncoded();
      byte[] body = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, workFactor).doFinal(secret);
      Arrays.fill(secret, (byte) 0);
      return List.of(new ScryptStanza(CanonicalBase64.getEncoder().encodeToString(salt), workFactor, body));
    };
  }

  static RecipientStanzaReader reader(byte[] passphrase) {
    return stanzas -> {
      List<RecipientStanza> all = new ArrayList<>();
      stanzas.forEach(all::add);
      if (all.size() != 1 || !all.getFirst().getType().equals(TYPE)) {
        throw new GeneralSecurityException("not one stanza of type scrypt alone");
      }
      return open(all.getFirst(), passphrase);
    };
  }

  private static FileKey open(RecipientStanza stanza, byte[] passphrase) throws GeneralSecurityException {
    List<String> arguments = stanza.getArguments();
    if (arguments.size() != 2 || stanza.getBody().length != BODY_LENGTH) {
      throw new GeneralSecurityException("a scrypt stanza of another shape");
    }
    int workFactor = workFactor(arguments.get(1));
    byte[] salt = salt(arguments.get(0));
    try {
      // the file key keeps this very array and wipes it
      return new FileKey(cipher(Cipher.DECRYPT_MODE, passphrase, salt, workFactor).doFinal(stanza.getBody()));
    } catch (AEADBadTagException e) {
      throw new UnsupportedRecipientStanzaException("another passphrase");
    }
  }

  private static int workFactor(String text) throws GeneralSecurityException {
    if (!text.matches("[1-9][0-9]?") || Integer.parseInt(text) > MAX_WORK_FACTOR) {
      throw new GeneralSecurityException("scrypt work factor is not 1 to " + MAX_WORK_FACTOR);
    }
    return Integer.parseInt(text);
  }

  private static byte[] salt(String text) throws GeneralSecurityException {
    try {
      byte[] salt = CanonicalBase64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
      if (salt.length == SALT_LENGTH) {
        return salt;
      }
    } catch (IllegalArgumentException e) {
      // refused below, as any other length is
    }
    throw new GeneralSecurityException("scrypt salt is not 16 bytes in canonical base64");
  }

  private static Cipher cipher(int mode, byte[] passphrase, byte[] salt, int workFactor)
      throws GeneralSecurityException {
    byte[] labelled = Arrays.copyOf(LABEL, LABEL.length + salt.length);
    System.arraycopy(salt, 0, labelled, LABEL.length, salt.length);
    byte[] key = SCrypt.generate(passphrase, labelled, 1 << workFactor, BLOCK_SIZE, 1, 32);
    try {
      Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
      // age's nonce is zero: each key seals one file key, under a fresh salt
      cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(new byte[12]));
      return cipher;
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
