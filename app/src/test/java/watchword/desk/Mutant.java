package watchword.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Changes bytes as chance or malice would; what it draws it draws from the random numbers it is handed.
final class Mutant {
  /// Where parsers stumble: in age's headers, in JSON, in numbers and lengths.
  private static final String[] PIECES = {
    "\n", "\r\n", "-> ", "--- ", "-> X25519 ", "-> mlkem768x25519 ", "age-encryption.org/v1\n", "=", "A", "\0", "\u007f", " ",
    "{", "}", "[", "]", "\"", "\\", ",", ":", "\\ud800", "\\u0000", "null", "true", "-0", "0.000000", "1e5", "1E400", "-1",
    "9223372036854775808", "99999999999999999999999999999999999999", "NaN", "2026-02-30T10:00Z", "+999999999-12-31T23:59Z",
    "-999999999-01-01T00:00Z", "\"kind\":", "\"text\":\"\",", "\u202e", "\ufeff", "e\u0301", "\ud83d\ude00"
  };
  private static final int IN_PLACE = 4;
  private static final int WAYS = 9;
  private static final int[] MUCH = {2, 17, 300, 5_000};

  private Mutant() {}

  /// Changes it in one to four places; mostly to as many bytes as before, since another length is refused first.
  ///
  /// Half of the time nothing moves, so that only what stands in the changed places is wrong.
  static byte[] of(byte[] right, SplittableRandom random) {
    byte[] bytes = right.clone();
    boolean inPlace = random.nextBoolean();
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      bytes = once(bytes, random, inPlace ? IN_PLACE : WAYS);
    }
    return random.nextInt(8) == 0 ? bytes : Arrays.copyOf(bytes, right.length);
  }

  /// Changes a text, mostly token by token, to whatever length comes of it.
  static byte[] ofText(byte[] right, SplittableRandom random) {
    byte[] bytes = right.clone();
    boolean tokens = random.nextInt(4) > 0;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      bytes = tokens ? token(bytes, random) : once(bytes, random, WAYS);
    }
    return bytes;
  }

  /// Puts a piece in the place of what stands between two marks of JSON.
  private static byte[] token(byte[] bytes, SplittableRandom random) {
    int[] starts = IntStream.range(0, bytes.length).filter(at -> at == 0 || isMark(bytes[at - 1])).toArray();
    int from = starts.length == 0 ? 0 : starts[random.nextInt(starts.length)];
    int to = from;
    while (to < bytes.length && !isMark(bytes[to])) {
      to++;
    }
    return join(Arrays.copyOf(bytes, from), piece(random), Arrays.copyOfRange(bytes, to, bytes.length));
  }

  private static boolean isMark(byte value) {
    return "{}[]\":,\n".indexOf(value) >= 0;
  }

  private static byte[] once(byte[] bytes, SplittableRandom random, int ways) {
    if (bytes.length == 0) {
      return new byte[1 + random.nextInt(40)];
    }
    int at = at(bytes.length, random);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 8 : 2_000));
    return switch (random.nextInt(ways)) {
      case 0 -> set(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
      case 1 -> set(bytes, at, (byte) random.nextInt(256));
      case 2 -> filled(bytes, at, to, (byte) (random.nextBoolean() ? 0 : 0xff));
      case 3 -> noise(bytes, at, to, random);
      case 4 -> join(Arrays.copyOf(bytes, at), piece(random), Arrays.copyOfRange(bytes, at, bytes.length));
      case 5 -> join(Arrays.copyOf(bytes, at), piece(random), Arrays.copyOfRange(bytes, to, bytes.length));
      case 6 -> join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length)); // a part stands twice
      case 7 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
      default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : moved(bytes, at, to, at(bytes.length, random));
    };
  }

  /// Half of the time near the beginning, where the structure is.
  private static int at(int length, SplittableRandom random) {
    return random.nextInt(random.nextBoolean() ? Math.min(length, 200) : length);
  }

  private static byte[] piece(SplittableRandom random) {
    String piece = PIECES[random.nextInt(PIECES.length)];
    return (random.nextInt(10) == 0 ? piece.repeat(MUCH[random.nextInt(MUCH.length)]) : piece).getBytes(UTF_8);
  }

  private static byte[] set(byte[] bytes, int at, byte value) {
    bytes[at] = value;
    return bytes;
  }

  private static byte[] filled(byte[] bytes, int from, int to, byte value) {
    Arrays.fill(bytes, from, to, value);
    return bytes;
  }

  private static byte[] noise(byte[] bytes, int from, int to, SplittableRandom random) {
    for (int i = from; i < to; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] moved(byte[] bytes, int from, int to, int there) {
    byte[] part = Arrays.copyOfRange(bytes, from, Math.min(to, from + bytes.length - there));
    System.arraycopy(part, 0, bytes, there, part.length);
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
