package watchword.seal;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// HKDF with SHA-256 (RFC 5869) by the JDK's KDF API.
final class Hkdf {

  private Hkdf() {}

  static byte[] extract(byte[] salt, byte[] secret) throws GeneralSecurityException {
    return kdf().deriveData(HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(secret).extractOnly());
  }

  static byte[] expand(byte[] pseudorandomKey, byte[] info, int length) throws GeneralSecurityException {
    SecretKey key = new SecretKeySpec(pseudorandomKey, "HKDF-SHA256");
    return kdf().deriveData(HKDFParameterSpec.expandOnly(key, info, length));
  }

  private static KDF kdf() throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256");
  }
}
