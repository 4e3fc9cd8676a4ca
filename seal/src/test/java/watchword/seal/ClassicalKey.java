package watchword.seal;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.codec.CanonicalBase64;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A classical key of age (c2sp.org/age, "The X25519 recipient type"), which reports never use: it lets stock `age` judge the rest of our files.
///
/// @param secret the X25519 scalar
/// @param share the public part
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared
record ClassicalKey(byte[] secret, byte[] share) {
  static final String TYPE = "X25519";
  /// `-> X25519 `, 32 bytes in base64, the body as long, two line ends.
  static final int STANZA = 98;

  private static final byte[] BASE_POINT = Arrays.copyOf(new byte[] {9}, 32);
  private static final byte[] INFO = Hashes.ascii("age-encryption.org/v1/X25519");

  /// Reads `AGE-SECRET-KEY-1…` as `age-keygen` writes it.
  static ClassicalKey parse(String spelling) throws Exception {
    return of(AgeSpelling.decode("AGE-SECRET-KEY-", spelling));
  }

  private static ClassicalKey of(byte[] secret) throws GeneralSecurityException {
    return new ClassicalKey(secret, agree(secret, BASE_POINT));
  }

  /// As `age -r` takes it.
  String recipient() {
    return AgeSpelling.encode("age", share);
  }

  RecipientStanzaWriter writer() {
    return fileKey -> {
      byte[] seed = new byte[32];
      new SecureRandom().nextBytes(seed);
      ClassicalKey ephemeral = of(seed);
      byte[] body = cipher(Cipher.ENCRYPT_MODE, wrapping(agree(seed, share), ephemeral.share)).doFinal(fileKey.getEncoded());
      return List.of(new Stanza(CanonicalBase64.getEncoder().encodeToString(ephemeral.share), body));
    };
  }

  RecipientStanzaReader reader() {
    return stanzas -> {
      for (RecipientStanza stanza : stanzas) {
        if (stanza.getType().equals(TYPE)) {
          byte[] theirs = CanonicalBase64.getDecoder().decode(Hashes.ascii(stanza.getArguments().getFirst()));
          try {
            return new FileKey(cipher(Cipher.DECRYPT_MODE, wrapping(agree(secret, theirs), theirs)).doFinal(stanza.getBody()));
          } catch (AEADBadTagException _) {
            // another recipient's
          }
        }
      }
      throw new UnsupportedRecipientStanzaException("no stanza for this key");
    };
  }

  private byte[] wrapping(byte[] shared, byte[] ephemeral) throws GeneralSecurityException {
    byte[] salt = Arrays.copyOf(ephemeral, 64);
    System.arraycopy(share, 0, salt, 32, 32);
    return Hkdf.expand(Hkdf.extract(salt, shared), INFO, 32);
  }

  private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(new byte[12]));
    return cipher;
  }

  private static byte[] agree(byte[] secret, byte[] theirs) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(RawKeys.X25519.privateKey(secret));
    agreement.doPhase(RawKeys.X25519.publicKey(theirs), true);
    return agreement.generateSecret();
  }

  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared
  private record Stanza(String ephemeral, byte[] body) implements RecipientStanza {
    @Override
    public String getType() {
      return TYPE;
    }

    @Override
    public List<String> getArguments() {
      return List.of(ephemeral);
    }

    @Override
    public byte[] getBody() {
      return body;
    }
  }
}
