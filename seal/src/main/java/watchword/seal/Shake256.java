package watchword.seal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// SHAKE256 (FIPS 202) of one short input, as X-Wing needs it to expand a seed.
///
/// The JDK offers SHAKE256 with 64 bytes of output only and X-Wing needs 96; one Keccak permutation gives up to 136.
final class Shake256 {
  /// Bytes a permutation takes in or gives out.
  private static final int RATE = 136;

  private static final int ROUNDS = 24;
  private static final long[] ROUND_CONSTANTS = roundConstants();
  private static final int[] ROTATIONS = new int[25];
  private static final int[] MOVES = new int[25];

  static {
    int x = 1;
    int y = 0;
    for (int step = 0; step < 24; step++) {
      ROTATIONS[x + 5 * y] = (step + 1) * (step + 2) / 2 % 64;
      int moved = (2 * x + 3 * y) % 5;
      MOVES[x + 5 * y] = y + 5 * moved;
      x = y;
      y = moved;
    }
  }

  private Shake256() {}

  /// Returns the first `length` bytes, at most 136, for an input of fewer than 136 bytes.
  static byte[] of(byte[] input, int length) {
    if (input.length >= RATE || length > RATE) {
      throw new IllegalArgumentException("only one block in and one block out");
    }
    byte[] block = Arrays.copyOf(input, RATE);
    block[input.length] ^= 0x1f;
    block[RATE - 1] ^= (byte) 0x80;
    long[] state = new long[25];
    ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(state, 0, RATE / 8);
    permute(state);
    ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(state, 0, RATE / 8);
    byte[] output = Arrays.copyOf(block, length);
    Arrays.fill(block, (byte) 0);
    Arrays.fill(state, 0);
    return output;
  }

  private static void permute(long[] a) {
    long[] columns = new long[5];
    long[] b = new long[25];
    for (int round = 0; round < ROUNDS; round++) {
      for (int x = 0; x < 5; x++) {
        columns[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
      }
      for (int i = 0; i < 25; i++) {
        a[i] ^= columns[(i + 4) % 5] ^ Long.rotateLeft(columns[(i + 1) % 5], 1);
      }
      for (int i = 0; i < 25; i++) {
        b[MOVES[i]] = Long.rotateLeft(a[i], ROTATIONS[i]);
      }
      for (int i = 0; i < 25; i++) {
        int row = i / 5 * 5;
        a[i] = b[i] ^ (~b[row + (i + 1) % 5] & b[row + (i + 2) % 5]);
      }
      a[0] ^= ROUND_CONSTANTS[round];
    }
    Arrays.fill(b, 0);
  }

  /// Computes the constants by the linear feedback register of FIPS 202, 3.2.5.
  private static long[] roundConstants() {
    long[] constants = new long[ROUNDS];
    int register = 1;
    for (int round = 0; round < ROUNDS; round++) {
      for (int j = 0; j <= 6; j++) {
        if ((register & 1) != 0) {
          constants[round] |= 1L << ((1 << j) - 1);
        }
        register = register << 1 ^ ((register >> 7) * 0x171);
      }
    }
    return constants;
  }
}
