package watchword.picture;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// What a child tells of a picture: `u16 width | u16 height | red, green, blue for each pixel, row by row`. Nothing in it can mean anything else.
final class Pixels {

  /// As wide as a screen on which a number plate is read.
  static final int MOST_SIDE = 1600;

  private Pixels() {}

  static void write(BufferedImage image, OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    int width = image.getWidth();
    int height = image.getHeight();
    out.writeShort(width);
    out.writeShort(height);
    int[] row = new int[width];
    byte[] bytes = new byte[3 * width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        bytes[3 * x] = (byte) (row[x] >> 16);
        bytes[3 * x + 1] = (byte) (row[x] >> 8);
        bytes[3 * x + 2] = (byte) row[x];
      }
      out.write(bytes);
    }
    out.flush();
  }

  /// Reads one picture to the end of the stream.
  ///
  /// @throws IOException when it is larger than agreed, or shorter or longer than it says
  static BufferedImage read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    int width = in.readUnsignedShort();
    int height = in.readUnsignedShort();
    if (width == 0 || height == 0 || width > MOST_SIDE || height > MOST_SIDE) {
      throw new IOException("a picture of another size than agreed");
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    byte[] bytes = new byte[3 * width];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      in.readFully(bytes);
      for (int x = 0; x < width; x++) {
        row[x] = (bytes[3 * x] & 0xff) << 16 | (bytes[3 * x + 1] & 0xff) << 8 | (bytes[3 * x + 2] & 0xff);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    if (in.read() >= 0) {
      throw new IOException("a picture goes on after its last pixel");
    }
    return image;
  }
}
