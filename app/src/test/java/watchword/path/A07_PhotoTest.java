package watchword.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.console.Console;
import watchword.console.ConsoleConfig;
import watchword.console.Unlock;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.drill.Drill;
import watchword.drill.World;
import watchword.drill.WorldSize;

/// A photo with all that a phone writes into it, from the form to a member's eyes.
class A07_PhotoTest {

  private static final String SERIAL = "kestrel-serial-4471";
  private static final Member ANNA = new Member("anna", "grey heron over water");

  /// The hub's larger slots are collected on this grid.
  private static final long GRID = Duration.ofMinutes(15).toSeconds();

  @TempDir Path folder;

  private Instant now = Instant.ofEpochSecond((Instant.now().getEpochSecond() / GRID + 1) * GRID);

  @Test
  void a_photo_loses_its_device_on_the_phone_keeps_its_pixels_and_is_seen_at_the_desk() throws Exception {
    Path photo = photo();
    try (Chromium chromium = Chromium.start();
        Drill drill = new Drill(World.seeded(1, new WorldSize(5, 0, 1), now.plus(Duration.ofHours(1))), folder.resolve("machines"), 0, InstantSource.system());
        Console console = Console.open(drill.desk(), config(drill), () -> now)) {
      tells(Phone.open(chromium, drill, ColorScheme.LIGHT), photo);
      minutes(drill, 16);
      Case one = drill.desk().queue(now).getFirst();
      ReportId id = one.incident().reports().getFirst();
      assertThat(drill.desk().sight("anna").photos(id)).containsExactly(true);

      byte[] kept = drill.desk().photo("anna", id, 0, now).picture().orElseThrow();
      assertThat(Files.size(photo)).as("what a phone wrote").isGreaterThan(kept.length + 1_000L);
      assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(SERIAL, "Kestrel", "http");
      assertSamePixels(ImageIO.read(photo.toFile()), ImageIO.read(new ByteArrayInputStream(kept)));

      Page anna = ANNA.unlock(chromium, console, 360);
      anna.navigate("http://127.0.0.1:" + console.port() + "/incident?id=" + URLEncoder.encode(one.incident().id().value(), StandardCharsets.UTF_8));
      anna.click("button:text-is('Photo 1')");
      anna.waitForSelector("img.photo");
      assertThat(anna.evaluate("() => { const i = document.querySelector('img.photo'); return [i.naturalWidth, i.naturalHeight].join() }")).as("upright").isEqualTo("240,320");
      assertThat(anna.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
      chromium.assertNoComplaints();
    }
  }

  private static void tells(Phone phone, Path photo) {
    phone.tapFlood();
    phone.next();
    FileChooser chooser = phone.page().waitForFileChooser(() -> phone.page().click("text=Add a photo"));
    chooser.setFiles(photo);
    phone.page().waitForSelector("figcaption:has-text('1.jpg')");
    phone.next();
    phone.send();
  }

  /// 320 by 240, to be shown turned, with place, device, thumbnail, words and a second picture behind its end.
  private Path photo() throws Exception {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = image.createGraphics();
    for (int i = 0; i < 40; i++) {
      to.setColor(new Color(i * 6, 255 - i * 6, (i * 37) & 255));
      to.fillRect(i * 8, (i * 29) % 200, 30, 40);
    }
    to.dispose();
    Path photo = folder.resolve("IMG_home.jpg");
    Path thumbnail = folder.resolve("thumbnail.jpg");
    ImageIO.write(image, "jpeg", photo.toFile());
    ImageIO.write(image, "jpeg", thumbnail.toFile());
    Process exiftool = new ProcessBuilder(
        "exiftool", "-q", "-m", "-overwrite_original", "-Orientation#=6", "-Make=Kestrel", "-SerialNumber=" + SERIAL, "-GPSLatitude=54.12345", "-GPSLongitude=33.1",
        "-DateTimeOriginal=2026:11:22 10:00:00", "-XMP:CreatorTool=" + SERIAL, "-Comment=" + SERIAL, "-ThumbnailImage<=" + thumbnail, photo.toString()).inheritIO().start();
    assertThat(exiftool.waitFor()).isZero();
    Files.write(photo, Files.readAllBytes(thumbnail), java.nio.file.StandardOpenOption.APPEND);
    return photo;
  }

  private static void assertSamePixels(BufferedImage one, BufferedImage other) {
    assertThat(new int[] {other.getWidth(), other.getHeight()}).containsExactly(one.getWidth(), one.getHeight());
    assertThat(other.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth()))
        .isEqualTo(one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth()));
  }

  private static ConsoleConfig config(Drill drill) {
    return ConsoleConfig.of(0, Drill.DESK_NAME, ZoneOffset.UTC, Unlock.of(Map.of(ANNA.name(), ANNA.passphrase())), drill.kinds(), drill.world().gazetteer());
  }

  private void minutes(Drill drill, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      now = now.plus(Duration.ofMinutes(1));
      drill.minute(now);
    }
  }
}
