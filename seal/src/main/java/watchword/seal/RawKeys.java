package watchword.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Turns raw key bytes into the JDK's key objects and back.
///
/// The JDK takes keys in DER only; for keys of one fixed length DER is a fixed prefix and then the raw bytes.
enum RawKeys {
  X25519("X25519", "302a300506032b656e032100", "302e020100300506032b656e04220420", 32),
  ED25519("Ed25519", "302a300506032b6570032100", "302e020100300506032b657004220420", 32),
  ML_KEM_768("ML-KEM-768", "308204b2300b0609608648016503040402038204a100", "", 1184),
  ML_DSA_44("ML-DSA-44", "30820532300b06096086480165030403110382052100", "", 1312);

  private final String algorithm;
  private final String publicPrefix;
  private final String privatePrefix;
  private final int publicLength;

  RawKeys(String algorithm, String publicPrefix, String privatePrefix, int publicLength) {
    this.algorithm = algorithm;
    this.publicPrefix = publicPrefix;
    this.privatePrefix = privatePrefix;
    this.publicLength = publicLength;
  }

  String algorithm() {
    return algorithm;
  }

  java.security.PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(join(publicPrefix, raw)));
  }

  /// Returns the private key of an X25519 or Ed25519 seed.
  java.security.PrivateKey privateKey(byte[] seed) throws GeneralSecurityException {
    byte[] encoded = join(privatePrefix, seed);
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  byte[] raw(java.security.PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - publicLength, encoded.length);
  }

  /// Returns the key pair whose generator draws exactly this seed.
  KeyPair fromSeed(byte[] seed) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    try (SeedRandom random = new SeedRandom(seed)) {
      generator.initialize(new NamedParameterSpec(algorithm), random);
      return generator.generateKeyPair();
    }
  }

  private static byte[] join(String hexPrefix, byte[] raw) {
    byte[] prefix = HexFormat.of().parseHex(hexPrefix);
    byte[] joined = Arrays.copyOf(prefix, prefix.length + raw.length);
    System.arraycopy(raw, 0, joined, prefix.length, raw.length);
    return joined;
  }
}
