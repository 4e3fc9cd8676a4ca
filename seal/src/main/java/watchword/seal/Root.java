package watchword.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;

/// The desk's root: Ed25519 and ML-DSA-44, which sign every bundle together.
///
/// Its secret is one version byte and two seeds of 32 bytes, to be sealed to each member.
public final class Root implements AutoCloseable {
  /// Length of [#secret()].
  public static final int SECRET_LENGTH = 65;

  private static final byte VERSION = 1;
  private static final int SEED = 32;

  /// SHA-256 of the ML-DSA-44 public key of the seed 00 01 02 … 1f, confirmed with Bouncy Castle.
  private static final String KNOWN_ANSWER = "9f107644c1084526af3bc8098680b05499a2325a644e388fb4f970e058d19d46";

  static {
    byte[] seed = new byte[SEED];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = (byte) i;
    }
    try {
      byte[] made = RawKeys.ML_DSA_44.raw(RawKeys.ML_DSA_44.fromSeed(seed).getPublic());
      if (!HexFormat.of().formatHex(Hashes.sha256(made).toArray()).equals(KNOWN_ANSWER)) {
        throw new IllegalStateException("this Java makes other ML-DSA keys from a seed: do not use it");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks ML-DSA-44", e);
    }
  }

  private final SigningKey ed25519;
  private final byte[] mlDsaSeed;
  private final KeyPair mlDsa;

  private Root(SigningKey ed25519, byte[] mlDsaSeed) {
    this.ed25519 = ed25519;
    this.mlDsaSeed = mlDsaSeed;
    try {
      this.mlDsa = RawKeys.ML_DSA_44.fromSeed(mlDsaSeed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks ML-DSA-44", e);
    }
  }

  public static Root generate(SecureRandom random) {
    byte[] seed = new byte[SEED];
    random.nextBytes(seed);
    return new Root(SigningKey.generate(random), seed);
  }

  /// Reads what [#secret()] returned; the caller wipes its own copy.
  public static Root parse(byte[] secret) throws FormatException {
    if (secret.length != SECRET_LENGTH) {
      throw new FormatException("root secret: " + secret.length + " bytes, not " + SECRET_LENGTH);
    }
    if (secret[0] != VERSION) {
      throw new FormatException("root secret: version " + (secret[0] & 0xff) + " is not 1");
    }
    byte[] first = Arrays.copyOfRange(secret, 1, 1 + SEED);
    try {
      return new Root(SigningKey.of(first), Arrays.copyOfRange(secret, 1 + SEED, SECRET_LENGTH));
    } finally {
      Arrays.fill(first, (byte) 0);
    }
  }

  /// Returns the secret, to be sealed to members; the caller wipes it.
  public byte[] secret() {
    byte[] secret = new byte[SECRET_LENGTH];
    byte[] first = ed25519.secretSeed();
    secret[0] = VERSION;
    System.arraycopy(first, 0, secret, 1, SEED);
    System.arraycopy(mlDsaSeed, 0, secret, 1 + SEED, SEED);
    Arrays.fill(first, (byte) 0);
    return secret;
  }

  public RootPublic publicPart() {
    return new RootPublic(ed25519.verifyKey().raw(), Bytes.of(RawKeys.ML_DSA_44.raw(mlDsa.getPublic())));
  }

  /// Returns both signatures over the message, Ed25519 first.
  public byte[] sign(byte[] message) {
    byte[] signatures = Arrays.copyOf(ed25519.sign(message), RootPublic.SIGNATURE_LENGTH);
    try {
      Signature signer = Signature.getInstance(RawKeys.ML_DSA_44.algorithm());
      signer.initSign(mlDsa.getPrivate());
      signer.update(message);
      byte[] second = signer.sign();
      System.arraycopy(second, 0, signatures, VerifyKey.SIGNATURE_LENGTH, second.length);
      return signatures;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing failed", e);
    }
  }

  /// Returns the Ed25519 signature alone, which fits on paper: for the stop sheet, and nothing that opens.
  byte[] signForPaper(byte[] message) {
    return ed25519.sign(message);
  }

  @Override
  public void close() {
    ed25519.close();
    Arrays.fill(mlDsaSeed, (byte) 0);
  }

  @Override
  public String toString() {
    return "Root " + publicPart().fingerprint();
  }
}
