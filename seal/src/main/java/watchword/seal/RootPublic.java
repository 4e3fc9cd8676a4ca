package watchword.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The public part of a desk's [Root]: what people check by six words.
///
/// @param ed25519 32 raw bytes
/// @param mlDsa44 1312 bytes as in FIPS 204
public record RootPublic(Bytes ed25519, Bytes mlDsa44) {
  /// Length of both keys, one after the other.
  public static final int LENGTH = 1344;

  /// Length of both signatures, one after the other.
  public static final int SIGNATURE_LENGTH = 64 + 2420;

  private static final byte[] FINGERPRINT_LABEL = Hashes.ascii("watchword.root/1");
  private static final int WORDS = 6;
  private static final int BITS_PER_WORD = 11;

  public RootPublic {
    ed25519.requireLength(32, "Ed25519 public key");
    mlDsa44.requireLength(1312, "ML-DSA-44 public key");
  }

  public static RootPublic parse(byte[] raw) throws FormatException {
    if (raw.length != LENGTH) {
      throw new FormatException("root: " + raw.length + " bytes, not " + LENGTH);
    }
    return new RootPublic(Bytes.of(raw, 0, 32), Bytes.of(raw, 32, LENGTH));
  }

  public byte[] raw() {
    byte[] raw = Arrays.copyOf(ed25519.toArray(), LENGTH);
    System.arraycopy(mlDsa44.toArray(), 0, raw, 32, mlDsa44.length());
    return raw;
  }

  /// Says whether both signatures hold.
  public boolean verifies(byte[] message, byte[] signatures) {
    if (signatures.length != SIGNATURE_LENGTH) {
      return false;
    }
    byte[] first = Arrays.copyOf(signatures, 64);
    byte[] second = Arrays.copyOfRange(signatures, 64, SIGNATURE_LENGTH);
    return VerifyKey.verifies(RawKeys.ED25519, ed25519, message, first)
        && VerifyKey.verifies(RawKeys.ML_DSA_44, mlDsa44, message, second);
  }

  /// Says whether the Ed25519 signature alone holds, which is all that a stop sheet carries.
  boolean verifiesFromPaper(byte[] message, byte[] signature) {
    return VerifyKey.verifies(RawKeys.ED25519, ed25519, message, signature);
  }

  /// Returns six indices, 0 to 2047, into the BIP-39 English list: the first 66 bits of a hash over both keys.
  ///
  /// 66 bits stop a second root made to match a given one; the words also stand in every bulletin.
  public List<Integer> fingerprint() {
    byte[] hash = Hashes.sha256(FINGERPRINT_LABEL, ed25519.toArray(), mlDsa44.toArray()).toArray();
    List<Integer> indices = new ArrayList<>();
    for (int word = 0; word < WORDS; word++) {
      int index = 0;
      for (int bit = word * BITS_PER_WORD; bit < (word + 1) * BITS_PER_WORD; bit++) {
        index = index << 1 | (hash[bit / 8] >> (7 - bit % 8) & 1);
      }
      indices.add(index);
    }
    return List.copyOf(indices);
  }
}
