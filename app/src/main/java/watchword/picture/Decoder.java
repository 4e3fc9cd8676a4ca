package watchword.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// The child: a picture's bytes from standard input, its [Pixels] to standard output, or an exit code that says why not.
///
/// It is started by [Darkroom] alone, with the limits that only a process can have.
public final class Decoder {

  /// More pixels are refused before the first is decoded. A phone's largest own size has fifty million.
  static final long MOST_PIXELS = 64_000_000;

  /// The decoder of WebP holds every block of a picture as an object: 12 million pixels take 380 MB.
  static final long MOST_WEBP_PIXELS = 16_000_000;

  /// A row must fit into memory, whatever the picture's height.
  static final int LONGEST_SIDE = 30_000;

  /// The largest envelope.
  static final int MOST_BYTES = 1 << 24;

  /// Codes that no JVM ends with by itself: it says 3 when memory runs out, 1 when it cannot start.
  static final int TOO_LARGE = 64;
  static final int UNREADABLE = 65;

  /// All that a sender's page leaves of Exif; the last digit but eight says how the picture is turned.
  private static final byte[] EXIF = HexFormat.of().parseHex("ffe10022457869660000" + "4d4d002a00000008" + "0001" + "0112000300000001");

  private Decoder() {}

  public static void main(String[] arguments) throws IOException {
    ImageIO.setUseCache(false);
    byte[] picture = System.in.readNBytes(MOST_BYTES + 1);
    if (picture.length > MOST_BYTES) {
      System.exit(TOO_LARGE);
    }
    try {
      Pixels.write(turned(decoded(picture), orientation(picture)), new BufferedOutputStream(System.out));
    } catch (IOException | RuntimeException e) {
      System.exit(UNREADABLE);
    }
  }

  /// Every so many-th pixel alone, so that no picture takes more memory than a few screens.
  private static BufferedImage decoded(byte[] picture) throws IOException {
    ImageReader reader = reader(picture);
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
      reader.setInput(in, true, true); // metadata is what compressed texts hide in
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > (Webp.is(picture) ? MOST_WEBP_PIXELS : MOST_PIXELS) || Math.max(width, height) > LONGEST_SIDE) {
        System.exit(TOO_LARGE);
      }
      int step = Math.max(1, Math.max(width, height) / Pixels.MOST_SIDE);
      ImageReadParam every = reader.getDefaultReadParam();
      every.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, every);
    }
  }

  /// By name: no other decoder that a class path may hold is ever asked.
  private static ImageReader reader(byte[] picture) {
    if (Webp.is(picture)) {
      return new WebPImageReaderSpi().createReaderInstance(null);
    }
    boolean png = picture.length > 1 && picture[1] == 'P';
    return ImageIO.getImageReadersByFormatName(png ? "png" : "jpeg").next();
  }

  /// 1 to 8 as the Exif of our own pages says it; another writer's is not read.
  static int orientation(byte[] picture) {
    if (Webp.is(picture)) {
      return Webp.orientation(picture);
    }
    for (int at = 2; at + EXIF.length + 8 <= picture.length && picture[at] == (byte) 0xff; ) {
      if (Arrays.equals(picture, at, at + EXIF.length, EXIF, 0, EXIF.length)) {
        int turned = picture[at + EXIF.length + 1];
        return turned >= 1 && turned <= 8 ? turned : 1;
      }
      at += 2 + ((picture[at + 2] & 0xff) << 8 | (picture[at + 3] & 0xff));
    }
    return 1;
  }

  static BufferedImage turned(BufferedImage image, int orientation) {
    double scale = Math.min(1, (double) Pixels.MOST_SIDE / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) (image.getWidth() * scale));
    int height = Math.max(1, (int) (image.getHeight() * scale));
    boolean lies = orientation >= 5;
    BufferedImage upright = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = upright.createGraphics();
    to.setColor(Color.WHITE);
    to.fillRect(0, 0, upright.getWidth(), upright.getHeight());
    to.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    to.transform(turn(orientation, width, height));
    to.drawImage(image, 0, 0, width, height, null);
    to.dispose();
    return upright;
  }

  /// Exif 2.3, 4.6.4 A: which corner the first row and column stand for.
  private static AffineTransform turn(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
