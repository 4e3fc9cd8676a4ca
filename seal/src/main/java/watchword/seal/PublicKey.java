package watchword.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KEM;

/// A hybrid public key: ML-KEM-768 (1184 bytes) and X25519 (32 bytes), to which anyone can seal.
public final class PublicKey {
  /// Length of the raw form.
  public static final int LENGTH = XWing.PUBLIC_LENGTH;

  private final byte[] raw;
  private final KEM.Encapsulator mlKem;

  private PublicKey(byte[] raw, KEM.Encapsulator mlKem) {
    this.raw = raw;
    this.mlKem = mlKem;
  }

  /// Reads the raw form, refusing a wrong length, ML-KEM coefficients out of range (FIPS 203, 7.2) and an X25519 point
  /// of low order: keys come from strangers, and what was read can be sealed to.
  public static PublicKey of(byte[] raw) throws FormatException {
    if (raw.length != LENGTH) {
      throw new FormatException("public key: " + raw.length + " bytes, not " + LENGTH);
    }
    byte[] own = raw.clone();
    KEM.Encapsulator mlKem;
    try {
      mlKem = XWing.mlKemEncapsulator(own);
    } catch (GeneralSecurityException e) {
      throw new FormatException("public key: an ML-KEM coefficient is out of range");
    }
    try {
      XWing.checkShare(Arrays.copyOfRange(own, XWing.MLKEM_PUBLIC_LENGTH, LENGTH));
    } catch (GeneralSecurityException e) {
      throw new FormatException("public key: its X25519 point has low order");
    }
    return new PublicKey(own, mlKem);
  }

  /// Reads age's spelling, `age1pq1…`.
  public static PublicKey parse(String recipient) throws FormatException {
    return of(AgeSpelling.decode("age1pq", recipient));
  }

  /// Returns age's spelling, `age1pq1…`, for the `age` command and its libraries.
  public String spelling() {
    return AgeSpelling.encode("age1pq", raw);
  }

  /// Returns the 1216 raw bytes.
  public byte[] raw() {
    return raw.clone();
  }

  KEM.Encapsulator mlKem() {
    return mlKem;
  }

  byte[] x25519() {
    return Arrays.copyOfRange(raw, XWing.MLKEM_PUBLIC_LENGTH, LENGTH);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey that && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return "PublicKey " + Hashes.sha256(raw).toString().substring(0, 16);
  }
}
