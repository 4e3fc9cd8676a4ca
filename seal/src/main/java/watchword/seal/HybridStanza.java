package watchword.seal;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.codec.CanonicalBase64;
import java.io.Serial;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// The `mlkem768x25519` stanza of an age file (c2sp.org/age): the file key, sealed by HPKE.
///
/// ```
/// -> mlkem768x25519 <base64 of the encapsulation, 1120 bytes>
/// <base64 of the sealed file key, 32 bytes>
/// ```
///
/// @param type always `mlkem768x25519` when we wrote it
/// @param encapsulation base64 without padding
/// @param body the sealed file key
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
record HybridStanza(String type, String encapsulation, byte[] body) implements RecipientStanza {
  static final String TYPE = "mlkem768x25519";

  private static final byte[] INFO = Hashes.ascii("age-encryption.org/mlkem768x25519");
  private static final int BODY_LENGTH = 32;

  /// A stanza that is not as it must be; says which rule it breaks.
  static final class ShapeException extends GeneralSecurityException {
    @Serial private static final long serialVersionUID = 1;

    ShapeException(String rule) {
      super(rule);
    }
  }

  @Override
  public String getType() {
    return type;
  }

  @Override
  public List<String> getArguments() {
    return List.of(encapsulation);
  }

  @Override
  public byte[] getBody() {
    return body;
  }

  static RecipientStanzaWriter writer(PublicKey recipient) {
    return fileKey -> {
      byte[] secret = fileKey.getEncoded();
      Hpke.Sealed sealed = Hpke.seal(recipient, INFO, secret);
      Arrays.fill(secret, (byte) 0);
      String encapsulation = CanonicalBase64.getEncoder().encodeToString(sealed.encapsulation());
      return List.of(new HybridStanza(TYPE, encapsulation, sealed.ciphertext()));
    };
  }

  /// Returns a reader that takes the first stanza its key opens, whatever other stanzas there are.
  static RecipientStanzaReader reader(PrivateKey key) {
    return stanzas -> firstOpened(stanzas, key);
  }

  /// Returns a reader of files with exactly `count` hybrid stanzas, of which it tries the one at `mine`.
  static RecipientStanzaReader strictReader(PrivateKey key, int count, int mine) {
    return stanzas -> {
      int seen = 0;
      for (RecipientStanza stanza : stanzas) {
        if (!stanza.getType().equals(TYPE)) {
          throw new ShapeException("a stanza is not of type " + TYPE);
        }
        check(stanza);
        seen++;
      }
      if (seen != count) {
        throw new ShapeException(seen + " stanzas, not " + count);
      }
      int index = 0;
      for (RecipientStanza stanza : stanzas) {
        if (index++ == mine) {
          return firstOpened(List.of(stanza), key);
        }
      }
      throw new IllegalArgumentException("no stanza at " + mine);
    };
  }

  private static FileKey firstOpened(Iterable<RecipientStanza> stanzas, PrivateKey key) throws GeneralSecurityException {
    for (RecipientStanza stanza : stanzas) {
      if (stanza.getType().equals(TYPE)) {
        Optional<FileKey> opened = open(stanza, key);
        if (opened.isPresent()) {
          return opened.get();
        }
      }
    }
    throw new UnsupportedRecipientStanzaException("no stanza for this key");
  }

  /// Opens a stanza, or returns empty when it is sealed to another key.
  private static Optional<FileKey> open(RecipientStanza stanza, PrivateKey key) throws GeneralSecurityException {
    byte[] encapsulation = check(stanza);
    try {
      // The file key takes the array over, and wipes it when jagged destroys it.
      return Optional.of(new FileKey(Hpke.open(key, encapsulation, INFO, stanza.getBody())));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (InvalidKeyException e) {
      throw new ShapeException("a stanza's X25519 share has low order");
    }
  }

  /// Returns the encapsulation of a stanza of the one right shape; lengths first, against partitioning oracles.
  private static byte[] check(RecipientStanza stanza) throws GeneralSecurityException {
    List<String> arguments = stanza.getArguments();
    if (arguments.size() != 1) {
      throw new ShapeException("a stanza has " + (arguments.size() + 1) + " arguments, not 2");
    }
    if (stanza.getBody().length != BODY_LENGTH) {
      throw new ShapeException("a stanza's body has " + stanza.getBody().length + " bytes, not " + BODY_LENGTH);
    }
    byte[] encapsulation;
    try {
      encapsulation = CanonicalBase64.getDecoder().decode(Hashes.ascii(arguments.getFirst()));
    } catch (IllegalArgumentException e) {
      throw new ShapeException("a stanza's encapsulation is not canonical base64");
    }
    if (encapsulation.length != XWing.ENCAPSULATION_LENGTH) {
      throw new ShapeException("a stanza's encapsulation has " + encapsulation.length + " bytes, not 1120");
    }
    return encapsulation;
  }
}
