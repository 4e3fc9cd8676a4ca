package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import watchword.archive.KindsFile;
import watchword.console.Browser;
import watchword.core.bulletin.LikelihoodTable;
import watchword.desk.DeskFolder;
import watchword.desk.Founding;
import watchword.desk.HighWaterClock;
import watchword.desk.Office;
import watchword.desk.ReportFormat;
import watchword.desk.Uptime;
import watchword.gate.DirectoryInbox;
import watchword.gate.Inbox;
import watchword.member.Admission;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.member.Role;
import watchword.seal.Bundle;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.Epoch;
import watchword.seal.KeyName;
import watchword.seal.PrivateKey;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SignedBundle;
import watchword.seal.Term;

/// Who sits at a real desk, when it locks, and what each of them is shown.
class DeskAtWorkTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pseudonym HERON = new Pseudonym("heron");
  private static final Pseudonym WREN = new Pseudonym("wren");
  private static final Pseudonym ROOK = new Pseudonym("rook");
  private static final URI NO_HUB = URI.create("http://127.0.0.1:9");
  private static final Pattern LINK = Pattern.compile("href=\"(/incident\\?[^\"]+)\"");
  private static final Pattern FORM = Pattern.compile("name=\"report\" value=\"([^\"]+)\"/?><input type=\"hidden\" name=\"id\" value=\"([^\"]+)\"");

  /// Throw-away keys: a real key file takes a second to open.
  private static final int LITTLE_WORK = 10;

  @TempDir Path folder;

  private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));
  private final StringWriter trouble = new StringWriter();
  private Office office;
  private Optional<DeskAtWork> begun = Optional.empty();
  private int console;

  @BeforeEach
  void found() throws Exception {
    office = Founding.found(folder.resolve("desk"), "Lorne Watch", 1, HERON, passphrase(HERON), tools()).office();
  }

  @AfterEach
  void close() {
    begun.ifPresentOrElse(DeskAtWork::close, office::close);
  }

  @Test
  void the_office_locks_when_the_last_session_was_idle_for_a_quarter_of_an_hour_and_opens_again_in_the_console() throws Exception {
    begin();
    take("two bangs by the mill");
    Browser heron = unlocked(HERON);
    later(Duration.ofMinutes(14));
    assertThat(heron.get("/").statusCode()).isEqualTo(200);
    later(Duration.ofMinutes(14));
    assertThat(work().isLocked()).as("14 minutes after an act, 28 after the start").isFalse();
    later(Duration.ofMinutes(1));

    assertThat(heron.get("/").statusCode()).isEqualTo(303);
    assertThat(work().isLocked()).isTrue();
    assertThat(office.isLocked()).isTrue();
    take("a third bang by the mill");
    assertThat(waiting()).as("sealed until someone unlocks").isEqualTo(1);

    assertThat(shown(unlocked(HERON))).contains("two bangs by the mill").contains("a third bang by the mill");
    assertThat(waiting()).isZero();
  }

  @Test
  void a_hub_that_takes_a_call_and_says_nothing_delays_nothing_at_the_desk() throws Exception {
    take("two bangs by the mill");
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI hub = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      begun = Optional.of(DeskAtWork.begin(office, hub, ZoneOffset.UTC, () -> now, new PrintWriter(trouble)));
      try (Socket call = silent.accept()) {
        assertThat(call.isConnected()).isTrue();
        Instant until = Instant.now().plusSeconds(20);
        while (work().opened() == 0 && Instant.now().isBefore(until)) {
          Thread.sleep(20);
        }
        assertThat(work().opened()).isEqualTo(1);
        assertThat(trouble.toString()).as("it still waits for the hub").isEmpty();
      }
    }
  }

  /// Who answers a gate as the gate's worst hub would, until it is closed.
  private static ServerSocket hub(String answer) throws IOException {
    ServerSocket hub = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> {
      while (!hub.isClosed()) {
        try {
          Socket call = hub.accept(); // left open: what comes next never comes
          call.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException _) {
          // the test is over, or the gate has hung up
        }
      }
    });
    return hub;
  }

  private static URI address(ServerSocket hub) {
    return URI.create("http://127.0.0.1:" + hub.getLocalPort());
  }

  @Test
  void whatever_a_hub_sends_a_bulletin_leaves_on_its_tick_and_the_console_goes_on() throws Exception {
    for (String answer : new String[] {"", "HTTP/1.1 200 OK\r\nContent-Length: 1048576\r\n\r\nWWG", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"}) {
      try (ServerSocket hub = hub(answer)) {
        begin(address(hub));
        take("no light in all of the street", "power-cut");
        now = now.plusSeconds(60); // nine o'clock is a tick
        Browser heron = unlocked(HERON);
        Matcher link = LINK.matcher(heron.get("/?tab=verify").body() + heron.get("/?tab=ready").body());
        assertThat(link.find()).isTrue();
        String id = link.group(1).replaceAll(".*[?&]id=([^&]+).*", "$1");
        String said = heron.follow(heron.post("/act/publish", "id", id, "status", "NOT_CONFIRMED", "note", "", "tab", "verify")).body();
        assertThat(said).contains("goes out at");
        Path board = office.folder().board().resolve("current/now.txt");
        work().minute();
        assertThat(Files.readString(board)).as("before its tick").doesNotContain("Power cut");
        later(Duration.ofMinutes(14));
        assertThat(heron.get("/").statusCode()).isEqualTo(200);
        later(Duration.ofMinutes(1));
        assertThat(Files.readString(board)).as("after its tick").contains("Power cut");
        assertThat(heron.get("/").statusCode()).isEqualTo(200);
      }
      close();
      anew();
    }
  }

  private void anew() throws Exception {
    begun = Optional.empty();
    office = Founding.found(Files.createTempDirectory(folder, "anew").resolve("desk"), "Lorne Watch", 1, HERON, passphrase(HERON), tools()).office();
  }

  @Test
  void who_works_at_the_desk_is_told_that_the_gate_is_not_running_and_when_it_is_again() throws Exception {
    try (ServerSocket hub = hub("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")) {
      begin(address(hub));
      Browser heron = unlocked(HERON);
      await(() -> ProcessHandle.current().children().count() == 1);
      ProcessHandle gate = ProcessHandle.current().children().findFirst().orElseThrow();
      assertThat(heron.get("/").body()).doesNotContain("The gate has not answered");
      gate.destroyForcibly();
      await(() -> heron.get("/").body().contains("The gate has not answered since " + now.atOffset(ZoneOffset.UTC).getDayOfMonth()));
      assertThat(heron.get("/").body()).contains("it is started again. Reports wait at the hub meanwhile.");
      assertThat(trouble.toString()).isEqualTo("watchword: the gate ended (exit code 137) and is started again\n");
      await(() -> !heron.get("/").body().contains("The gate has not answered"));
    }
  }

  private static void await(BooleanSupplier what) throws InterruptedException {
    Instant until = Instant.now().plusSeconds(60);
    while (!what.getAsBoolean()) {
      assertThat(Instant.now()).as("within a minute").isBefore(until);
      Thread.sleep(100);
    }
  }

  @Test
  void who_unlocked_at_the_terminal_and_never_came_to_the_console_is_away_after_a_quarter_of_an_hour() throws Exception {
    begin();
    later(Duration.ofMinutes(14));
    assertThat(work().isLocked()).isFalse();
    later(Duration.ofMinutes(1));
    assertThat(work().isLocked()).isTrue();
  }

  @Test
  void a_desk_begun_locked_shows_only_where_to_unlock_and_unlocking_opens_what_waits() throws Exception {
    office.close();
    office = Office.open(folder.resolve("desk"), tools());
    begin();
    take("two bangs by the mill");
    assertThat(waiting()).isEqualTo(1);
    for (String path : new String[] {"/", "/queue", "/doubts", "/published", "/enter"}) {
      assertThat(new Browser(console).get(path).statusCode()).as(path).isEqualTo(303);
    }
    assertThat(shown(unlocked(HERON))).contains("two bangs by the mill");
    assertThat(waiting()).isZero();
    assertThat(work().opened()).isEqualTo(1);
  }

  @Test
  void who_locks_leaves_no_line_in_memory_though_the_key_file_cannot_be_written() throws Exception {
    office.close();
    office = Office.open(folder.resolve("desk"), tools());
    begin();
    Browser heron = unlocked(HERON);
    try (Stream<Path> keyFiles = Files.list(folder.resolve("desk/members"))) {
      Files.createDirectories(folder.resolve(keyFiles.findFirst().orElseThrow() + ".new").resolve("in the way"));
    }
    assertThat(heron.post("/lock").statusCode()).isEqualTo(500);
    assertThat(office.isLocked()).isTrue();
    assertThat(work().isLocked()).as("what heron saw").isTrue();
  }

  @Test
  void who_unlocks_a_desk_that_cannot_be_shown_leaves_no_key_in_memory() throws Exception {
    office.close();
    office = Office.open(folder.resolve("desk"), tools());
    begin();
    Path board = Files.move(office.folder().board(), folder.resolve("board taken away"));
    Files.writeString(office.folder().board(), "in the way");
    assertThat(new Browser(console).unlock("heron", new String(passphrase(HERON))).statusCode()).isEqualTo(500);
    assertThat(office.isLocked()).isTrue();

    Files.delete(office.folder().board());
    Files.move(board, office.folder().board());
    assertThat(unlocked(HERON).get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void who_unlocks_while_the_time_cannot_be_written_down_leaves_no_key_in_memory() throws Exception {
    office.close();
    HighWaterClock clock = HighWaterClock.open(new DeskFolder(folder.resolve("desk")), () -> now, () -> new Uptime.Reading("481ad007-28a3-4ac8-ab14-bf66fbbe3588", Duration.ofHours(3)));
    office = Office.open(folder.resolve("desk"), new Office.Tools(clock, RANDOM, LITTLE_WORK, KindsFile.builtIn()));
    begun = Optional.of(DeskAtWork.begin(office, NO_HUB, ZoneOffset.UTC, clock, new PrintWriter(trouble)));
    console = work().openConsole(0, LikelihoodTable.ICD_203);
    Path inTheWay = Files.createDirectories(folder.resolve("desk/clock.txt.new/in the way"));
    assertThat(new Browser(console).unlock("heron", new String(passphrase(HERON))).statusCode()).isEqualTo(500);
    assertThat(office.isLocked()).isTrue();

    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    assertThat(unlocked(HERON).get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void a_newcomer_beside_an_older_member_is_shown_lines_of_before_and_all_of_today() throws Exception {
    begin();
    take("a grey column on the marigold bridge");
    work().minute();
    admitWren();
    take("two bangs by the mill");
    work().minute();

    String olds = shown(unlocked(HERON));
    String news = shown(unlocked(WREN));

    assertThat(olds).contains("54.123").contains("grey column").contains("two bangs");
    assertThat(news).contains("two bangs").doesNotContain("grey column");
    assertThat(news).as("the line at public precision, no channel's name, no minute").contains("54.100").contains("± 10 km").contains("No key of yours opens the words");
    assertThat(unlocked(WREN).get("/published").statusCode()).isEqualTo(200);
    assertThat(unlocked(WREN).get("/doubts").body()).doesNotContain("54.123");
    assertThat(unlocked(WREN).get("/").body()).doesNotContain("54.123");
  }

  @Test
  void when_the_older_member_locks_the_newcomer_goes_on_by_their_own_keys() throws Exception {
    begin();
    take("a grey column on the marigold bridge");
    work().minute();
    admitWren();
    Browser heron = unlocked(HERON);
    Browser wren = unlocked(WREN);
    later(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(wren.get("/").statusCode()).isEqualTo(200);
    later(Duration.ofSeconds(1));
    assertThat(heron.get("/").statusCode()).isEqualTo(303);

    assertThat(office.readsBy()).contains(WREN);
    assertThat(shown(wren)).doesNotContain("54.123").doesNotContain("grey column");
    assertThat(shown(unlocked(HERON))).as("read anew by who reads from further back").contains("54.123").contains("grey column");
    assertThat(office.readsBy()).contains(HERON);
  }

  @Test
  void a_revocation_that_waits_stands_on_every_page_with_how_to_stop_it() throws Exception {
    begin();
    admitWren();
    office.revoke(HERON, WREN);

    assertThat(unlocked(HERON).get("/").body()).contains("wren is suspended by heron").contains("take them back, on the page Members");
    assertThat(new Browser(console).unlock("wren", "seven quiet wren").statusCode()).isEqualTo(403);
    office.restore(HERON, WREN);
    assertThat(unlocked(WREN).get("/").body()).doesNotContain("suspended");
  }

  @Test
  void a_revocation_in_the_console_closes_the_members_sessions_at_once_replaces_keys_and_their_lane_is_opened_no_more() throws Exception {
    office.close();
    office = Founding.found(folder.resolve("two lanes"), "Lorne Watch", 2, HERON, passphrase(HERON), tools()).office();
    admit(ROOK, Set.of(0));
    Invitation invitation = invited(WREN, Set.of(1));
    now = now.plus(Duration.ofHours(24));
    office.renew();
    admit(invitation, WREN);
    now = now.plus(Duration.ofDays(1)); // from when on both hold a day's keys
    office.renew();
    office.close();
    office = Office.open(folder.resolve("two lanes"), tools());
    begin();
    Browser rook = unlocked(ROOK);
    Browser wren = unlocked(WREN);
    take("two bangs by the mill", 1);
    work().minute();
    assertThat(waiting(1)).as("opened by wren's key").isZero();
    Epoch tomorrow = Epoch.of(now).plusDays(1);
    byte[] ahead = Files.readAllBytes(office.folder().bundle(tomorrow));

    String asked = rook.post("/members", "name", "wren", "wish", "REVOKE").body();
    assertThat(asked).contains("Revoke wren?", "every session of theirs here ends", "Nobody else who is unlocked now holds lane 1", "lost unlocked");
    assertThat(wren.get("/").statusCode()).as("asked and not done").isEqualTo(200);
    String done = rook.follow(rook.post("/act/revoke", "name", "wren")).body();

    assertThat(done).contains("wren is suspended: their sessions are closed", "SUSPENDED", "rook suspended wren");
    assertThat(wren.post("/enter").statusCode()).isEqualTo(401);
    assertThat(wren.get("/").statusCode()).as("the next click leads to unlocking").isEqualTo(303);
    assertThat(new Browser(console).unlock("wren", new String(passphrase(WREN))).statusCode()).isEqualTo(403);
    assertThat(Files.readAllBytes(office.folder().bundle(tomorrow))).isNotEqualTo(ahead);
    take("a third bang by the mill", 1);
    work().minute();
    assertThat(waiting(1)).as("the lane that only wren had unlocked").isEqualTo(1);
    take("and a fourth", 0);
    work().minute();
    assertThat(waiting(0)).as("rook's own").isZero();

    assertThat(rook.post("/members", "name", "wren", "wish", "RESTORE").body()).contains("Take wren back?", "rook suspended them");
    assertThat(rook.follow(rook.post("/act/restore", "name", "wren")).body()).contains("wren is a member as before", "rook took wren back").doesNotContain("SUSPENDED");
    unlocked(WREN);
  }

  @Test
  void who_is_revoked_in_the_console_is_out_though_the_board_cannot_be_published() throws Exception {
    admitWren();
    begin();
    Browser heron = unlocked(HERON);
    Browser wren = unlocked(WREN);
    Files.move(office.folder().board(), folder.resolve("board taken away"));
    Files.writeString(office.folder().board(), "in the way");

    assertThat(heron.post("/act/revoke", "name", "wren").statusCode()).isEqualTo(500);
    assertThat(office.members().find(WREN)).isEmpty();
    assertThat(wren.get("/").statusCode()).as("the next click leads to unlocking").isEqualTo(303);
    assertThat(heron.get("/members").body()).contains("SUSPENDED");
  }

  @Test
  void an_act_that_is_refused_ends_nobodys_session() throws Exception {
    admitWren();
    begin();
    Browser heron = unlocked(HERON);
    Browser wren = unlocked(WREN);
    office.revoke(HERON, WREN);
    office.restore(HERON, WREN);
    assertThat(heron.follow(heron.post("/act/revoke", "name", "teal")).body()).contains("Nothing was done");
    assertThat(wren.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void who_is_revoked_keeps_no_seat_though_the_keys_published_ahead_cannot_be_replaced() throws Exception {
    admitWren();
    begin();
    Browser wren = unlocked(WREN);
    Path inTheWay = Files.createDirectories(office.folder().bundles().resolve(Epoch.of(now).date() + ".bin.gz.new/in the way"));
    assertThat(wren.post("/act/revoke", "name", "heron").statusCode()).isEqualTo(500);
    assertThat(office.members().find(HERON)).as("who sat at the terminal").isEmpty();
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    work().minute();
    office.restore(WREN, HERON);

    Browser heron = unlocked(HERON);
    heron.post("/lock");
    wren.post("/lock");
    assertThat(work().isLocked()).isTrue();
  }

  @Test
  void key_files_remember_the_journal_each_hour_while_their_member_is_here() throws Exception {
    begin();
    Browser heron = unlocked(HERON);
    take("two bangs by the mill");
    work().minute();
    byte[] before = Files.readAllBytes(keyFile());
    for (int quarter = 0; quarter < 5; quarter++) {
      later(Duration.ofMinutes(14));
      assertThat(heron.post("/alive").statusCode()).isEqualTo(204);
    }
    assertThat(work().isLocked()).isFalse();
    assertThat(Files.readAllBytes(keyFile())).isNotEqualTo(before);
  }

  @Test
  void who_unlocks_beside_an_older_journal_is_told_what_to_do_and_the_desk_stays_locked() throws Exception {
    office.close();
    Path journal = office.folder().path().resolve("journal.db");
    byte[] old = Files.readAllBytes(journal);
    byte[] oldKey = Files.readAllBytes(keyFile());
    office = Office.open(folder.resolve("desk"), tools());
    assertThat(office.unlock(HERON, passphrase(HERON))).isTrue();
    now = now.plus(Duration.ofDays(1));
    office.renew();
    office.close();
    Files.write(journal, old);
    Files.write(keyFile(), oldKey);
    office = Office.open(folder.resolve("desk"), tools());
    begin();

    HttpResponse<String> answer = new Browser(console).unlock(HERON.name(), new String(passphrase(HERON)));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("is older than bundles/", "Put the newest journal.db and key files back");
    assertThat(work().isLocked()).isTrue();
  }

  private Path keyFile() throws IOException {
    try (Stream<Path> files = Files.list(office.folder().path().resolve("members"))) {
      return files.filter(file -> String.valueOf(file.getFileName()).startsWith("heron.")).findFirst().orElseThrow();
    }
  }

  @Test
  void a_panic_from_a_shell_beside_the_running_desk_ends_it_and_nothing_that_opens_comes_back() throws Exception {
    begin();
    take("two bangs by the mill");
    Browser heron = unlocked(HERON);
    CommandLine line = Main.line();
    StringWriter said = new StringWriter();
    line.setOut(new PrintWriter(said, true));
    assertThat(line.execute("panic", "--folder", office.folder().path().toString(), "--word", "destroy")).isZero();

    assertThat(work().awaitEnd(30, TimeUnit.SECONDS)).isTrue();
    assertThat(office.isLocked()).as("memory forgot").isTrue();
    heron.post("/lock");
    later(Duration.ofMinutes(16));
    work().close();
    assertThat(left()).isSubsetOf("desk.txt", "gate.pub", "root.pub", "bundles", "courier.bin", "destroyed", "board", "panic.txt");
    assertThat(said.toString()).contains("files destroyed", "Switch the machine off");
  }

  @Test
  void a_member_in_danger_destroys_the_desk_from_its_console_by_two_taps_and_a_word() throws Exception {
    begin();
    take("two bangs by the mill");
    work().minute();
    Browser heron = unlocked(HERON);
    assertThat(heron.get("/members").body()).contains("Destroy this desk…");
    assertThat(heron.post("/panic").body()).contains("Destroy this desk?", "Type destroy");
    assertThat(heron.follow(heron.post("/act/panic", "word", "destory")).body()).contains("Nothing was destroyed: the word is destroy");
    assertThat(left()).contains("members", "journal.db");

    assertThat(heron.post("/act/panic", "word", "Destroy").body()).contains("files are destroyed, and this desk ends now");
    assertThat(office.isLocked()).isTrue();
    assertThat(work().awaitEnd(30, TimeUnit.SECONDS)).isTrue();
    work().close();
    assertThat(left()).isSubsetOf("desk.txt", "gate.pub", "root.pub", "bundles", "courier.bin", "destroyed", "board", "panic.txt");
  }

  private List<String> left() throws IOException {
    Path desk = office.folder().path();
    try (Stream<Path> files = Files.walk(desk)) {
      return files.filter(Files::isRegularFile).map(file -> desk.relativize(file).getName(0).toString()).distinct().toList();
    }
  }

  @Test
  void who_may_not_revoke_sees_why_and_an_act_that_is_refused_does_nothing() throws Exception {
    begin();
    admitWren();
    Browser heron = unlocked(HERON);
    assertThat(heron.get("/members").body()).contains("You cannot leave: another member must be unlocked to revoke this one", "Revoke wren…");
    assertThat(heron.follow(heron.post("/act/revoke", "name", "heron")).body()).contains("Another member must be unlocked to revoke this one. Nothing was done.");
    assertThat(heron.follow(heron.post("/act/restore", "name", "wren")).body()).contains("No member called wren is suspended. Nothing was done.");
    assertThat(heron.post("/members", "name", "heron", "wish", "REVOKE").statusCode()).isEqualTo(409);
    assertThat(office.members().suspended()).isEmpty();
    assertThat(office.votes(HERON)).isEmpty();
  }

  @Test
  void a_clock_that_jumped_stands_on_every_page_until_a_member_confirms_it_and_bundles_wait() throws Exception {
    office.close();
    Instant start = now;
    AtomicReference<Instant> machine = new AtomicReference<>(start);
    HighWaterClock clock = HighWaterClock.open(new DeskFolder(folder.resolve("desk")), machine::get, () -> new Uptime.Reading("481ad007-28a3-4ac8-ab14-bf66fbbe3588", Duration.ofHours(3)));
    office = Office.open(folder.resolve("desk"), new Office.Tools(clock, RANDOM, LITTLE_WORK, KindsFile.builtIn()));
    begun = Optional.of(DeskAtWork.begin(office, NO_HUB, ZoneOffset.UTC, clock, new PrintWriter(trouble)));
    console = work().openConsole(0, LikelihoodTable.ICD_203);
    Browser heron = unlocked(HERON);
    assertThat(heron.get("/").body()).doesNotContain("/act/time");
    machine.set(start.plus(Duration.ofDays(2)));
    work().minute();

    String page = heron.get("/doubts").body();
    assertThat(page).contains("The machine&#39;s clock says", "by the desk&#39;s own count it is").contains("/act/time");
    assertThat(trouble.toString()).contains("\u0007watchword: The machine's clock says");
    Path later = office.folder().bundle(Epoch.of(start).plusDays(4));
    assertThat(heron.follow(heron.post("/act/time", "machine", start.toString())).body()).contains("Nothing was confirmed");
    assertThat(Files.exists(later)).isFalse();
    assertThat(heron.follow(heron.post("/act/time", "machine", machine.get().toString())).body()).contains("you confirmed the time").doesNotContain("own count it is");
    assertThat(Files.exists(later)).isTrue();
  }

  @Test
  void what_was_not_opened_before_its_keys_were_destroyed_rings_with_its_number() throws Exception {
    office.close();
    office = Office.open(folder.resolve("desk"), tools());
    begin();
    take("two bangs by the mill");
    take("a third bang by the mill");
    inbox().keepOnly(List.of());
    work().minute();
    assertThat(trouble.toString()).contains("2 reports or photos were not opened within 96 hours").contains("2 in all since this desk began");
    assertThat(unlocked(HERON).get("/senders").body()).contains("lost since this desk began: 2");
  }

  @Test
  void what_cannot_be_opened_keeps_nothing_after_it_from_being_opened() throws Exception {
    office.close();
    office = Founding.found(folder.resolve("two lanes"), "Lorne Watch", 2, HERON, passphrase(HERON), tools()).office();
    take("two bangs by the mill", 0);
    take("three by the bridge", 1);
    office.close();
    Files.write(office.folder().keys().resolve(KeyName.lane(Term.day(Epoch.of(now)), 0) + ".key"), new byte[50]);
    office = Office.open(folder.resolve("two lanes"), tools());
    begin();
    unlocked(HERON);
    assertThat(work().opened()).isEqualTo(1);
    assertThat(trouble.toString()).contains("opening reports failed");
  }

  private Office.Tools tools() {
    return new Office.Tools(() -> now, RANDOM, LITTLE_WORK, KindsFile.builtIn());
  }

  private static char[] passphrase(Pseudonym member) {
    return ("seven quiet " + member).toCharArray();
  }

  private void begin() throws Exception {
    begin(NO_HUB);
  }

  private void begin(URI hub) throws Exception {
    begun = Optional.of(DeskAtWork.begin(office, hub, ZoneOffset.UTC, () -> now, new PrintWriter(trouble)));
    console = work().openConsole(0, LikelihoodTable.ICD_203);
    work().minute();
  }

  private DeskAtWork work() {
    return begun.orElseThrow();
  }

  /// Time passes, and the minute's work is done.
  private void later(Duration duration) {
    now = now.plus(duration);
    work().minute();
  }

  private Browser unlocked(Pseudonym member) {
    Browser browser = new Browser(console);
    assertThat(browser.unlock(member.name(), new String(passphrase(member))).statusCode()).isEqualTo(303);
    work().minute();
    browser.get("/");
    return browser;
  }

  private void admitWren() {
    admit(WREN, Set.of(0));
  }

  private void admit(Pseudonym name, Set<Integer> lanes) {
    admit(invited(name, lanes), name);
  }

  private final Map<Pseudonym, MemberKey> invited = new HashMap<>();

  private Invitation invited(Pseudonym name, Set<Integer> lanes) {
    MemberKey key = MemberKey.generate(name, RANDOM);
    invited.put(name, key);
    return office.invite(HERON, JoinRequest.of(key), new Invitation.Newcomer(Role.EDITOR, lanes));
  }

  private void admit(Invitation invitation, Pseudonym name) {
    MemberKey key = Objects.requireNonNull(invited.get(name));
    assertThat(office.admit(invitation, JoinRequest.of(key))).isInstanceOf(Admission.Admitted.class);
    DeskFolder.write(office.folder().keyFile(name, key.device()), key.lock(passphrase(name), LITTLE_WORK));
  }

  /// Someone's telephone seals by today's bundle, and the gate takes it.
  private void take(String text) throws Exception {
    take(text, "explosion", 0);
  }

  private void take(String text, String kind) throws Exception {
    take(text, kind, 0);
  }

  private void take(String text, int lane) throws Exception {
    take(text, "explosion", lane);
  }

  private void take(String text, String kind, int lane) throws Exception {
    String minute = now.truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z");
    Path report = folder.resolve("report.json");
    Files.writeString(report, """
        {"when": {"earliest": "%s", "latest": "%s"}, "kind": "%s", "stance": "sighting", "text": "%s",
         "place": {"latitude": 54.12345, "longitude": -33.12345, "uncertaintyMetres": 500, "name": "Dal"}}
        """.formatted(minute, minute, kind, text));
    byte[] content = new ContentFile(new CommandFile(report), new ReportFormat(KindsFile.builtIn())).content();
    Epoch today = Epoch.of(now);
    SignedBundle signed = SignedBundle.parse(Files.readAllBytes(office.folder().bundle(today)));
    if (!(signed.check(office.file().root(), now) instanceof SignedBundle.Valid(Bundle bundle))) {
      throw new AssertionError("the page refuses the bundle");
    }
    byte[] sealed = SealedReport.seal(content, bundle, lane, SealedSize.SMALL);
    byte[] seed = new DirectoryKeyStore(office.folder().keys()).find(KeyName.gate(today)).orElseThrow().secret();
    try (PrivateKey gate = PrivateKey.of(seed); Inbox.Batch batch = inbox().begin()) {
      assertThat(batch.add(Term.day(today), SealedReport.openOuter(sealed, gate).orElseThrow())).isTrue();
      batch.commit();
    }
  }

  private Inbox inbox() throws Exception {
    return new DirectoryInbox(office.folder().inbox());
  }

  private int waiting() throws Exception {
    return waiting(0);
  }

  private int waiting(int lane) throws Exception {
    return inbox().list(lane).size();
  }

  /// All that the console shows of every incident, with every report's words asked for.
  private static String shown(Browser browser) {
    StringBuilder shown = new StringBuilder();
    Matcher link = LINK.matcher(browser.get("/?tab=verify").body() + browser.get("/?tab=ready").body());
    while (link.find()) {
      String page = browser.get(link.group(1).replace("&amp;", "&")).body();
      shown.append(page);
      Matcher form = FORM.matcher(page);
      while (form.find()) {
        shown.append(browser.post("/read", "report", form.group(1), "id", form.group(2), "tab", "verify").body());
      }
    }
    return shown.toString();
  }
}
