package watchword.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// The frame of a WebP file: `RIFF | u32 length | WEBP`, then parts of `name | u32 length | data`, lengths little-endian and data filled up to an even number.
final class Webp {

  /// All that a sender's page leaves of Exif, with 1 to 8 behind it: how the picture is turned.
  private static final byte[] TURNED = HexFormat.of().parseHex("4d4d002a00000008" + "0001" + "0112000300000001" + "00");

  private static final int HEAD = 12;
  private static final int PART_HEAD = 8;

  private Webp() {}

  static boolean is(byte[] picture) {
    return picture.length > HEAD && name(picture, 0).equals("RIFF") && name(picture, 8).equals("WEBP");
  }

  /// 1 where no Exif of our own pages says otherwise.
  static int orientation(byte[] picture) {
    ByteBuffer numbers = ByteBuffer.wrap(picture).order(ByteOrder.LITTLE_ENDIAN);
    for (long at = HEAD; at + PART_HEAD <= picture.length; ) {
      int part = (int) at;
      long end = at + PART_HEAD + Integer.toUnsignedLong(numbers.getInt(part + 4));
      if (end > picture.length) {
        return 1;
      }
      int data = part + PART_HEAD;
      if (name(picture, part).equals("EXIF") && end - data > TURNED.length && Arrays.equals(picture, data, data + TURNED.length, TURNED, 0, TURNED.length)) {
        int turned = picture[data + TURNED.length];
        return turned >= 1 && turned <= 8 ? turned : 1;
      }
      at = end + end % 2;
    }
    return 1;
  }

  private static String name(byte[] picture, int at) {
    return new String(picture, at, 4, StandardCharsets.ISO_8859_1);
  }
}
