package watchword.drill;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import watchword.core.report.Channel;
import watchword.core.report.ReportId;

/// Pictures that some of a world's senders add to what they saw, drawn from its seed; who passes a report on passes its picture on.
///
/// Each bears a band of coloured squares that stands in no other: the marker by which it is known again.
///
/// @param of JPEGs by the id of the report in the world
record Snapshots(Map<ReportId, byte[]> of) {

  /// One witness in so many has a picture.
  private static final int ONE_IN = 6;

  /// A quarter of an hour has eight slots for pictures, of which half go to anyone.
  private static final int IN_A_TICK = 3;

  private static final long TICK_SECONDS = 900;
  private static final int WIDTH = 480;
  private static final int HEIGHT = 320;
  private static final int SQUARE = 16;

  /// So many bytes of a picture stand in no other file by chance.
  private static final int RUN = 24;

  Snapshots {
    of = Map.copyOf(of);
  }

  static Snapshots of(World world) {
    Map<ReportId, byte[]> pictures = new HashMap<>();
    Map<Long, Integer> taken = new HashMap<>();
    int witnesses = 0;
    for (Sending sending : world.sendings()) {
      if (sending.report().channel() != Channel.SEALED) {
        continue;
      }
      Optional<byte[]> passedOn = sending.copyOf().flatMap(original -> Optional.ofNullable(pictures.get(original)));
      boolean witness = sending.copyOf().isEmpty() && sending.report().stance().witnessed() && sending.truth() instanceof Truth.Of;
      witnesses += witness ? 1 : 0;
      long tick = Math.floorDiv(sending.at().getEpochSecond(), TICK_SECONDS);
      if ((passedOn.isPresent() || (witness && witnesses % ONE_IN == 0)) && taken.merge(tick, 1, Integer::sum) <= IN_A_TICK) {
        pictures.put(sending.report().id(), passedOn.orElseGet(() -> draw(new SplittableRandom(world.seed() ^ sending.report().id().hashCode()))));
      }
    }
    return new Snapshots(pictures);
  }

  /// From the middle of each picture a run of bytes, as Latin-1, to be looked for in public files.
  Set<String> runs() {
    Set<String> runs = new HashSet<>();
    of.values().forEach(jpeg -> runs.add(new String(jpeg, jpeg.length / 2, RUN, StandardCharsets.ISO_8859_1)));
    return runs;
  }

  /// Without it a picture would fit the small envelopes, in which words go.
  private static void grain(BufferedImage image, SplittableRandom random) {
    for (int y = 0; y < HEIGHT - SQUARE; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, image.getRGB(x, y) ^ (random.nextInt(16) * 0x010101));
      }
    }
  }

  private static byte[] draw(SplittableRandom random) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = image.createGraphics();
    int horizon = random.nextInt(HEIGHT / 3, HEIGHT / 2);
    to.setPaint(new GradientPaint(0, 0, new Color(70, 80, 100), 0, horizon, new Color(170, 170, 160)));
    to.fillRect(0, 0, WIDTH, horizon);
    to.setPaint(new GradientPaint(0, horizon, new Color(90, 95, 70), 0, HEIGHT, new Color(50, 55, 40)));
    to.fillRect(0, horizon, WIDTH, HEIGHT - horizon);
    for (int thing = random.nextInt(3, 7); thing > 0; thing--) {
      to.setColor(new Color(random.nextInt(20, 60), random.nextInt(25, 60), random.nextInt(20, 50)));
      int width = random.nextInt(30, 80);
      to.fillRect(random.nextInt(WIDTH - width), horizon + random.nextInt(-10, 60), width, width / 2);
    }
    for (int x = 0; x < WIDTH; x += SQUARE) {
      to.setColor(new Color(random.nextInt(1 << 24)));
      to.fillRect(x, HEIGHT - SQUARE, SQUARE, SQUARE);
    }
    to.dispose();
    grain(image, random);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "jpeg", jpeg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jpeg.toByteArray();
  }
}
