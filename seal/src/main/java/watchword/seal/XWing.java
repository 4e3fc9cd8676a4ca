package watchword.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import javax.security.auth.DestroyFailedException;

/// X-Wing: ML-KEM-768 and X25519 as one key encapsulation, safe while either holds.
///
/// As in draft-connolly-cfrg-xwing-kem, which age's `mlkem768x25519` names by way of HPKE KEM 0x647a. A seed of 32 bytes
/// expands by SHAKE256 to ML-KEM's 64 and X25519's 32; the shared secret is SHA3-256 over both secrets, the ephemeral
/// share, the recipient's share and a label. An all-zero X25519 secret (a point of low order) is refused by the JDK.
final class XWing {
  static final int SEED_LENGTH = 32;
  static final int MLKEM_PUBLIC_LENGTH = 1184;
  static final int PUBLIC_LENGTH = 1216;
  static final int MLKEM_CIPHERTEXT_LENGTH = 1088;
  static final int ENCAPSULATION_LENGTH = 1120;

  private static final byte[] LABEL = {0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c}; // \.//^\
  private static final byte[] BASE_POINT = Arrays.copyOf(new byte[] {9}, 32);
  private static final SecureRandom RANDOM = new SecureRandom();

  /// SHA-256 of the public key of the seed 00 01 02 … 1f, confirmed with Bouncy Castle.
  private static final String KNOWN_ANSWER = "c9a3565ffde4f72b51661be391ee13e46378d7f06dd5c8bf5af9d2cfb5b8336b";

  static {
    byte[] seed = new byte[SEED_LENGTH];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = (byte) i;
    }
    try {
      Expanded made = expand(seed);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(made.publicKey());
      made.wipe(); // a Java that cannot is found out here, not when a key must go
      if (!HexFormat.of().formatHex(hash).equals(KNOWN_ANSWER)) {
        throw new IllegalStateException("this Java makes other ML-KEM keys from a seed: do not use it");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks ML-KEM-768 or X25519", e);
    }
  }

  /// A seed's key pairs as the JDK holds them, and the raw public key.
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
  record Expanded(java.security.PrivateKey mlKem, java.security.PrivateKey x25519, byte[] publicKey) {

    /// Wipes the ML-KEM key, without which nothing opens; the JDK wipes no X25519 key.
    void wipe() {
      try {
        mlKem.destroy();
      } catch (DestroyFailedException e) {
        throw new IllegalStateException("this Java cannot wipe an ML-KEM key: do not use it", e);
      }
    }
  }

  /// A fresh shared secret and what carries it.
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
  record Encapsulated(byte[] secret, byte[] encapsulation) {}

  private XWing() {}

  static Expanded expand(byte[] seed) throws GeneralSecurityException {
    byte[] expanded = Shake256.of(seed, 96);
    byte[] mlKemSeed = Arrays.copyOf(expanded, 64);
    byte[] x25519Seed = Arrays.copyOfRange(expanded, 64, 96);
    try {
      KeyPair mlKem = RawKeys.ML_KEM_768.fromSeed(mlKemSeed);
      java.security.PrivateKey x25519 = RawKeys.X25519.privateKey(x25519Seed);
      byte[] publicKey = Arrays.copyOf(RawKeys.ML_KEM_768.raw(mlKem.getPublic()), PUBLIC_LENGTH);
      System.arraycopy(agree(x25519, BASE_POINT), 0, publicKey, MLKEM_PUBLIC_LENGTH, 32);
      return new Expanded(mlKem.getPrivate(), x25519, publicKey);
    } finally {
      Arrays.fill(expanded, (byte) 0);
      Arrays.fill(mlKemSeed, (byte) 0);
      Arrays.fill(x25519Seed, (byte) 0);
    }
  }

  static Encapsulated encapsulate(PublicKey recipient) throws GeneralSecurityException {
    KEM.Encapsulated mlKem = recipient.mlKem().encapsulate();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
    generator.initialize(255, RANDOM);
    KeyPair ephemeral = generator.generateKeyPair();
    byte[] share = RawKeys.X25519.raw(ephemeral.getPublic());
    byte[] recipientShare = recipient.x25519();
    byte[] secret = combine(mlKem.key().getEncoded(), agree(ephemeral.getPrivate(), recipientShare), share, recipientShare);
    byte[] encapsulation = Arrays.copyOf(mlKem.encapsulation(), ENCAPSULATION_LENGTH);
    System.arraycopy(share, 0, encapsulation, MLKEM_CIPHERTEXT_LENGTH, share.length);
    return new Encapsulated(secret, encapsulation);
  }

  static byte[] decapsulate(Expanded key, byte[] encapsulation) throws GeneralSecurityException {
    byte[] share = Arrays.copyOfRange(encapsulation, MLKEM_CIPHERTEXT_LENGTH, ENCAPSULATION_LENGTH);
    byte[] ownShare = Arrays.copyOfRange(key.publicKey(), MLKEM_PUBLIC_LENGTH, PUBLIC_LENGTH);
    KEM.Decapsulator mlKem = KEM.getInstance("ML-KEM-768").newDecapsulator(key.mlKem());
    byte[] mlKemSecret = mlKem.decapsulate(Arrays.copyOf(encapsulation, MLKEM_CIPHERTEXT_LENGTH)).getEncoded();
    return combine(mlKemSecret, agree(key.x25519(), share), share, ownShare);
  }

  static KEM.Encapsulator mlKemEncapsulator(byte[] publicKey) throws GeneralSecurityException {
    byte[] mlKem = Arrays.copyOf(publicKey, MLKEM_PUBLIC_LENGTH);
    return KEM.getInstance("ML-KEM-768").newEncapsulator(RawKeys.ML_KEM_768.publicKey(mlKem), RANDOM);
  }

  /// Refuses a point of low order, with which every secret would be zero.
  static void checkShare(byte[] share) throws GeneralSecurityException {
    byte[] secret = agree(RawKeys.X25519.privateKey(BASE_POINT), share); // any private key finds one
    Arrays.fill(secret, (byte) 0);
  }

  private static byte[] agree(java.security.PrivateKey own, byte[] theirs) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(own);
    agreement.doPhase(RawKeys.X25519.publicKey(theirs), true);
    return agreement.generateSecret();
  }

  /// Hashes both secrets with the shares, and wipes the secrets.
  private static byte[] combine(byte[] mlKemSecret, byte[] x25519Secret, byte[] share, byte[] recipientShare)
      throws GeneralSecurityException {
    MessageDigest hash = MessageDigest.getInstance("SHA3-256");
    hash.update(mlKemSecret);
    hash.update(x25519Secret);
    hash.update(share);
    hash.update(recipientShare);
    hash.update(LABEL);
    Arrays.fill(mlKemSecret, (byte) 0);
    Arrays.fill(x25519Secret, (byte) 0);
    return hash.digest();
  }
}
