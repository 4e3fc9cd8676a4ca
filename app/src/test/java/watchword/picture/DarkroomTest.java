package watchword.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import watchword.path.Chromium;

/// What a stranger's picture can do: be shown, be refused, or end the process that looks at it.
class DarkroomTest {

  private final Darkroom darkroom = new Darkroom();

  @Test
  void a_picture_comes_back_with_its_colours_and_none_of_its_bytes() throws Exception {
    for (String format : new String[] {"jpeg", "png"}) {
      byte[] picture = bytes(halves(400, 300), format);
      Print.Shown shown = shown(darkroom.develop(picture));
      BufferedImage again = ImageIO.read(new ByteArrayInputStream(shown.jpeg()));
      assertThat(new int[] {again.getWidth(), again.getHeight(), shown.width(), shown.height()}).containsExactly(400, 300, 400, 300);
      assertThat(near(again.getRGB(100, 150), Color.RED)).isTrue();
      assertThat(near(again.getRGB(300, 150), Color.BLUE)).isTrue();
    }
  }

  @Test
  void a_large_picture_is_made_small_and_a_turned_one_turned() throws Exception {
    Print.Shown large = shown(darkroom.develop(bytes(halves(5_000, 2_000), "jpeg")));
    assertThat(large.width()).isBetween(1_550, Pixels.MOST_SIDE);
    assertThat(large.height()).isBetween(620, 640);
    byte[] jpeg = bytes(halves(400, 300), "jpeg");
    byte[] exif = HexFormat.of().parseHex("ffe10022457869660000" + "4d4d002a00000008" + "00010112000300000001" + "00060000" + "00000000");
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(jpeg, 0, 20); // after JFIF, where a page writes it
    turned.write(exif);
    turned.write(jpeg, 20, jpeg.length - 20);
    Print.Shown upright = shown(darkroom.develop(turned.toByteArray()));
    assertThat(upright.width()).isEqualTo(300);
    BufferedImage again = ImageIO.read(new ByteArrayInputStream(upright.jpeg()));
    assertThat(near(again.getRGB(150, 100), Color.RED)).as("the left half of the file is the upper one").isTrue();
    assertThat(near(again.getRGB(150, 300), Color.BLUE)).isTrue();
  }

  /// The eight ways of Exif, by where the file's upper left corner ends up.
  @Test
  void each_orientation_turns_its_own_way() throws Exception {
    int[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};
    BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = image.createGraphics();
    to.setColor(Color.WHITE);
    to.fillRect(0, 0, 64, 32);
    to.setColor(Color.RED);
    to.fillRect(0, 0, 16, 16);
    to.dispose();
    for (int orientation = 1; orientation <= 8; orientation++) {
      BufferedImage upright = Decoder.turned(image, orientation);
      int width = upright.getWidth();
      int height = upright.getHeight();
      assertThat(width > height).as("orientation " + orientation).isEqualTo(orientation < 5);
      int[] corner = corners[orientation - 1];
      assertThat(near(upright.getRGB(corner[0] * (width - 1), corner[1] * (height - 1)), Color.RED)).as("orientation " + orientation).isTrue();
    }
  }

  @Test
  void a_bomb_is_refused_before_it_is_decoded() throws Exception {
    assertThat(darkroom.develop(png(30_000, 30_000, new byte[1_000]))).isEqualTo(new Print.Refused(Print.Why.TOO_LARGE));
    assertThat(darkroom.develop(png(2, Integer.MAX_VALUE, new byte[1_000]))).isEqualTo(new Print.Refused(Print.Why.TOO_LARGE));
  }

  @Test
  void a_picture_that_needs_more_memory_than_the_child_has_ends_the_child_alone() throws Exception {
    Print print = new Darkroom(Duration.ofSeconds(60), 20).develop(bytes(halves(3_100, 3_100), "png"));
    assertThat(print).isEqualTo(new Print.Refused(Print.Why.DIED));
  }

  @Test
  void a_child_that_takes_too_long_is_ended() throws Exception {
    assertThat(new Darkroom(Duration.ofMillis(1), 512).develop(bytes(halves(400, 300), "png"))).isEqualTo(new Print.Refused(Print.Why.TOO_LONG));
  }

  @Test
  void what_is_damaged_cut_or_no_picture_is_not_shown() throws Exception {
    byte[] png = bytes(halves(400, 300), "png");
    byte[] polyglot = "\u00ff\u00d8\u00ff<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
    for (byte[] hostile : new byte[][] {Arrays.copyOf(png, png.length / 2), polyglot, new byte[0], png(100, 100, new byte[10])}) {
      assertThat(darkroom.develop(hostile)).isEqualTo(new Print.Refused(Print.Why.UNREADABLE));
    }
  }

  /// Chromium writes WebP with loss below the best quality, and without loss at it.
  @Test
  void a_webp_is_shown_with_its_colours_whoever_packed_it() throws Exception {
    try (Chromium chromium = Chromium.start()) {
      for (double quality : new double[] {0.8, 1}) {
        byte[] picture = webp(chromium, 400, 300, quality);
        Print.Shown shown = shown(darkroom.develop(picture));
        BufferedImage again = ImageIO.read(new ByteArrayInputStream(shown.jpeg()));
        assertThat(new int[] {again.getWidth(), again.getHeight()}).containsExactly(400, 300);
        assertThat(near(again.getRGB(100, 150), Color.RED)).isTrue();
        assertThat(near(again.getRGB(300, 150), Color.BLUE)).isTrue();
        assertThat(darkroom.develop(Arrays.copyOf(picture, picture.length / 2))).as("cut").isEqualTo(new Print.Refused(Print.Why.UNREADABLE));
      }
      assertThat(shown(darkroom.develop(webp(chromium, 4_000, 3_000, 0.8))).width()).as("a phone's own size").isBetween(1_550, Pixels.MOST_SIDE);
    }
  }

  @Test
  void a_turned_webp_is_turned_and_a_bomb_of_one_is_refused_before_it_is_decoded() throws Exception {
    try (Chromium chromium = Chromium.start()) {
      byte[] picture = webp(chromium, 400, 300, 0.8);
      Print.Shown upright = shown(darkroom.develop(turned(picture)));
      assertThat(new int[] {upright.width(), upright.height()}).containsExactly(300, 400);
      BufferedImage again = ImageIO.read(new ByteArrayInputStream(upright.jpeg()));
      assertThat(near(again.getRGB(150, 100), Color.RED)).as("the left half of the file is the upper one").isTrue();
      picture[26] = (byte) 0xff; // the frame's own width and height: 14 bits each, after `VP8 `, its length, its tag and start code
      picture[27] = 0x3f;
      picture[28] = (byte) 0xff;
      picture[29] = 0x3f;
      assertThat(darkroom.develop(picture)).isEqualTo(new Print.Refused(Print.Why.TOO_LARGE));
    }
  }

  @Test
  void damaged_webps_are_shown_or_refused_and_harm_nobody() throws Exception {
    try (Chromium chromium = Chromium.start()) {
      byte[] picture = webp(chromium, 64, 48, 1);
      Random random = new Random(4471);
      for (int i = 0; i < 20; i++) {
        byte[] damaged = picture.clone();
        for (int flips = 0; flips < 8; flips++) {
          damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Print print = darkroom.develop(damaged);
        assertThat(print instanceof Print.Shown || print.equals(new Print.Refused(Print.Why.UNREADABLE)) || print.equals(new Print.Refused(Print.Why.TOO_LARGE))
            || print.equals(new Print.Refused(Print.Why.DIED))).as("damage " + i).isTrue();
      }
      byte[] endless = "RIFF\u00ff\u00ff\u00ff\u00ffWEBPEXIF\u00f8\u00ff\u00ff\u00ffVP8X".getBytes(StandardCharsets.ISO_8859_1);
      assertThat(darkroom.develop(endless)).isEqualTo(new Print.Refused(Print.Why.UNREADABLE));
    }
  }

  /// Behind a picture may lie a page or another file: what is drawn anew ends with its pixels.
  @Test
  void a_polyglot_loses_what_it_carries() throws Exception {
    byte[] tail = "<script>kestrel-4471</script>".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
    polyglot.write(bytes(halves(40, 30), "jpeg"));
    polyglot.write(tail);
    Print.Shown shown = shown(darkroom.develop(polyglot.toByteArray()));
    assertThat(new String(shown.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("kestrel-4471");
  }

  private static byte[] webp(Chromium chromium, int width, int height, double quality) {
    Object url = chromium.page(400, 400, ColorScheme.LIGHT).evaluate("""
        ([width, height, quality]) => {
          const canvas = document.createElement('canvas');
          canvas.width = width; canvas.height = height;
          const to = canvas.getContext('2d', { alpha: false });
          to.fillStyle = '#f00'; to.fillRect(0, 0, width / 2, height);
          to.fillStyle = '#00f'; to.fillRect(width / 2, 0, width / 2, height);
          return canvas.toDataURL('image/webp', quality);
        }""", List.of(width, height, quality));
    byte[] picture = picture(Base64.getDecoder().decode(url.toString().substring("data:image/webp;base64,".length())));
    assertThat(new String(picture, 12, 4, StandardCharsets.US_ASCII)).isEqualTo(quality < 1 ? "VP8 " : "VP8L");
    return picture;
  }

  /// Without the header and the colour profile around it, as a page sends it.
  private static byte[] picture(byte[] file) {
    ByteBuffer parts = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int at = 12;
    while (!new String(file, at, 3, StandardCharsets.US_ASCII).equals("VP8") || file[at + 3] == 'X') {
      at += 8 + parts.getInt(at + 4) + parts.getInt(at + 4) % 2;
    }
    int part = 8 + parts.getInt(at + 4) + parts.getInt(at + 4) % 2;
    return ByteBuffer.allocate(12 + part).order(ByteOrder.LITTLE_ENDIAN).put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + part)
        .put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(file, at, part).array();
  }

  /// The same picture as a page writes it that lies on its side: with a header that announces the Exif behind it.
  private static byte[] turned(byte[] plain) {
    byte[] exif = HexFormat.of().parseHex("4d4d002a00000008" + "00010112000300000001" + "00060000" + "00000000" + "00");
    ByteBuffer file = ByteBuffer.allocate(plain.length + 18 + 8 + exif.length + 1).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity() - 8).put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10);
    file.put((byte) 8).put(new byte[3]).putShort((short) 399).put((byte) 0).putShort((short) 299).put((byte) 0);
    file.put(plain, 12, plain.length - 12).put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif).put((byte) 0);
    return file.array();
  }

  private static Print.Shown shown(Print print) {
    assertThat(print).isInstanceOf(Print.Shown.class);
    return (Print.Shown) print;
  }

  private static boolean near(int rgb, Color wanted) {
    Color color = new Color(rgb);
    return Math.abs(color.getRed() - wanted.getRed()) + Math.abs(color.getGreen() - wanted.getGreen()) + Math.abs(color.getBlue() - wanted.getBlue()) < 40;
  }

  private static BufferedImage halves(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = image.createGraphics();
    to.setColor(Color.RED);
    to.fillRect(0, 0, width / 2, height);
    to.setColor(Color.BLUE);
    to.fillRect(width / 2, 0, width - width / 2, height);
    to.dispose();
    return image;
  }

  private static byte[] bytes(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  /// A PNG that says how large it is and holds as much as it likes.
  private static byte[] png(int width, int height, byte[] data) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(data);
    }
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream numbers = new DataOutputStream(header);
    numbers.writeInt(width);
    numbers.writeInt(height);
    numbers.write(new byte[] {8, 2, 0, 0, 0});
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    chunk(png, "IHDR", header.toByteArray());
    chunk(png, "IDAT", packed.toByteArray());
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
    DataOutputStream out = new DataOutputStream(png);
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
