package watchword.drill;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchword.console.Console;
import watchword.console.ConsoleConfig;
import watchword.console.Unlock;
import watchword.core.report.ReportId;
import watchword.desk.Showing;
import watchword.journal.BrokenJournalException;
import watchword.journal.Journal;
import watchword.journal.Keyring;
import watchword.journal.SqliteJournalStore;
import watchword.member.Admission;
import watchword.member.Invitation;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.seal.FormatException;

/// What happened at Belarusian Hajun, on a desk with a month of reports: an invitation made long ago, then a member admitted today who wants yesterday.
///
/// They try journal, database, console, and the desk's own answer for every report. There is no export to try: `NoExportTest` is the list of all commands.
final class Hajun {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");
  private static final Pattern INCIDENT = Pattern.compile("href=\"(/incident\\?[^\"]+)\"");
  private static final List<String> PAGES = List.of("/", "/?tab=ready", "/?tab=done", "/doubts", "/published", "/record");
  private static final int INCIDENTS = 40;

  private final ClockedDesk at;
  private final Pseudonym name;
  private final MemberKey first;
  private final Invitation old;

  /// An invitation is made now, and used by nobody.
  Hajun(ClockedDesk at, Pseudonym name) {
    this.at = at;
    this.name = name;
    this.first = at.device(name);
    this.old = at.invite(ClockedDesk.FOUNDER, first, Set.of(0));
  }

  /// Returns what was opened that must not be, one sentence each.
  ///
  /// @param members who are unlocked beside the newcomer
  List<String> opened(List<Pseudonym> members) throws IOException, FormatException {
    List<String> opened = new ArrayList<>();
    MemberKey stranger = at.device(name);
    if (at.admit(old, stranger) instanceof Admission.Admitted || at.admit(old, first) instanceof Admission.Admitted) {
      opened.add("an old invitation let somebody in");
    }
    Invitation invitation = at.office().countersign(members.getLast(), at.invite(members.getFirst(), stranger, Set.of(0)));
    if (!(at.admit(invitation, stranger) instanceof Admission.Admitted)) {
      throw new IllegalStateException("the newcomer was not admitted");
    }
    at.unlock(Stream.concat(members.stream(), Stream.of(name)).toList());
    answers(opened);
    console(opened);
    at.office().close();
    journal(stranger, opened);
    files(opened);
    return opened;
  }

  private void answers(List<String> opened) {
    long told = at.order().stream().filter(id -> at.desk().showing().show(name.name(), List.of(id), at.clock().instant()) instanceof Showing.Answer.Shown shown
        && shown.words().values().stream().anyMatch(words -> words.isPresent())).count();
    if (told > 0) {
      opened.add("the desk showed " + told + " reports of before");
    }
  }

  private void console(List<String> opened) throws IOException {
    String passphrase = new String(ClockedDesk.passphrase(name));
    ConsoleConfig config = ConsoleConfig.of(0, "Watch of Lorne", ZoneOffset.UTC, Unlock.of(Map.of(name.name(), passphrase)), at.world().kinds(), at.world().gazetteer());
    try (Console console = Console.open(at.desk(), config, at.clock()); HttpClient client = HttpClient.newHttpClient()) {
      Visit visit = new Visit(client, console.port());
      visit.unlock(name.name(), passphrase);
      StringBuilder all = new StringBuilder();
      List<String> incidents = new ArrayList<>();
      for (String page : PAGES) {
        String body = visit.get(page);
        all.append(body);
        Matcher link = INCIDENT.matcher(body);
        while (link.find() && incidents.size() < INCIDENTS) {
          incidents.add(link.group(1).replace("&amp;", "&"));
        }
      }
      for (String incident : incidents) {
        all.append(visit.get(incident));
      }
      if (!incidents.isEmpty()) {
        all.append(visit.read(at.order().getLast()));
      }
      seen(all.toString(), "a page of the console", opened);
    }
  }

  /// A browser of one member.
  private static final class Visit {
    private final HttpClient client;
    private final String address;
    private String cookie = "";
    private String token = "";

    Visit(HttpClient client, int port) {
      this.client = client;
      this.address = "http://127.0.0.1:" + port;
    }

    void unlock(String member, String passphrase) throws IOException {
      get("/unlock");
      HttpResponse<String> answer = post("/unlock", "member=" + member + "&passphrase=" + URLEncoder.encode(passphrase, StandardCharsets.UTF_8));
      cookie = answer.headers().firstValue("Set-Cookie").map(set -> set.substring(0, set.indexOf(';'))).orElseThrow(() -> new IOException("the console did not unlock"));
    }

    String read(ReportId id) throws IOException {
      return post("/read", "report=" + id.value()).body();
    }

    String get(String path) throws IOException {
      String body = send(HttpRequest.newBuilder(URI.create(address + path)).GET()).body();
      Matcher found = TOKEN.matcher(body);
      if (found.find()) {
        token = found.group(1);
      }
      return body;
    }

    private HttpResponse<String> post(String path, String fields) throws IOException {
      return send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/x-www-form-urlencoded").header("Origin", address)
          .POST(HttpRequest.BodyPublishers.ofString("token=" + token + "&" + fields)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
      if (!cookie.isEmpty()) {
        request.header("Cookie", cookie);
      }
      try {
        return client.send(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  private void journal(MemberKey newcomer, List<String> opened) {
    Path file = at.office().folder().path().resolve("journal.db");
    try (Journal journal = Journal.open(SqliteJournalStore.open(file), at.office().file().desk()); Keyring keyring = journal.unlock(newcomer)) {
      int own = journal.epoch().orElseThrow();
      for (int epoch = 1; epoch < own; epoch++) {
        boolean shelf = false;
        for (int lane = 0; lane < at.office().file().lanes(); lane++) {
          shelf |= keyring.secret("shelf " + epoch + " " + lane).isPresent();
        }
        if (shelf || keyring.secret("epoch " + epoch).isPresent()) {
          opened.add("the newcomer holds a key of epoch " + epoch);
        }
      }
      try (var entries = journal.read(keyring, 1, _ -> true)) {
        opened.add(entries.count() + " entries of the journal opened from the first on");
      } catch (BrokenJournalException e) {
        // locked, as promised
      }
    }
  }

  private void files(List<String> opened) throws IOException {
    try (Stream<Path> files = Files.walk(at.office().folder().path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        seen(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), "a file of the desk", opened);
      }
    }
  }

  private void seen(String text, String where, List<String> opened) {
    if (text.contains("marker") && at.order().stream().anyMatch(id -> text.contains(at.taken(id).marker()))) {
      opened.add(where + " holds words of a report");
    }
  }
}
