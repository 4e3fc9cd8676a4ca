package watchword.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Verdict;
import watchword.core.incident.Pair;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;

/// A casebook as few entries that fold to it again.
///
/// Three of them: one that is exact, one that says nothing of who did what, and one for a newcomer.
final class Checkpoint {

  /// In the place of whoever did something that was folded.
  static final String FORMER = "former";

  /// Before a number, where several of them are told apart.
  static final String FORMER_NUMBERED = FORMER + "-";

  private static final Comparator<Pair> ORDER = Comparator.comparing(Pair::first).thenComparing(Pair::second);

  private Checkpoint() {}

  /// Returns entries that fold to the same casebook.
  static List<Entry> exact(Casebook casebook) {
    List<Entry> entries = new ArrayList<>();
    // First of all: what its sender wished destroyed is still owed as it arrives, and what stands since is not ended by it.
    entries.addAll(casebook.correspondence().destroyed());
    casebook.arrivals().forEach(arrival -> entries.add(new Entry.Arrived(arrival.at(), arrival.told(), arrival.mailbox())));
    entries.addAll(casebook.photos());
    casebook.enrolled().forEach((source, tally) -> entries.add(new Entry.Enrolled(Instant.EPOCH, source, tally)));
    casebook.findings().forEach(finding -> entries.add(new Entry.Found(finding)));
    casebook.verdicts().forEach(verdict -> entries.add(new Entry.Judged(verdict)));
    entries.addAll(links(casebook));
    casebook.series().forEach(link -> entries.add(new Entry.JoinedSeries(Instant.EPOCH, FORMER, link.one(), link.other())));
    entries.addAll(casebook.aside());
    casebook.threads().forEach(entries::addAll);
    // After the bulletins: one settles only the wishes that came before it.
    entries.addAll(casebook.wishes());
    entries.addAll(casebook.reads().entries());
    entries.addAll(casebook.questions().entries());
    entries.addAll(casebook.corrections());
    casebook.cuts().forEach(cut -> entries.add(new Entry.WordsCut(cut)));
    entries.addAll(casebook.closed());
    entries.addAll(casebook.handled());
    // In the order in which they were said: what came back answers what was written before it.
    entries.addAll(casebook.correspondence().letters());
    if (!casebook.forgotten().isEmpty()) {
      entries.add(new Entry.Forgot(Instant.EPOCH, casebook.forgotten().stream().sorted().toList()));
    }
    return entries;
  }

  /// Returns entries that fold to the same casebook but for its members: what stays of entries that are cut.
  ///
  /// Who checked what keeps a number, anew in each happening, for a second check by one member counts less. Wishes have
  /// lapsed by then, who was shown what is nobody's business any more, and a wish to destroy that was carried out need not be told any more.
  static List<Entry> nameless(Casebook casebook) {
    Numbers numbers = new Numbers(casebook);
    FormerSteps former = new FormerSteps();
    return exact(casebook).stream().<Entry>mapMulti((entry, out) -> {
      switch (entry) {
        case Entry.Found(Finding finding) -> out.accept(new Entry.Found(new Finding(numbers.of(finding), finding.method(), finding.outcome(), finding.at(), finding.reports())));
        case Entry.Judged(Verdict verdict) -> out.accept(new Entry.Judged(new Verdict(FORMER, verdict.truth(), verdict.at(), verdict.reports())));
        case Entry.PutAside put -> out.accept(new Entry.PutAside(put.at(), FORMER, put.reports(), put.until()));
        case Entry.Closed closing -> out.accept(new Entry.Closed(closing.at(), Optional.empty(), closing.reports()));
        case Entry.Handled handled -> out.accept(handled.by(FORMER)); // a note may name anybody
        case Entry.Replied replied -> out.accept(new Entry.Replied(replied.at(), FORMER, replied.report(), replied.tag(), replied.words()));
        case Entry.Questioned step -> former.nameless(step).ifPresent(out);
        case Entry.Checked checked -> out.accept(new Entry.Checked(checked.at(), FORMER, checked.language(), checked.kept(), checked.changed()));
        case Entry.Continued(Instant _, ReportId _, String tag, Continuation.Act act) when act == Continuation.Act.DESTROY && !casebook.correspondence().owes(tag) -> {
          // said above
        }
        case Entry.Wished _, Entry.Shown _, Entry.Asked _, Entry.Agreed _, Entry.Stopped _, Entry.AskedTooMuch _, Entry.TimeConfirmed _, Entry.TestMissed _, Entry.Voted _ -> {
          // said above
        }
        case Entry.Arrived _, Entry.PhotoCame _, Entry.PhotosDropped _, Entry.Enrolled _, Entry.Linked _, Entry.JoinedSeries _, Entry.LeftSeries _,
            Entry.Published _, Entry.WordsCut _, Entry.Forgot _, Entry.Continued _ -> out.accept(entry);
      }
    }).toList();
  }

  /// Returns the casebook at publication precision: where a newcomer begins.
  ///
  /// Hours whose words are counted keep their place without the counts, so that nobody counts them twice.
  static List<Entry> forNewcomer(Casebook casebook) {
    FormerSteps former = new FormerSteps();
    return nameless(casebook).stream().<Entry>mapMulti((entry, out) -> {
      switch (entry) {
        case Entry.Arrived arrived -> out.accept(new Entry.Arrived(Precision.hour(arrived.at()), Precision.publicOnly(arrived.reading()), ""));
        case Entry.WordsCut words -> out.accept(new Entry.WordsCut(new WordWeights.Cut(words.cut().hour(), 0, Map.of())));
        case Entry.Questioned step -> out.accept(former.wordless(step));
        case Entry.PhotoCame _, Entry.PhotosDropped _ -> {
          // of reports of which a newcomer is told no photo
        }
        case Entry.Handled _ -> out.accept(entry); // district, day and cause, without a name or a note
        case Entry.Enrolled _, Entry.Replied _, Entry.Continued _ -> {
          // names an observer; hangs on mailboxes, which a newcomer is not told
        }
        case Entry.Found _, Entry.Judged _, Entry.Linked _, Entry.JoinedSeries _, Entry.LeftSeries _, Entry.PutAside _, Entry.Wished _, Entry.Published _,
            Entry.Shown _, Entry.Asked _, Entry.Agreed _, Entry.Stopped _, Entry.AskedTooMuch _, Entry.TimeConfirmed _, Entry.TestMissed _, Entry.Voted _, Entry.Closed _,
            Entry.Forgot _, Entry.Checked _ -> out.accept(entry);
      }
    }).toList();
  }

  private static List<Entry> links(Casebook casebook) {
    List<Entry> links = new ArrayList<>();
    links(casebook.constraints().same().stream().sorted(ORDER).toList(), true, links);
    links(casebook.constraints().different().stream().sorted(ORDER).toList(), false, links);
    return links;
  }

  private static void links(List<Pair> pairs, boolean same, List<Entry> out) {
    Map<ReportId, List<ReportId>> bySmaller = new TreeMap<>();
    pairs.forEach(pair -> bySmaller.computeIfAbsent(pair.first(), first -> new ArrayList<>()).add(pair.second()));
    bySmaller.forEach((first, others) -> out.add(new Entry.Linked(Instant.EPOCH, FORMER, same, List.of(first), others)));
  }

  /// Numbers in the place of names: the same for one member within a happening, and unrelated between two.
  private static final class Numbers {
    private final Map<ReportId, ReportId> above = new HashMap<>();
    private final Map<ReportId, Map<String, Integer>> numbers = new LinkedHashMap<>();

    /// What members called the same is one happening, also where each half was checked by somebody else before.
    Numbers(Casebook casebook) {
      for (Finding finding : casebook.findings()) {
        finding.reports().forEach(report -> above.put(top(report), top(finding.reports().getFirst())));
      }
      casebook.constraints().same().stream().sorted(ORDER).forEach(pair -> above.put(top(pair.first()), top(pair.second())));
    }

    String of(Finding finding) {
      Map<String, Integer> members = numbers.computeIfAbsent(top(finding.reports().getFirst()), happening -> new HashMap<>());
      return FORMER_NUMBERED + members.computeIfAbsent(finding.member(), member -> members.size() + 1);
    }

    private ReportId top(ReportId report) {
      ReportId at = report;
      while (!above.getOrDefault(at, at).equals(at)) {
        at = above.getOrDefault(at, at);
      }
      return at;
    }
  }
}
