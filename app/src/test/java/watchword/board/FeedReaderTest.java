package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.bulletin.Basis;
import watchword.core.bulletin.Status;
import watchword.core.kind.Language;
import watchword.hub.Hub;
import watchword.hub.HubConfig;
import watchword.hub.Listen;
import watchword.hub.Slots;
import watchword.seal.Bytes;
import watchword.seal.Layout;
import watchword.seal.VerifyKey;

/// What a stock feed reader (newsboat) makes of the feed, collected from the hub.
class FeedReaderTest {

  private static final Slots FEW = new Slots(new Layout(2, 0, 0, 0, 0), new Layout(0, 1, 0, 0, 0), new Layout(2, 0, 0, 0, 0));

  /// A line of the reader's list.
  private record Item(String title, String url, String content) {}

  @TempDir Path folder;

  private final Lorne.BoardKey key = Lorne.BoardKey.generate();
  private Board board;
  private Hub hub;

  @BeforeEach
  void aBoardBehindAHub() throws IOException {
    board = new Board(folder.resolve("board"), Lorne.assets(folder.resolve("assets")), key.key(), key.signer(), InstantSource.system());
    hub = Hub.open(
        new HubConfig(
            folder.resolve("data"), board.current(), Files.createDirectories(folder.resolve("bundles")), new Listen.Port(0),
            new VerifyKey(Bytes.of(new byte[VerifyKey.LENGTH])), FEW, 8, 4),
        InstantSource.system());
  }

  @AfterEach
  void close() throws IOException {
    hub.close();
  }

  @Test
  void a_reader_shows_every_version_with_its_page() throws Exception {
    board.publish(Lorne.night().board());
    Map<String, Item> items = collect();
    assertThat(items.keySet()).contains(Urn.of("entry", "column", "1", "en"), Urn.of("entry", "column", "2", "en"));
    assertThat(items).hasSize(17).allSatisfy((id, item) -> {
      assertThat(item.url()).startsWith(address() + "/b/").endsWith(".html");
      assertThat(item.title()).isNotBlank();
    });
  }

  @Test
  void a_withdrawal_reaches_a_reader_that_holds_the_claim() throws Exception {
    Lorne lorne = new Lorne(Language.EN)
        .tell("bridge", Status.CONFIRMED, "explosion", Lorne.near("Dal", 51.92, -33.62, 20), 40, 240, Basis.CHECKED_TWICE, "");
    board.publish(lorne.board());
    String id = Urn.of("entry", "bridge", "1", "en");
    assertThat(collect()).containsOnlyKeys(id);
    assertThat(collect().get(id)).satisfies(item -> assertThat(item.title()).startsWith("CONFIRMED: "));
    board.publish(lorne.cancel("bridge", 0, "It was thunder.").boardAt(Lorne.NOW.plus(Duration.ofMinutes(15))));
    Map<String, Item> later = collect();
    assertThat(later).hasSize(2).containsKey(id).allSatisfy((version, item) -> {
      assertThat(item.title()).startsWith("RETRACTED: ");
      assertThat(item.content()).contains("It was thunder.").doesNotContain("CONFIRMED");
    });
  }

  private String address() {
    return "http://127.0.0.1:" + hub.port().orElseThrow();
  }

  /// Lets the reader collect the feed into its cache, and looks what it then holds.
  private Map<String, Item> collect() throws IOException, InterruptedException, SQLException {
    Path cache = folder.resolve("cache.db");
    Files.writeString(folder.resolve("urls"), address() + "/feed.atom\n");
    Files.writeString(folder.resolve("config"), "");
    ProcessBuilder command = new ProcessBuilder("newsboat", "-u", "urls", "-c", cache.toString(), "-C", "config", "-x", "reload")
        .directory(folder.toFile()).redirectErrorStream(true);
    command.environment().put("HOME", folder.toString());
    Process newsboat = command.start();
    String said = new String(newsboat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(newsboat.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(newsboat.exitValue()).as(said).isZero();
    Map<String, Item> items = new TreeMap<>();
    try (Connection held = DriverManager.getConnection("jdbc:sqlite:" + cache);
        ResultSet rows = held.createStatement().executeQuery("select guid, title, url, content from rss_item")) {
      while (rows.next()) {
        items.put(rows.getString(1), new Item(rows.getString(2), rows.getString(3), rows.getString(4)));
      }
    }
    return items;
  }
}
