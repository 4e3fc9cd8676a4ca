package watchword.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import watchword.core.report.MediaHash;
import watchword.seal.FormatException;

/// A photo as its sender's device writes it (spec/report.md): a line, random bytes, a picture.
///
/// @param name the hash of all of it, by which its report names it; of two that sent one picture the names differ
/// @param picture the hash of the picture alone, by which the same picture sent twice is known
/// @param bytes the picture, as hostile as any stranger's
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
public record Photo(MediaHash name, MediaHash picture, byte[] bytes) {

  /// So many random bytes stand before the picture.
  public static final int RANDOM = 32;

  private static final byte[] FIRST_LINE = "watchword.photo/1\n".getBytes(StandardCharsets.US_ASCII);

  /// Whether a content says that it is a photo.
  public static boolean isOne(byte[] content) {
    return begins(content, 0, FIRST_LINE);
  }

  public static Photo read(byte[] content) throws FormatException {
    if (!isOne(content)) {
      throw new FormatException("first line: not watchword.photo/1");
    }
    int start = FIRST_LINE.length + RANDOM;
    if (content.length < start || !isPicture(content, start)) {
      throw new FormatException("image: not a JPEG, PNG or WebP after 32 bytes");
    }
    byte[] bytes = Arrays.copyOfRange(content, start, content.length);
    return new Photo(hash(content), hash(bytes), bytes);
  }

  /// The content of a photo, to be sealed.
  public static byte[] content(byte[] random, byte[] picture) {
    if (random.length != RANDOM) {
      throw new IllegalArgumentException("a photo begins with 32 random bytes");
    }
    return ByteBuffer.allocate(FIRST_LINE.length + RANDOM + picture.length).put(FIRST_LINE).put(random).put(picture).array();
  }

  /// By how it begins alone: whether it is one is found out by who dares to decode it.
  private static boolean isPicture(byte[] content, int at) {
    return begins(content, at, 0xff, 0xd8, 0xff)
        || begins(content, at, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')
        || (begins(content, at, 'R', 'I', 'F', 'F') && begins(content, at + 8, 'W', 'E', 'B', 'P'));
  }

  private static boolean begins(byte[] content, int at, int... bytes) {
    byte[] start = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      start[i] = (byte) bytes[i];
    }
    return begins(content, at, start);
  }

  private static boolean begins(byte[] content, int at, byte[] start) {
    return content.length >= at + start.length && Arrays.equals(content, at, at + start.length, start, 0, start.length);
  }

  private static MediaHash hash(byte[] bytes) {
    try {
      return new MediaHash(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "photo of " + bytes.length + " bytes";
  }
}
