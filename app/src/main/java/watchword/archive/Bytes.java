package watchword.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Writes the fields of a record, and reads them in the same order.
///
/// Texts and instants compare as bytes the way they compare as values. Texts keep every character, halves of pairs
/// too: UTF-8 of each UTF-16 unit, but two bytes for the units 0 and 1, so that a byte of 0 is free to end them.
final class Bytes {

  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int MOST_OF_A_CHARACTER = 3;

  /// Stands before the units that are not above it.
  private static final byte ESCAPE = 1;

  private byte[] bytes;
  private int at;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  static Bytes empty() {
    return new Bytes(new byte[512]);
  }

  static Bytes of(byte[] record) {
    return new Bytes(record);
  }

  static void putInt(byte[] into, int at, int value) {
    INT.set(into, at, value);
  }

  static int getInt(byte[] from, int at) {
    return (int) INT.get(from, at);
  }

  /// What was written so far.
  byte[] toArray() {
    return Arrays.copyOf(bytes, at);
  }

  Bytes putByte(int value) {
    room(1);
    bytes[at++] = (byte) value;
    return this;
  }

  int getByte() {
    return bytes[at++] & 0xff;
  }

  Bytes putInt(int value) {
    room(Integer.BYTES);
    INT.set(bytes, at, value);
    at += Integer.BYTES;
    return this;
  }

  int getInt() {
    int value = (int) INT.get(bytes, at);
    at += Integer.BYTES;
    return value;
  }

  Bytes putLong(long value) {
    room(Long.BYTES);
    LONG.set(bytes, at, value);
    at += Long.BYTES;
    return this;
  }

  long getLong() {
    long value = (long) LONG.get(bytes, at);
    at += Long.BYTES;
    return value;
  }

  Bytes putDouble(double value) {
    return putLong(Double.doubleToRawLongBits(value));
  }

  double getDouble() {
    return Double.longBitsToDouble(getLong());
  }

  Bytes putInstant(Instant instant) {
    return putLong(instant.getEpochSecond() ^ Long.MIN_VALUE).putInt(instant.getNano());
  }

  Instant getInstant() {
    return Instant.ofEpochSecond(getLong() ^ Long.MIN_VALUE, getInt());
  }

  /// Numbers, how many first.
  Bytes putLongs(long[] values) {
    putInt(values.length);
    for (long value : values) {
      putLong(value);
    }
    return this;
  }

  long[] getLongs() {
    long[] values = new long[getInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = getLong();
    }
    return values;
  }

  /// A text that ends with a byte of 0.
  Bytes putText(String text) {
    room(MOST_OF_A_CHARACTER * text.length() + 1);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ESCAPE) {
        bytes[at++] = ESCAPE;
        bytes[at++] = (byte) (c + 1);
      } else if (c < 0x80) {
        bytes[at++] = (byte) c;
      } else if (c < 0x800) {
        bytes[at++] = (byte) (0xc0 | (c >> 6));
        bytes[at++] = (byte) (0x80 | (c & 0x3f));
      } else {
        bytes[at++] = (byte) (0xe0 | (c >> 12));
        bytes[at++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        bytes[at++] = (byte) (0x80 | (c & 0x3f));
      }
    }
    bytes[at++] = 0;
    return this;
  }

  String getText() {
    int end = at;
    while (bytes[end] != 0) {
      end++;
    }
    char[] text = new char[end - at];
    int length = 0;
    while (at < end) {
      int first = bytes[at++];
      if (first == ESCAPE) {
        text[length++] = (char) (bytes[at++] - 1);
      } else if (first >= 0) {
        text[length++] = (char) first;
      } else if ((first & 0xe0) == 0xc0) {
        text[length++] = (char) (((first & 0x1f) << 6) | (bytes[at++] & 0x3f));
      } else {
        int second = bytes[at++] & 0x3f;
        text[length++] = (char) (((first & 0x0f) << 12) | (second << 6) | (bytes[at++] & 0x3f));
      }
    }
    at++;
    return new String(text, 0, length);
  }

  Bytes putOptional(Optional<String> text) {
    putByte(text.isPresent() ? 1 : 0);
    text.ifPresent(this::putText);
    return this;
  }

  Optional<String> getOptional() {
    return getByte() == 0 ? Optional.empty() : Optional.of(getText());
  }

  private void room(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + more));
    }
  }
}
