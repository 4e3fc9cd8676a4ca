package watchword.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.drill.Drill;
import watchword.drill.World;
import watchword.drill.WorldSize;

/// A reader who lets no site run scripts takes the offline sealer, seals on the disk, hands the file in by a plain form; the desk reads it.
class A05_WithoutTheSitesScriptTest {

  private static final String WORDS = "Water stands in the cellar of the mill, 40 cm, rising.";

  @TempDir Path folder;

  @Test
  void a_report_sealed_offline_and_handed_in_without_script_is_read_at_the_desk() throws Exception {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    World world = World.seeded(1, WorldSize.USUAL, now.plus(Duration.ofHours(6))); // nothing of its own happens meanwhile
    try (Drill drill = new Drill(world, folder.resolve("machines"), 0, InstantSource.system()); Chromium chromium = Chromium.start()) {
      int before = drill.desk().reports();
      Page reader = chromium.withoutScript(360, 740);
      reader.navigate(drill.address() + "/");
      reader.click("noscript a");
      Path sealer = folder.resolve("sealer.html");
      Download page = reader.waitForDownload(() -> reader.click("a[download='sealer.html']"));
      page.saveAs(sealer);
      assertThat(reader.locator("main").textContent()).contains(sha256(sealer));

      Path sealed = folder.resolve("a.sealed");
      seals(chromium.page(360, 740, ColorScheme.LIGHT), sealer, sealed);
      assertThat(sealed).hasSize(16_384);

      reader.setInputFiles("input[type=file]", sealed);
      reader.click(".hand-in button");
      assertThat(reader.locator("h1").first().textContent()).isEqualTo("On our server");
      assertThat(reader.url()).isEqualTo(drill.address() + "/upload");
      drill.minute(now.plus(Duration.ofMinutes(1)));
      assertThat(drill.desk().reports()).isEqualTo(before + 1);
      chromium.assertNoComplaints();
    }
  }

  private static void seals(Page page, Path sealer, Path sealed) {
    page.navigate(sealer.toUri().toString());
    page.click("#begin");
    page.click(".tile:has-text('Flood')");
    page.click(".choice:has-text('It is still there')");
    page.fill("#tell-place", "korv");
    page.click(".choice:text-is('Korvan')");
    page.click(".choice:text-is('In it')");
    page.click(".choice:has-text('In the last hour')");
    page.click(".choice:has-text('I saw it')");
    page.fill("#tell-text", WORDS);
    page.click(".primary");
    page.click(".primary");
    page.waitForSelector("h2:text-is('Sealed')");
    Download file = page.waitForDownload(() -> page.click("a.save"));
    file.saveAs(sealed);
  }

  private static String sha256(Path file) throws Exception {
    byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return java.util.HexFormat.of().formatHex(hash);
  }
}
