package watchword.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import watchword.console.Console;
import watchword.console.ConsoleConfig;
import watchword.console.Unlock;
import watchword.core.report.ReportId;
import watchword.desk.SealedBodies;
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

/// What happened at Belarusian Hajun, on a desk with a month of reports: an invitation made long ago, then a member admitted today who
/// wants yesterday.
///
/// They try journal, database, console, and the desk's own answer for every report. There is no export to try: `NoExportTest` is the list
/// of all commands.
/// Each way is tried by a member of before too, who must get through, and by the newcomer for a report of after; else the drill is blind and says so.
final class Hajun {

  private static final Pattern INCIDENT = Pattern.compile("href=\"(/incident\\?[^\"]+)\"");
  private static final List<String> PAGES = List.of("/", "/?tab=ready", "/?tab=done", "/doubts", "/published", "/record");
  private static final int INCIDENTS = 40;

  /// Of 200 reports to one of eight lanes at most, one lane gets none once in 400 thousand million runs.
  private static final int MOST_OF_AFTER = 200;

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
  /// @param members who are unlocked beside the newcomer, the founder first
  /// @throws IOException also where a way is closed to everybody, so that what it did not show says nothing
  List<String> opened(List<Pseudonym> members) throws IOException, FormatException {
    List<String> opened = new ArrayList<>();
    List<ReportId> before = List.copyOf(at.order());
    require(!before.isEmpty(), "there is no report of before");
    MemberKey stranger = at.device(name);
    if (at.admit(old, stranger) instanceof Admission.Admitted || at.admit(old, first) instanceof Admission.Admitted) {
      opened.add("an old invitation let somebody in");
    }
    Invitation invitation = at.office().countersign(members.getLast(), at.invite(members.getFirst(), stranger, Set.of(0)));
    require(at.admit(invitation, stranger) instanceof Admission.Admitted, "a good invitation does not admit");
    at.unlock(Stream.concat(members.stream(), Stream.of(name)).toList());
    ReportId after = reportOfAfter();
    answers(members.getFirst(), before, after, opened);
    consoles(members.getFirst(), before, after, opened);
    at.office().close();
    journal(members.getFirst(), stranger, opened);
    files(before, opened);
    return opened;
  }

  private static void require(boolean works, String blind) throws IOException {
    if (!works) {
      throw new IOException("the drill is blind: " + blind);
    }
  }

  /// The first that comes now in the newcomer's lane.
  private ReportId reportOfAfter() throws IOException, FormatException {
    for (int i = 0; i < MOST_OF_AFTER; i++) {
      at.report();
      if (at.taken(at.order().getLast()).lane() == 0) {
        return at.order().getLast();
      }
    }
    throw new IOException("the drill is blind: no report came to the newcomer's lane");
  }

  private void answers(Pseudonym founder, List<ReportId> before, ReportId after, List<String> opened) throws IOException {
    require(isTold(founder, before.getLast()), "the desk shows the founder no words");
    require(isTold(name, after), "the desk shows the newcomer no words of after");
    long told = before.stream().filter(id -> isTold(name, id)).count();
    if (told > 0) {
      opened.add("the desk showed " + told + " reports of before");
    }
  }

  private boolean isTold(Pseudonym member, ReportId id) {
    return at.desk().showing().show(member.name(), List.of(id), at.clock().instant()) instanceof Showing.Answer.Shown shown
        && shown.words().values().stream().flatMap(words -> words.stream()).anyMatch(words -> words.contains(at.taken(id).marker()));
  }

  private void consoles(Pseudonym founder, List<ReportId> before, ReportId after, List<String> opened) throws IOException {
    Map<String, String> known = Map.of(founder.name(), passphrase(founder), name.name(), passphrase(name));
    ConsoleConfig config =
        ConsoleConfig.of(0, "Watch of Lorne", ZoneOffset.UTC, Unlock.of(known), at.world().kinds(), at.world().gazetteer());
    try (Console console = Console.open(at.desk(), config, at.clock())) {
      require(isIn(looked(console, founder, before.getLast(), 1), List.of(before.getLast())), "the console shows the founder no words");
      require(isIn(looked(console, name, after, 1), List.of(after)), "the console shows the newcomer no words of after");
      seen(looked(console, name, before.getLast(), INCIDENTS), before, "a page of the console", opened);
    }
  }

  private static String passphrase(Pseudonym member) {
    return new String(ClockedDesk.passphrase(member));
  }

  /// All that a member finds in the console who looks on every page, at so many incidents, and asks for one report.
  private static String looked(Console console, Pseudonym member, ReportId asked, int most) throws IOException {
    try (Visit visit = new Visit(console.port())) {
      visit.unlock(member.name(), passphrase(member));
      StringBuilder all = new StringBuilder();
      List<String> incidents = new ArrayList<>();
      for (String page : PAGES) {
        String body = visit.get(page);
        all.append(body);
        Matcher link = INCIDENT.matcher(body);
        while (link.find() && incidents.size() < most) {
          incidents.add(link.group(1).replace("&amp;", "&"));
        }
      }
      require(!incidents.isEmpty(), "the console lists no incident");
      for (String incident : incidents) {
        all.append(visit.get(incident));
      }
      return all.append(visit.read(asked)).toString();
    }
  }

  private void journal(Pseudonym founder, MemberKey newcomer, List<String> opened) throws IOException, FormatException {
    byte[] keyFile = Files.readAllBytes(keyFile(founder));
    Path file = at.office().folder().path().resolve("journal.db");
    try (MemberKey known = MemberKey.unlock(keyFile, ClockedDesk.passphrase(founder)).orElseThrow();
        Journal journal = Journal.open(SqliteJournalStore.open(file), at.office().file().desk());
        Keyring theirs = journal.unlock(known);
        Keyring keyring = journal.unlock(newcomer)) {
      int own = journal.epoch().orElseThrow();
      require(IntStream.range(1, own).anyMatch(epoch -> holdsAll(theirs, epoch)), "the founder holds no key of before");
      require(keyring.secret("epoch " + own).isPresent(), "the newcomer holds no key of their own");
      IntStream.range(1, own).filter(epoch -> holdsAny(keyring, epoch))
          .forEach(epoch -> opened.add("the newcomer holds a key of epoch " + epoch));
      long from = journal.base(theirs).map(base -> base.through() + 1).orElse(1L);
      require(entries(journal, theirs, from) > 0, "the journal opens for nobody");
      if (entries(journal, keyring, from) > 0) {
        opened.add("entries of the journal from before opened");
      }
    }
  }

  private Path keyFile(Pseudonym member) throws IOException {
    try (Stream<Path> files = Files.list(at.office().folder().path().resolve("members"))) {
      return files.filter(file -> file.getFileName().toString().startsWith(member + ".")).findFirst().orElseThrow();
    }
  }

  /// How many open from there on; none where one of them does not.
  private static long entries(Journal journal, Keyring keyring, long from) {
    try (var entries = journal.read(keyring, from, _ -> true)) {
      return entries.filter(_ -> true).count();
    } catch (BrokenJournalException e) {
      return 0; // locked
    }
  }

  private boolean holdsAll(Keyring keyring, int epoch) {
    return holdsEpoch(keyring, epoch) && lanes().allMatch(lane -> holdsShelf(keyring, epoch, lane));
  }

  private boolean holdsAny(Keyring keyring, int epoch) {
    return holdsEpoch(keyring, epoch) || lanes().anyMatch(lane -> holdsShelf(keyring, epoch, lane));
  }

  private IntStream lanes() {
    return IntStream.range(0, at.office().file().lanes());
  }

  private static boolean holdsEpoch(Keyring keyring, int epoch) {
    return keyring.secret("epoch " + epoch).isPresent();
  }

  private static boolean holdsShelf(Keyring keyring, int epoch, int lane) {
    return keyring.secret(SealedBodies.shelf(epoch, lane)).isPresent();
  }

  private void files(List<ReportId> before, List<String> opened) throws IOException {
    try (Stream<Path> files = Files.walk(at.office().folder().path())) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      require(all.stream().anyMatch(file -> file.endsWith("journal.db")), "the desk's files are not where they were looked for");
      for (Path file : all) {
        seen(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), before, "a file of the desk", opened);
      }
    }
  }

  private void seen(String text, List<ReportId> before, String where, List<String> opened) {
    if (isIn(text, before)) {
      opened.add(where + " holds words of a report");
    }
  }

  private boolean isIn(String text, List<ReportId> reports) {
    return text.contains("marker") && reports.stream().anyMatch(id -> text.contains(at.taken(id).marker()));
  }
}
