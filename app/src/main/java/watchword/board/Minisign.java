package watchword.board;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/// Signatures in minisign's format, prehashed with BLAKE2b-512, so that stock `minisign -V` checks them.
public final class Minisign {

  /// Signs with Ed25519; the private key stays with whoever holds it.
  @FunctionalInterface
  public interface Signer {
    byte[] sign(byte[] message);
  }

  private static final int ID_LENGTH = 8;
  private static final int KEY_LENGTH = 32;
  private static final int SIGNATURE_LENGTH = 64;
  private static final int DIGEST_LENGTH = 64;

  /// "Ed" names an Ed25519 key, "ED" a signature over the hash of the file.
  private static final byte[] KEY_ALGORITHM = {'E', 'd'};
  private static final byte[] SIGNATURE_ALGORITHM = {'E', 'D'};

  private static final String UNTRUSTED = "untrusted comment: ";
  private static final String TRUSTED = "trusted comment: ";

  /// What stands before 32 raw bytes in the X.509 form that the JDK reads (RFC 8410).
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private Minisign() {}

  /// An Ed25519 public key with minisign's eight-byte id, kept as the base64 line minisign prints.
  public record Key(String line) {

    public Key {
      byte[] raw = decode(line).orElseThrow(() -> new IllegalArgumentException("a minisign key is not base64"));
      if (raw.length != 2 + ID_LENGTH + KEY_LENGTH || !startsWith(raw, KEY_ALGORITHM)) {
        throw new IllegalArgumentException("not a minisign Ed25519 key");
      }
    }

    public static Key of(byte[] id, byte[] ed25519) {
      return new Key(Base64.getEncoder().encodeToString(join(KEY_ALGORITHM, id, ed25519)));
    }

    /// Reads the two lines of a `minisign.pub` file.
    public static Key parse(String file) {
      String[] lines = file.split("\n", -1);
      if (lines.length != 3 || !lines[0].startsWith(UNTRUSTED) || !lines[2].isEmpty()) {
        throw new IllegalArgumentException("a minisign key file has two lines");
      }
      return new Key(lines[1]);
    }

    /// The text of a `minisign.pub` file.
    public String file() {
      return UNTRUSTED + "minisign public key " + name() + "\n" + line + "\n";
    }

    /// The id as minisign prints it: the eight bytes as a little-endian number.
    String name() {
      byte[] id = id();
      StringBuilder name = new StringBuilder();
      for (int i = ID_LENGTH - 1; i >= 0; i--) {
        name.append("%02X".formatted(id[i]));
      }
      return name.toString();
    }

    private byte[] id() {
      return Arrays.copyOfRange(Base64.getDecoder().decode(line), 2, 2 + ID_LENGTH);
    }

    private byte[] ed25519() {
      byte[] raw = Base64.getDecoder().decode(line);
      return Arrays.copyOfRange(raw, 2 + ID_LENGTH, raw.length);
    }
  }

  /// Returns the text of a `.minisig` file.
  ///
  /// @param comment one line that the signature covers too
  public static String sign(Key key, Signer signer, byte[] content, String comment) {
    if (comment.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("a trusted comment is not one line");
    }
    byte[] signature = signer.sign(blake2b(content));
    byte[] global = signer.sign(join(signature, comment.getBytes(StandardCharsets.UTF_8)));
    Base64.Encoder base64 = Base64.getEncoder();
    return UNTRUSTED + "signature of key " + key.name() + "\n"
        + base64.encodeToString(join(SIGNATURE_ALGORITHM, key.id(), signature)) + "\n"
        + TRUSTED + comment + "\n"
        + base64.encodeToString(global) + "\n";
  }

  /// Returns the trusted comment if both signatures hold, else nothing.
  public static Optional<String> verify(Key key, byte[] content, String minisig) {
    String[] lines = minisig.split("\n", -1);
    if (lines.length != 5 || !lines[0].startsWith(UNTRUSTED) || !lines[2].startsWith(TRUSTED) || !lines[4].isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> first = decode(lines[1]);
    Optional<byte[]> global = decode(lines[3]);
    byte[] head = join(SIGNATURE_ALGORITHM, key.id());
    if (first.isEmpty() || global.isEmpty() || first.get().length != head.length + SIGNATURE_LENGTH || !startsWith(first.get(), head)) {
      return Optional.empty();
    }
    byte[] signature = Arrays.copyOfRange(first.get(), head.length, first.get().length);
    String comment = lines[2].substring(TRUSTED.length());
    boolean holds = verifies(key, blake2b(content), signature)
        && verifies(key, join(signature, comment.getBytes(StandardCharsets.UTF_8)), global.get());
    return holds ? Optional.of(comment) : Optional.empty();
  }

  private static boolean verifies(Key key, byte[] message, byte[] signature) {
    try {
      PublicKey ed25519 = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(join(X509, key.ed25519())));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(ed25519);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // Bytes that are no signature, or a key that is no point, verify nothing.
      return false;
    }
  }

  private static byte[] blake2b(byte[] content) {
    Blake2bDigest digest = new Blake2bDigest(DIGEST_LENGTH * Byte.SIZE);
    digest.update(content, 0, content.length);
    byte[] hash = new byte[DIGEST_LENGTH];
    digest.doFinal(hash, 0);
    return hash;
  }

  private static Optional<byte[]> decode(String line) {
    try {
      return Optional.of(Base64.getDecoder().decode(line));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] head) {
    return bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
  }

  private static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
