package watchword.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.Epoch;
import watchword.seal.Root;
import watchword.seal.SealedSize;
import watchword.seal.StopSheet;

class A09_StopSheetTest {
  private static final String BUNDLE = "/bundle/2026-11-22.bin";
  private static final String NOTICE = "/bundle/stop.txt";

  private final Path folder;
  private final Scene scene;
  private final Root root = Root.generate(new SecureRandom());

  A09_StopSheetTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.scene = Scene.in(folder);
  }

  @BeforeEach
  void fill() throws IOException {
    scene.board("index.html", "<h1>Now</h1>").board("root.bin", root.publicPart().raw());
    Files.write(folder.resolve("bundles/2026-11-22.bin"), new byte[16_384]);
  }

  @AfterEach
  void close() throws IOException {
    assertThat(scene.hub().faults()).isZero();
    scene.close();
    root.close();
  }

  @Test
  void a_valid_sheet_closes_a_running_hub_at_its_next_tick_and_the_board_stays_readable() throws Exception {
    assertThat(scene.post(Scene.report(SealedSize.SMALL, 1))).isEqualTo(204);
    byte[] sheet = sheetOf(root);
    put(sheet);
    scene.hub().tickSmall();

    assertThat(scene.post(Scene.report(SealedSize.SMALL, 2))).isEqualTo(503);
    assertThat(scene.post(Scene.report(SealedSize.MEDIUM, 3))).isEqualTo(503);
    assertThat(scene.get(BUNDLE).status()).isEqualTo(404);
    assertThat(scene.get(NOTICE).body()).isEqualTo(sheet);
    assertThat(scene.get("/").text()).isEqualTo("<h1>Now</h1>");
    assertThat(scene.hub().news()).contains("The stop sheet made on 2026-11-22 is the desk's: this hub takes no reports any more.");
    assertThat(scene.hub().news()).isEmpty();
  }

  @Test
  void a_closed_hub_answers_a_report_with_the_bytes_of_a_full_one() throws Exception {
    put(sheetOf(root));
    scene.hub().tickSmall();
    try (Wire wire = scene.wire()) {
      byte[] report = Scene.report(SealedSize.SMALL, 1);
      Wire.Answer answer = wire.send(Scene.postHead(report.length, Scene.NO_WORK)).send(report).answer();
      assertThat(String.join("\r\n", answer.lines()) + "\r\n\r\n").isEqualTo(new String(Answers.FULL, UTF_8));
    }
  }

  @Test
  void whoever_holds_a_closed_desk_s_keys_fetches_nothing_more() throws Exception {
    assertThat(scene.post(Scene.report(SealedSize.SMALL, 1))).isEqualTo(204);
    scene.hub().tickSmall();
    assertThat(scene.pull()).isPresent();
    put(sheetOf(root));
    scene.hub().tickSmall();
    assertThat(scene.pull()).isEmpty();
  }

  @Test
  void a_hub_stays_closed_after_a_restart_and_when_the_sheet_is_taken_away_while_it_runs() throws Exception {
    put(sheetOf(root));
    scene.restart();
    assertThat(scene.post(Scene.report(SealedSize.SMALL, 1))).isEqualTo(503);
    Files.delete(folder.resolve("bundles/stop.txt"));
    scene.hub().tickSmall();
    assertThat(scene.post(Scene.report(SealedSize.SMALL, 1))).isEqualTo(503);
    assertThat(scene.get(BUNDLE).status()).isEqualTo(404);
  }

  @Test
  void a_forged_sheet_closes_nothing_is_not_served_and_is_told_once() throws Exception {
    try (Root other = Root.generate(new SecureRandom())) {
      put(sheetOf(other));
    }
    scene.hub().tickSmall();
    assertThat(scene.hub().news().orElseThrow())
        .startsWith("stop.txt beside the bundles closes nothing: stop sheet: the signature is not this root's");
    scene.hub().tickSmall();
    assertThat(scene.hub().news()).isEmpty();
    remainsOpen();
  }

  @Test
  void junk_and_a_sheet_without_a_root_to_check_it_by_close_nothing() throws Exception {
    put(new byte[1_000_000]);
    scene.hub().tickSmall();
    assertThat(scene.hub().news().orElseThrow()).contains("more than 16384 bytes");
    put(sheetOf(root));
    Files.delete(folder.resolve("board/root.bin"));
    scene.hub().tickSmall();
    assertThat(scene.hub().news().orElseThrow()).contains("the board has no root.bin to check it by");
    remainsOpen();
  }

  private void remainsOpen() throws IOException {
    assertThat(scene.post(Scene.report(SealedSize.SMALL, 1))).isEqualTo(204);
    assertThat(scene.get(BUNDLE).status()).isEqualTo(200);
    assertThat(scene.get(NOTICE).status()).isEqualTo(200);
    assertThat(scene.get(NOTICE).body()).isEmpty();
  }

  private static byte[] sheetOf(Root root) {
    return StopSheet.sign(root, "property aunt gasp exchange mountain fabric", new Epoch(20_779)).text();
  }

  private void put(byte[] sheet) throws IOException {
    Files.write(folder.resolve("bundles/stop.txt"), sheet);
  }
}
