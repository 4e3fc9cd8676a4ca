package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.archive.KindsFile;
import watchword.board.BoardCheck;
import watchword.board.BoardVerdict;
import watchword.board.Minisign;
import watchword.desk.Founding;
import watchword.desk.Office;
import watchword.member.Pseudonym;
import watchword.seal.Bundle;
import watchword.seal.Epoch;
import watchword.seal.SignedBundle;

/// The board a real desk makes, and the bundle it publishes ahead, name one key.
class DeskBoardTest {

  private static final URI NO_HUB = URI.create("http://127.0.0.1:9");
  private static final Pseudonym HERON = new Pseudonym("heron");

  private static final String PASSPHRASE = "seven quiet herons";

  @TempDir Path folder;

  private Instant now = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));

  @Test
  void the_key_in_every_bundle_ahead_verifies_the_boards_manifest_and_files() throws Exception {
    Office.Tools tools = tools();
    Office office = founded(tools);
    PrintWriter trouble = new PrintWriter(new StringWriter());
    try (DeskAtWork work = DeskAtWork.begin(office, NO_HUB, ZoneOffset.UTC, () -> now, trouble)) {
      work.minute();
      Path board = office.folder().board().resolve("current");
      for (int day = 0; day < 3; day++) {
        Epoch epoch = Epoch.of(now).plusDays(day);
        SignedBundle signed = SignedBundle.parse(Files.readAllBytes(office.folder().bundle(epoch)));
        assertThat(signed.check(office.file().root(), epoch.begin())).isInstanceOf(SignedBundle.Valid.class);
        Bundle bundle = ((SignedBundle.Valid) signed.check(office.file().root(), epoch.begin())).bundle();
        Minisign.Key key = Minisign.Key.of(bundle.boardKey().id().toArray(), bundle.boardKey().key().raw().toArray());
        assertThat(BoardCheck.check(board, key)).isInstanceOf(BoardVerdict.Whole.class);
      }
    }
  }

  @Test
  void each_courier_key_brings_another_sealer_and_its_hash_stands_on_the_board_in_place_of_the_last_ones() throws Exception {
    Office.Tools tools = tools();
    String first = sealer(founded(tools));
    now = now.plus(Duration.ofDays(14));
    assertThat(sealer(unlocked(tools))).as("of the same courier key").isEqualTo(first);
    now = now.plus(Duration.ofDays(1));
    String second = sealer(unlocked(tools));
    assertThat(second).isNotEqualTo(first);
    assertThat(Files.readString(board().resolve("check.html")) + Files.readString(board().resolve("manifest.json"))).doesNotContain(first);
  }

  /// Publishes, and returns the hash of the sealer, which the page on checking and the manifest name.
  private String sealer(Office office) throws Exception {
    try (DeskAtWork work = DeskAtWork.begin(office, NO_HUB, ZoneOffset.UTC, () -> now, new PrintWriter(new StringWriter()))) {
      work.minute();
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(board().resolve("sealer.html"))));
      assertThat(Files.readString(board().resolve("check.html"))).containsOnlyOnce(hash);
      JsonNode files = JsonMapper.builder().build().readTree(board().resolve("manifest.json").toFile()).get("files");
      assertThat(files.get("sealer.html").toString()).contains(hash);
      return hash;
    }
  }

  private Path board() {
    return folder.resolve("desk").resolve("board").resolve("current");
  }

  private Office.Tools tools() {
    return new Office.Tools(() -> now, new SecureRandom(), 10, KindsFile.builtIn());
  }

  private Office founded(Office.Tools tools) throws Exception {
    return Founding.found(folder.resolve("desk"), "Lorne Watch", 1, HERON, PASSPHRASE.toCharArray(), tools).office();
  }

  private Office unlocked(Office.Tools tools) throws Exception {
    Office office = Office.open(folder.resolve("desk"), tools);
    assertThat(office.unlock(HERON, PASSPHRASE.toCharArray())).isTrue();
    return office;
  }
}
