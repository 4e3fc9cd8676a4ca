package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.console.Browser;
import watchword.seal.Compromise;
import watchword.seal.StopSheet;
import watchword.seal.Epoch;
import watchword.seal.RootPublic;

/// A desk for real, as docs/operating.md has it: every command a process, folders standing for machines, passphrases in files.
class RealDeskTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern LINK = Pattern.compile("href=\"(/incident\\?[^\"]+)\"");
  private static final Pattern FORM = Pattern.compile("name=\"report\" value=\"([^\"]+)\"/?><input type=\"hidden\" name=\"id\" value=\"([^\"]+)\"");
  private static final String FIRST = "a grey column crossed the marigold bridge";
  private static final String SECOND = "two loud bangs behind the old tannery";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Machine desk;
  private Machine hub;
  private Machine outside;
  private Machine.Running hubRunning;

  @BeforeEach
  void found() throws Exception {
    desk = Machine.at(folder.resolve("desks-machine/heron"));
    hub = Machine.at(folder.resolve("hubs-machine/srv"));
    outside = Machine.at(folder.resolve("outside/phone"));
    Files.writeString(desk.path("heron.words"), "seven quiet herons\n");
    Files.writeString(outside.path("wren.words"), "eleven brisk wrens\n");
    Machine.Ended made = desk.run("init", "--folder", "lorne", "--name", "Lorne Watch", "--member", "heron", "--passphrase-file", "heron.words",
        "--stop-sheet", "stop.txt", "--json");
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(made.out()).doesNotContain("seven quiet herons").doesNotContain("watchword.stop");
    assertThat(made.json().get("words").textValue().split(" ", -1)).hasSize(6);
    publish();
    startHub();
  }

  @AfterEach
  void stop() {
    hubRunning.close();
    client.close();
  }

  @Test
  void from_nothing_to_a_report_a_second_editor_who_reads_nothing_of_before_a_revocation_and_a_panic() throws Exception {
    assertThat(StopSheet.read(Files.readAllBytes(desk.path("stop.txt")), root()).made()).isEqualTo(Epoch.of(Instant.now()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.path("stop.txt")))).isEqualTo("rw-------");
    report(FIRST);
    try (Machine.Running running = startDesk("--member", "heron", "--passphrase-file", "heron.words")) {
      assertThat(words(running, "heron", "seven quiet herons", FIRST)).contains("54.100");
      assertThat(desk.run("invite", "--folder", "lorne", "--member", "heron", "--passphrase-file", "heron.words", "--revoke", "heron"))
          .isEqualTo(new Machine.Ended(1, "", "watchword: the desk is running; stop it first (Ctrl-C), then try again\n"));
    }
    admitWren();
    report(SECOND);
    try (Machine.Running running = startDesk("--member", "heron", "--passphrase-file", "heron.words")) {
      assertThat(words(running, "heron", "seven quiet herons", SECOND)).contains(FIRST);
      assertThat(words(running, "wren", "eleven brisk wrens", SECOND)).doesNotContain(FIRST);
    }
    revokeWren();
    panic();
  }

  @Test
  void a_running_desk_that_is_destroyed_from_a_shell_ends_by_itself_and_leaves_no_key() throws Exception {
    try (Machine.Running running = startDesk("--member", "heron", "--passphrase-file", "heron.words")) {
      Machine.Ended panic = desk.run("panic", "--folder", "lorne", "--word", "destroy", "--json");
      assertThat(panic.exit()).as(panic.err()).isZero();
      assertThat(running.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
    for (String secret : new String[] {"members", "keys", "inbox", "journal.db", "bodies.db", "body-keys", "gate.key"}) {
      assertThat(desk.path("lorne/" + secret)).doesNotExist();
    }
  }

  private void revokeWren() throws Exception {
    Machine.Ended revoked = desk.run("invite", "--folder", "lorne", "--member", "heron", "--passphrase-file", "heron.words", "--revoke", "wren", "--json");
    assertThat(revoked.exit()).as(revoked.err()).isZero();
    assertThat(revoked.json().get("suspended").textValue()).isEqualTo("wren");
    Machine.Ended locked = desk.run("desk", "--folder", "lorne", "--member", "wren", "--passphrase-file", outside.path("wren.words").toString(), "--hub", hubAddress().toString());
    assertThat(locked.exit()).isEqualTo(1);
    assertThat(locked.err()).isEqualTo("watchword: nothing opens: the passphrase is another, or wren is no member on this machine\n");
  }

  private void panic() throws Exception {
    assertThat(desk.run("panic", "--folder", "lorne", "--word", "destruct").err()).isEqualTo("watchword: nothing was destroyed: the word is destroy\n");
    Machine.Ended panic = desk.run("panic", "--folder", "lorne", "--word", "destroy", "--notice", "--member", "heron", "--passphrase-file", "heron.words", "--json");
    assertThat(panic.exit()).as(panic.err()).isZero();
    assertThat(panic.json().get("destroyed").intValue()).isGreaterThan(8);
    Path board = desk.path("lorne/board/current");
    assertThat(Compromise.read(Files.readAllBytes(board.resolve("compromise.txt")), root()).days()).containsOnlyKeys(Epoch.of(Instant.now()));
    assertThat(Files.readString(board.resolve("index.html"))).contains("keys of this desk may be in other hands", "compromise.txt");
    Machine.Ended gone = desk.run("desk", "--folder", "lorne", "--member", "heron", "--passphrase-file", "heron.words", "--hub", hubAddress().toString());
    assertThat(gone.exit()).isEqualTo(1);
    assertThat(gone.err().lines()).hasSize(1);
  }

  private RootPublic root() throws Exception {
    return RootPublic.parse(Files.readAllBytes(desk.path("lorne/root.pub")));
  }

  /// Carries what is public to the hub, as on a stick.
  private void publish() throws IOException {
    copy(desk.path("lorne/board/current").toRealPath(), hub.path("board"));
    copy(desk.path("lorne/bundles"), hub.path("bundles"));
    copy(desk.path("lorne/gate.pub"), hub.path("gate.pub"));
    copy(desk.path("lorne/root.pub"), outside.path("root.pub"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
  }

  private void startHub() throws IOException {
    hubRunning = hub.start("hub", "--data", "data", "--board", "board", "--bundles", "bundles", "--gate", "gate.pub", "--port", "0", "--json");
  }

  private URI hubAddress() {
    return URI.create("http://127.0.0.1:" + hubRunning.said().get("port").intValue());
  }

  private Machine.Running startDesk(String... more) throws IOException {
    String[] base = {"desk", "--folder", "lorne", "--hub", hubAddress().toString(), "--port", "0", "--json"};
    return desk.start(Stream.concat(Stream.of(base), Stream.of(more)).toArray(String[]::new));
  }

  /// Someone seals on a machine of their own and posts; the hub's next start freezes what it took, so that nobody waits for the minute.
  private void report(String text) throws Exception {
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    Files.writeString(outside.path("report.json"), """
        {"when": {"earliest": "%s", "latest": "%s"}, "kind": "explosion", "stance": "sighting", "text": "%s",
         "place": {"latitude": 54.1, "longitude": -33.1, "uncertaintyMetres": 500, "name": ""}}
        """.formatted(hour.toString().replace(":00Z", "Z"), hour.plusSeconds(3_600).toString().replace(":00Z", "Z"), text));
    HttpRequest bundle = HttpRequest.newBuilder(hubAddress().resolve("/bundle/" + Epoch.of(Instant.now()).date() + ".bin")).build();
    assertThat(client.send(bundle, HttpResponse.BodyHandlers.ofFile(outside.path("bundle.bin"))).statusCode()).isEqualTo(200);
    Machine.Ended sealed = outside.run("seal", "--bundle", "bundle.bin", "--root", "root.pub", "report.json", "-o", "report.sealed", "--json");
    assertThat(sealed.exit()).as(sealed.err()).isZero();
    HttpRequest post = HttpRequest.newBuilder(hubAddress().resolve("/report/0000000000000000"))
        .POST(HttpRequest.BodyPublishers.ofFile(outside.path("report.sealed"))).build();
    assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(204);
    hubRunning.close();
    startHub();
  }

  private void admitWren() throws Exception {
    json(outside, "join", "request", "--name", "wren", "--key", "wren.key", "--out", "wren.request", "--passphrase-file", "wren.words", "--json");
    copy(outside.path("wren.request"), desk.path("wren.request"));
    copy(outside.path("wren.key"), desk.path("wren.key"));
    json(desk, "invite", "--folder", "lorne", "--member", "heron", "--passphrase-file", "heron.words", "--request", "wren.request", "--out", "wren.invitation", "--json");
    JsonNode admitted = json(desk, "join", "admit", "--folder", "lorne", "--member", "heron", "--passphrase-file", "heron.words",
        "--request", "wren.request", "--invitation", "wren.invitation", "--key", "wren.key", "--stop-sheet", "wrens-stop.txt", "--json");
    assertThat(admitted.get("admitted").textValue()).isEqualTo("wren");
    publish();
  }

  private static JsonNode json(Machine machine, String... arguments) throws Exception {
    Machine.Ended ended = machine.run(arguments);
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended.json();
  }

  /// All that a member is shown once these words are: pages, and every report's words asked for.
  private static String words(Machine.Running running, String member, String passphrase, String awaited) throws InterruptedException {
    Browser browser = new Browser(running.said().get("console").intValue());
    assertThat(browser.unlock(member, passphrase).statusCode()).isEqualTo(303);
    Instant until = Instant.now().plus(PATIENCE);
    String shown = shown(browser);
    while (!shown.contains(awaited)) {
      assertThat(Instant.now()).as("\"%s\" is shown", awaited).isBefore(until);
      Thread.sleep(100);
      shown = shown(browser);
    }
    return shown;
  }

  private static String shown(Browser browser) {
    StringBuilder shown = new StringBuilder();
    Matcher incident = LINK.matcher(browser.get("/?tab=verify").body() + browser.get("/?tab=ready").body());
    while (incident.find()) {
      String page = browser.get(incident.group(1).replace("&amp;", "&")).body();
      shown.append(page);
      Matcher form = FORM.matcher(page);
      while (form.find()) {
        shown.append(browser.post("/read", "report", form.group(1), "id", form.group(2), "tab", "verify").body());
      }
    }
    return shown.toString();
  }
}
