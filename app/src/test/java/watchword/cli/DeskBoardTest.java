package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.archive.KindsFile;
import watchword.board.BoardCheck;
import watchword.board.BoardVerdict;
import watchword.board.Minisign;
import watchword.desk.Office;
import watchword.member.Pseudonym;
import watchword.seal.Bundle;
import watchword.seal.Epoch;
import watchword.seal.SignedBundle;

/// The board a real desk makes, and the bundle it publishes ahead, name one key.
class DeskBoardTest {

  private static final URI NO_HUB = URI.create("http://127.0.0.1:9");
  private static final Pseudonym HERON = new Pseudonym("heron");

  @TempDir Path folder;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));

  @Test
  void the_key_in_every_bundle_ahead_verifies_the_boards_manifest_and_files() throws Exception {
    Office.Tools tools = new Office.Tools(() -> now, new SecureRandom(), 10, KindsFile.builtIn());
    char[] passphrase = "seven quiet herons".toCharArray();
    Office office = Office.found(folder.resolve("desk"), "Lorne Watch", 1, HERON, passphrase, tools).office();
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
}
