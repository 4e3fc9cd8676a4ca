package watchword.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// age's spelling of keys: Bech32 (BIP 173) without its length limit, which jagged's coder keeps.
///
/// A prefix in capitals gives a spelling all in capitals; a spelling in mixed case is refused.
final class AgeSpelling {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
  private static final int CHECKSUM_LENGTH = 6;

  private AgeSpelling() {}

  static String encode(String prefix, byte[] data) {
    byte[] groups = regroup(data, 8, 5, true);
    StringBuilder spelling = new StringBuilder(prefix.toLowerCase(Locale.ROOT)).append('1');
    for (byte group : groups) {
      spelling.append(ALPHABET.charAt(group));
    }
    int checksum = polymod(prefix, Arrays.copyOf(groups, groups.length + CHECKSUM_LENGTH)) ^ 1;
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      spelling.append(ALPHABET.charAt(checksum >> (5 * i) & 31));
    }
    boolean capitals = prefix.equals(prefix.toUpperCase(Locale.ROOT));
    return capitals ? spelling.toString().toUpperCase(Locale.ROOT) : spelling.toString();
  }

  static byte[] decode(String prefix, String spelling) throws FormatException {
    if (!spelling.startsWith(prefix + "1") || spelling.length() < prefix.length() + 1 + CHECKSUM_LENGTH) {
      throw new FormatException("key: does not begin with " + prefix + "1");
    }
    boolean capitals = prefix.equals(prefix.toUpperCase(Locale.ROOT));
    String alphabet = capitals ? ALPHABET.toUpperCase(Locale.ROOT) : ALPHABET;
    String rest = spelling.substring(prefix.length() + 1);
    byte[] groups = new byte[rest.length()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = (byte) alphabet.indexOf(rest.charAt(i));
      if (groups[i] < 0) {
        throw new FormatException("key: character " + (prefix.length() + 2 + i) + " is not of Bech32");
      }
    }
    if (polymod(prefix, groups) != 1) {
      throw new FormatException("key: mistyped, its checksum does not hold");
    }
    byte[] values = Arrays.copyOf(groups, groups.length - CHECKSUM_LENGTH);
    byte[] data = regroup(values, 5, 8, false);
    if (!encode(prefix, data).equals(spelling)) {
      throw new FormatException("key: spare bits are not zero");
    }
    return data;
  }

  private static int polymod(String prefix, byte[] groups) {
    byte[] letters = prefix.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    int state = 1;
    for (byte letter : letters) {
      state = step(state, letter >> 5);
    }
    state = step(state, 0);
    for (byte letter : letters) {
      state = step(state, letter & 31);
    }
    for (byte group : groups) {
      state = step(state, group);
    }
    return state;
  }

  private static int step(int state, int value) {
    int top = state >>> 25;
    int next = (state & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >> i & 1) * GENERATOR[i];
    }
    return next;
  }

  /// Turns groups of bits into groups of another width, with zeros at the end where `pad`.
  private static byte[] regroup(byte[] values, int from, int to, boolean pad) {
    ByteArrayOutputStream regrouped = new ByteArrayOutputStream();
    int pending = 0;
    int bits = 0;
    for (byte value : values) {
      pending = (pending << from | (value & (1 << from) - 1)) & 0xfff;
      bits += from;
      while (bits >= to) {
        bits -= to;
        regrouped.write(pending >> bits & (1 << to) - 1);
      }
    }
    if (pad && bits > 0) {
      regrouped.write(pending << (to - bits) & (1 << to) - 1);
    }
    return regrouped.toByteArray();
  }
}
