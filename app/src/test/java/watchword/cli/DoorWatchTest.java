package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.archive.KindsFile;
import watchword.desk.Founding;
import watchword.desk.Office;
import watchword.desk.TestReports;
import watchword.gate.DirectoryInbox;
import watchword.gate.Gate;
import watchword.gate.HttpDoor;
import watchword.gate.Inbox;
import watchword.gate.PublicDoor;
import watchword.hub.Hub;
import watchword.hub.HubConfig;
import watchword.hub.Listen;
import watchword.hub.Slots;
import watchword.member.Pseudonym;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.Epoch;
import watchword.seal.EpochKeys;
import watchword.seal.Layout;
import watchword.seal.SigningKey;
import watchword.seal.StopSheet;

/// Test reports through a real hub: out by its public address, back through the gate.
class DoorWatchTest {

  private static final Pseudonym HERON = new Pseudonym("heron");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int WORK_BITS = 4;
  private static final TestSending.Pace QUICK =
      new TestSending.Pace(Duration.ZERO, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(50));
  private static final Slots FEW = new Slots(new Layout(24, 0, 0, 0, 0), new Layout(0, 1, 0, 0, 0), new Layout(24, 0, 0, 0, 0));

  @TempDir Path folder;

  private final StringWriter said = new StringWriter();
  private volatile Instant now = Instant.now();
  private Office office;
  private byte[] stopSheet = {};
  private Hub hub;
  private Gate gate;
  private HttpDoor back;
  private Inbox inbox;
  private TestReports tests;
  private TestSending sending;
  private DoorWatch watch;

  @BeforeEach
  void begin() throws Exception {
    Founding.Founded founded = Founding.found(folder.resolve("desk"), "Lorne Watch", 2, HERON, "seven quiet herons".toCharArray(),
        new Office.Tools(() -> now, RANDOM, 10, KindsFile.builtIn()));
    office = founded.office();
    stopSheet = founded.stopSheet();
    Path board = Files.createDirectories(folder.resolve("board/assets"));
    Files.writeString(board.resolve("page.js"), "// nothing\n");
    Files.writeString(folder.resolve("board/index.html"), "<!doctype html><script src=\"assets/page.js\"></script>\n");
    hub = Hub.open(new HubConfig(folder.resolve("hub"), folder.resolve("board"), office.folder().bundles(), new Listen.Port(0), office.file().gate(), FEW, WORK_BITS,
        HubConfig.STANDARD_MAX_WAITING), () -> now);
    back = new HttpDoor(address());
    inbox = new DirectoryInbox(office.folder().inbox());
    gate = new Gate(back, new EpochKeys(new DirectoryKeyStore(office.folder().keys()), RANDOM, () -> now), SigningKey.of(Files.readAllBytes(office.folder().gateKey())), inbox, () -> now);
    watch(address());
  }

  private void watch(URI publicAddress) throws Exception {
    tests = TestReports.open(office.folder(), KindsFile.builtIn(), List.of(), RANDOM, now);
    sending = new TestSending(office.folder(), office.file(), new PublicDoor(publicAddress, Optional.empty()), tests, () -> now, RANDOM, QUICK);
    watch = new DoorWatch(office, tests, sending, () -> now, new Bell(new PrintWriter(said), Optional.empty()), ZoneOffset.UTC);
  }

  @AfterEach
  void close() throws Exception {
    watch.close();
    back.close();
    hub.close();
    office.close();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + hub.port().orElseThrow());
  }

  @Test
  void a_test_report_goes_out_by_the_public_address_comes_back_through_the_gate_and_is_nobodys_report() throws Exception {
    office.lock();
    sendOne();
    assertThat(waiting()).as("in the inbox of a locked desk").isEqualTo(1);
    watch.minute(inbox);
    assertThat(waiting()).as("known without a member's key").isZero();
    assertThat(tests.lastBack()).contains(now.truncatedTo(ChronoUnit.SECONDS));
    assertThat(watch.status()).contains("the last test report came back on");
    later(Duration.ofHours(1));
    assertThat(said.toString()).isEmpty();
    assertThat(watch.notices()).isEmpty();
  }

  @Test
  void a_test_report_leaves_a_key_alone_that_the_desk_is_writing() throws Exception {
    Path halfWritten = Files.write(office.folder().keys().resolve("new"), new byte[] {1, 2, 3});
    sendOne();
    assertThat(waiting()).isEqualTo(1);
    assertThat(halfWritten).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void one_that_the_hub_took_and_dropped_rings_once_and_one_that_comes_back_ends_it() throws Exception {
    sendOne();
    drop();
    later(TestReports.MISSED_AFTER.plusMinutes(1));
    assertThat(said.toString()).contains("was taken by the public door and did not come back in 17 minutes");
    assertThat(watch.notices()).hasSize(1);
    later(Duration.ofMinutes(5));
    assertThat(said.toString().lines()).hasSize(1);

    now = now.plus(Duration.ofHours(5));
    sendOne();
    watch.minute(inbox);
    assertThat(said.toString().lines().toList().getLast()).contains("a test report came back");
    assertThat(watch.notices()).isEmpty();
  }

  @Test
  void a_public_address_where_nobody_answers_rings_though_the_gate_still_collects() throws Exception {
    watch.close();
    watch(URI.create("http://127.0.0.1:9"));
    goesOut();
    await(() -> sending.trouble().isPresent());
    later(TestReports.MISSED_AFTER.plusMinutes(1));
    assertThat(said.toString()).contains("was not taken by the public door in 17 minutes: it does not answer, or breaks off. ").contains("look whether the hub runs");
    gate.collect();
  }

  @Test
  void a_hub_that_serves_yesterdays_bundle_alone_is_a_door_that_is_shut() throws Exception {
    Path bundle = office.folder().bundle(Epoch.of(now));
    Files.copy(bundle, folder.resolve("kept"));
    Files.delete(bundle);
    Files.deleteIfExists(bundle.resolveSibling(bundle.getFileName() + ".gz"));
    goesOut();
    await(() -> sending.trouble().isPresent());
    later(TestReports.MISSED_AFTER.plusMinutes(1));
    assertThat(said.toString()).contains("was not taken by the public door in 17 minutes: the public address does not serve today's bundle. ");
  }

  @Test
  void a_fault_of_ours_while_sending_is_rung_for_as_one_by_its_name_alone() throws Exception {
    try (Stream<Path> keys = Files.list(office.folder().keys())) {
      for (Path key : keys.filter(key -> String.valueOf(key.getFileName()).startsWith("gate-")).toList()) {
        Files.write(key, new byte[7]);
      }
    }
    goesOut();
    await(() -> sending.trouble().isPresent());
    later(TestReports.MISSED_AFTER.plusMinutes(1));
    assertThat(said.toString()).contains(": it could not be sent, by a fault of ours (UncheckedIOException); tell us. ").doesNotContain("gate-", "too short", folder.toString());
  }

  @Test
  void after_a_restart_a_ring_still_stands_rings_no_second_time_and_is_entered_when_a_member_unlocks() throws Exception {
    office.lock();
    sendOne();
    drop();
    later(TestReports.MISSED_AFTER.plusMinutes(1));
    assertThat(said.toString().lines()).hasSize(1);

    watch.close();
    watch(address());
    assertThat(watch.notices()).hasSize(1);
    later(TestReports.MISSED_AFTER.plusMinutes(1));
    assertThat(said.toString().lines()).hasSize(1);
    assertThat(tests.owed()).isPresent();
    assertThat(office.unlock(HERON, "seven quiet herons".toCharArray())).isTrue();
    watch.minute(inbox);
    assertThat(tests.owed()).isEmpty();
  }

  /// A hub in other hands that shows the sheet and takes reports all the same; without the sheet the same sender sends.
  @Test
  void where_the_desks_stop_sheet_stands_nothing_is_sent_as_by_a_page() throws Exception {
    Path sheet = office.folder().bundles().resolve(StopSheet.FILE_NAME);
    Files.write(sheet, stopSheet);
    AtomicInteger looked = new AtomicInteger();
    AtomicInteger sent = new AtomicInteger();
    HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext("/", asked -> {
      String path = asked.getRequestURI().getPath();
      Path file = path.startsWith("/bundle/") ? office.folder().bundles().resolve(path.substring("/bundle/".length()))
          : folder.resolve("board" + (path.equals("/") ? "/index.html" : path));
      looked.addAndGet(path.endsWith(StopSheet.FILE_NAME) ? 1 : 0);
      sent.addAndGet(asked.getRequestMethod().equals("POST") ? 1 : 0);
      if (asked.getRequestMethod().equals("GET") && Files.exists(file)) {
        asked.sendResponseHeaders(200, Files.size(file));
        Files.copy(file, asked.getResponseBody());
      } else {
        asked.sendResponseHeaders(asked.getRequestMethod().equals("POST") ? 204 : 404, -1);
      }
      asked.close();
    });
    other.start();
    try {
      watch.close();
      watch(URI.create("http://127.0.0.1:" + other.getAddress().getPort()));
      goesOut();
      await(() -> looked.get() >= 3);
      assertThat(sent).hasValue(0);
      Files.delete(sheet);
      await(() -> sent.get() > 0);
    } finally {
      other.stop(0);
    }
  }

  private static void await(BooleanSupplier reached) throws Exception {
    Instant until = Instant.now().plusSeconds(30);
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(10);
    }
  }

  /// Minutes pass until one is due; then it goes out, is taken, and the gate collects.
  private void sendOne() throws Exception {
    goesOut();
    awaitTaken();
    hub.tickSmall();
    gate.collect();
  }

  private void goesOut() throws Exception {
    Instant until = now.plus(Duration.ofHours(10));
    Path state = office.folder().doorbell();
    long before = lines(state);
    while (lines(state) == before && now.isBefore(until)) {
      now = now.plusSeconds(60);
      watch.minute(inbox);
    }
    assertThat(lines(state)).as("one is on its way").isEqualTo(before + 1);
  }

  private void awaitTaken() throws Exception {
    Instant until = Instant.now().plusSeconds(30);
    while (Files.readString(office.folder().doorbell()).contains(" untaken ") && Instant.now().isBefore(until)) {
      Thread.sleep(10);
    }
    assertThat(Files.readString(office.folder().doorbell())).contains(" taken ").doesNotContain(" untaken ");
  }

  private static long lines(Path state) throws Exception {
    return Files.readString(state).lines().filter(line -> line.contains(" untold")).count();
  }

  /// The hub loses what it acknowledged.
  private void drop() throws Exception {
    for (int lane = 0; lane < 2; lane++) {
      for (Inbox.Item item : inbox.list(lane)) {
        inbox.remove(item);
      }
    }
  }

  private int waiting() {
    return IntStream.range(0, 2).map(lane -> {
      try {
        return inbox.list(lane).size();
      } catch (java.io.IOException e) {
        throw new AssertionError(e);
      }
    }).sum();
  }

  private void later(Duration duration) throws Exception {
    now = now.plus(duration);
    watch.minute(inbox);
  }
}
