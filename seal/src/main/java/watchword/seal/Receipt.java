package watchword.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The gate's word that it holds a whole generation on disk, on which the hub deletes it.
///
/// @param generation its 16-byte id
/// @param sha256 the hash of all its bytes
public record Receipt(Bytes generation, Bytes sha256) {
  /// Length of a signed receipt.
  public static final int LENGTH = 132;

  private static final byte[] LABEL = Hashes.ascii("watchword.receipt/1\n");
  private static final int SIGNED_LENGTH = 68;

  public Receipt {
    generation.requireLength(16, "generation id");
    sha256.requireLength(32, "generation hash");
  }

  /// Returns the 132 bytes of `POST /receipt`.
  public byte[] write(SigningKey gate) {
    byte[] signed =
        ByteBuffer.allocate(SIGNED_LENGTH).put(LABEL).put(generation.toArray()).put(sha256.toArray()).array();
    return ByteBuffer.allocate(LENGTH).put(signed).put(gate.sign(signed)).array();
  }

  /// Reads a receipt, refusing another shape and a signature that is not the gate's.
  public static Receipt read(byte[] body, VerifyKey gate) throws FormatException {
    if (body.length != LENGTH) {
      throw new FormatException("receipt: " + body.length + " bytes, not " + LENGTH);
    }
    if (!Arrays.equals(body, 0, LABEL.length, LABEL, 0, LABEL.length)) {
      throw new FormatException("receipt: does not begin with watchword.receipt/1");
    }
    byte[] signed = Arrays.copyOf(body, SIGNED_LENGTH);
    if (!gate.verifies(signed, Arrays.copyOfRange(body, SIGNED_LENGTH, LENGTH))) {
      throw new FormatException("receipt: the signature is not the gate's");
    }
    return new Receipt(Bytes.of(body, LABEL.length, 36), Bytes.of(body, 36, SIGNED_LENGTH));
  }
}
