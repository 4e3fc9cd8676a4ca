package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.archive.KindsFile;
import watchword.core.bulletin.LikelihoodTable;
import watchword.desk.DeskFolder;
import watchword.desk.Founding;
import watchword.desk.Office;
import watchword.desk.ReportFormat;
import watchword.drill.trace.Folder;
import watchword.drill.trace.Mark;
import watchword.drill.trace.Search;
import watchword.drill.trace.Trace;
import watchword.gate.DirectoryInbox;
import watchword.gate.Inbox;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.seal.AgeFile;
import watchword.seal.Bundle;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.KeyName;
import watchword.seal.PrivateKey;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SignedBundle;
import watchword.seal.Term;

/// What the memory of a desk that locked still refers to: a dump of what lives is searched for a passphrase, for words, and for keys.
///
/// The test holds numbers from which it makes what it looks for, and asks by a socket of its own, so that what is found is the desk's.
class LockedMemoryTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pseudonym HERON = new Pseudonym("heron");
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");
  private static final Pattern LINK = Pattern.compile("href=\"(/incident\\?[^\"]+)\"");
  private static final Pattern FORM = Pattern.compile("name=\"report\" value=\"([^\"]+)\"/?><input type=\"hidden\" name=\"id\" value=\"([^\"]+)\"");

  @TempDir Path folder;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));
  private final long passphrase = RANDOM.nextLong();
  private final long words = RANDOM.nextLong();
  private String cookie = "";
  private String token = "";

  @Test
  void a_locked_desk_refers_to_no_passphrase_no_words_and_no_key() throws Exception {
    try (Office office = office(); DeskAtWork work = DeskAtWork.begin(office, URI.create("http://127.0.0.1:9"), ZoneOffset.UTC, () -> now, new PrintWriter(new StringWriter()))) {
      int port = work.openConsole(0, LikelihoodTable.ICD_203);
      assertThat(found(dumpOfWhoReads(office, work, port))).as("the search can find").containsExactlyInAnyOrder("passphrase", "words", "a lane's key", "a member's key");

      ask(port, "POST", "/lock", "");
      assertThat(work.isLocked()).isTrue();
      assertThat(found(dump("locked"))).isEmpty();
    }
  }

  private Office office() throws Exception {
    char[] secret = made(passphrase).toCharArray();
    Office office = Founding.found(folder.resolve("desk"), "Lorne Watch", 1, HERON, secret, tools()).office();
    Arrays.fill(secret, '\0');
    office.renew();
    office.close();
    return Office.open(folder.resolve("desk"), tools());
  }

  private Office.Tools tools() {
    return new Office.Tools(() -> now, RANDOM, 10, KindsFile.builtIn());
  }

  /// 32 letters and digits in a row, which stand nowhere else.
  private static String made(long seed) {
    return "%016x".formatted(seed * 0x9e3779b97f4a7c15L) + "%016x".formatted(seed ^ 0x5bf03635aca1fd01L);
  }

  /// The desk itself refers to the words no more once the page is out; the page is what they are found in.
  private Path dumpOfWhoReads(Office office, DeskAtWork work, int port) throws Exception {
    String page = sitDownAndRead(office, work, port);
    try {
      return dump("unlocked");
    } finally {
      Reference.reachabilityFence(page);
    }
  }

  private String sitDownAndRead(Office office, DeskAtWork work, int port) throws Exception {
    // On a thread of its own, which takes with it what reading the draft of a report keeps.
    CompletableFuture.runAsync(() -> take(office, made(words)), one -> Thread.ofPlatform().start(one)).join();
    ask(port, "GET", "/unlock", "");
    ask(port, "POST", "/unlock", "&member=heron&passphrase=" + made(passphrase));
    work.minute();
    Matcher link = LINK.matcher(ask(port, "GET", "/", ""));
    assertThat(link.find()).isTrue();
    Matcher form = FORM.matcher(ask(port, "GET", link.group(1).replace("&amp;", "&"), ""));
    assertThat(form.find()).isTrue();
    String page = ask(port, "POST", "/read", "&report=" + form.group(1) + "&id=" + form.group(2) + "&tab=verify");
    assertThat(page).contains(made(words));
    return page;
  }

  private void take(Office office, String text) {
    try {
      deliver(office, text);
    } catch (IOException | FormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private void deliver(Office office, String text) throws IOException, FormatException {
    String minute = now.toString().replace(":00Z", "Z");
    byte[] json = """
        {"when": {"earliest": "%s", "latest": "%s"}, "kind": "explosion", "stance": "sighting", "text": "%s",
         "place": {"latitude": 54.12345, "longitude": -33.12345, "uncertaintyMetres": 500, "name": "Dal"}}
        """.formatted(minute, minute, text).getBytes(StandardCharsets.UTF_8);
    Path report = Files.write(folder.resolve("report.json"), json);
    byte[] content = new ContentFile(new CommandFile(report), new ReportFormat(KindsFile.builtIn())).content();
    Files.delete(report);
    Epoch today = Epoch.of(now);
    SignedBundle signed = SignedBundle.parse(Files.readAllBytes(office.folder().bundle(today)));
    if (!(signed.check(office.file().root(), now) instanceof SignedBundle.Valid(Bundle bundle))) {
      throw new AssertionError("the page refuses the bundle");
    }
    byte[] seed = new DirectoryKeyStore(office.folder().keys()).find(KeyName.gate(today)).orElseThrow().secret();
    Inbox inbox = new DirectoryInbox(office.folder().inbox());
    try (PrivateKey gate = PrivateKey.of(seed); Inbox.Batch batch = inbox.begin()) {
      batch.add(Term.day(today), SealedReport.openOuter(SealedReport.seal(content, bundle, 0, SealedSize.SMALL), gate).orElseThrow());
      batch.commit();
    }
  }

  private String ask(int port, String method, String path, String fields) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String body = method.equals("POST") ? "token=" + token + fields : "";
      socket.getOutputStream().write("%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\nCookie: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
          .formatted(method, path, port, port, cookie, body.length(), body).getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher set = Pattern.compile("Set-Cookie: ([^;]+);").matcher(answer);
      if (set.find()) {
        cookie = set.group(1);
      }
      Matcher found = TOKEN.matcher(answer);
      if (found.find()) {
        token = found.group(1);
      }
      return answer;
    }
  }

  /// What lives, in a folder of its own.
  private Path dump(String name) throws IOException {
    Path dump = Files.createDirectories(folder.resolve(name));
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.resolve("heap.hprof").toString(), true);
    return dump;
  }

  private Set<String> found(Path dump) throws Exception {
    Search.Scan scan = new Search(marks()).scan("the dump");
    Folder.search(dump, scan);
    return scan.traces().stream().map(Trace::mark).map(Mark::what).collect(Collectors.toSet());
  }

  /// Made once the dump is on the disk.
  private List<Mark> marks() throws Exception {
    DeskFolder desk = new DeskFolder(folder.resolve("desk"));
    char[] secret = made(passphrase).toCharArray();
    try (Stream<Path> keyFiles = Files.list(desk.path().resolve("members"));
        MemberKey heron = MemberKey.unlock(Files.readAllBytes(keyFiles.findFirst().orElseThrow()), secret).orElseThrow()) {
      byte[] wrapped = new DirectoryKeyStore(desk.keys()).find(KeyName.lane(Epoch.of(now), 0)).orElseThrow().secret();
      byte[] share = AgeFile.open(wrapped, heron.decryption()).orElseThrow();
      return List.of(
          Mark.text(0, "passphrase", made(passphrase)), Mark.text(0, "words", made(words)),
          Mark.bytes(0, "a lane's key", Arrays.copyOfRange(share, share.length - PrivateKey.LENGTH, share.length)),
          Mark.bytes(0, "a member's key", heron.decryption().secretSeed()));
    }
  }
}
