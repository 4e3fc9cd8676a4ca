package watchword.seal;

import java.util.Arrays;
import java.util.HexFormat;

/// Public bytes that never change, equal when their content is.
///
/// Not for secrets: they print as hex.
public final class Bytes {
  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  /// Returns the bytes of `from` to `to`, the end not included.
  public static Bytes of(byte[] bytes, int from, int to) {
    return new Bytes(Arrays.copyOfRange(bytes, from, to));
  }

  /// Returns the bytes that lower-case hex spells.
  public static Bytes ofHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex));
  }

  public int length() {
    return bytes.length;
  }

  public byte[] toArray() {
    return bytes.clone();
  }

  /// Returns the same bytes, after checking that there are `length` of them.
  Bytes requireLength(int length, String what) {
    if (bytes.length != length) {
      throw new IllegalArgumentException(what + " has " + bytes.length + " bytes, not " + length);
    }
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
