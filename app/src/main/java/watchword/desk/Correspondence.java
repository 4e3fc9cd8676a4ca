package watchword.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import watchword.core.report.ReportId;
import watchword.seal.Terms;

/// What passed between the desk and its senders, as entries tell it: what members wrote, and what came back.
///
/// Everything hangs on mailboxes, named by their tags. All reports of one mailbox are one sender's, by the sender's own act.
final class Correspondence {

  private final Map<ReportId, String> mailboxes = new LinkedHashMap<>();
  private final Map<String, Set<ReportId>> reports = new LinkedHashMap<>();
  private final List<Entry> letters = new ArrayList<>();
  private final Map<String, Entry.Replied> standing = new LinkedHashMap<>();
  private final Map<String, Entry.Continued> destroyed = new LinkedHashMap<>();
  private final Set<ReportId> owed = new LinkedHashSet<>();

  /// Takes an entry, before the casebook does.
  void apply(Entry entry) {
    switch (entry) {
      case Entry.Arrived arrived -> arrive(arrived.reading().id(), arrived.mailbox(), arrived.at());
      case Entry.Replied replied -> {
        letters.add(replied);
        standing.put(replied.tag(), replied);
      }
      case Entry.Continued continued -> continued(continued);
      case Entry.Forgot forgot -> forget(forgot.reports());
      case Entry.Handled _ -> {
        // of counts
      }
      case Entry.PhotoCame _, Entry.PhotosDropped _, Entry.Enrolled _, Entry.Found _, Entry.Judged _, Entry.Linked _, Entry.JoinedSeries _, Entry.LeftSeries _,
          Entry.PutAside _, Entry.Wished _, Entry.Published _, Entry.Shown _, Entry.Asked _, Entry.Agreed _, Entry.Stopped _, Entry.AskedTooMuch _, Entry.WordsCut _, Entry.Closed _,
          Entry.TimeConfirmed _, Entry.TestMissed _, Entry.Voted _, Entry.Questioned _, Entry.Checked _ -> {
        // nothing a sender said or was told
      }
    }
  }

  private void arrive(ReportId report, String mailbox, Instant at) {
    if (!mailbox.isEmpty() && mailboxes.putIfAbsent(report, mailbox) == null) {
      String tag = tag(mailbox);
      reports.computeIfAbsent(tag, _ -> new LinkedHashSet<>()).add(report);
      if (isDestroyed(tag, at)) {
        owed.add(report);
      }
    }
  }

  private void continued(Entry.Continued continued) {
    standing.remove(continued.tag());
    if (continued.act() == Continuation.Act.DESTROY) {
      destroyed.remove(continued.tag());
      destroyed.put(continued.tag(), continued);
      owed.addAll(reports(continued.tag()));
    } else {
      letters.add(continued);
    }
  }

  private void forget(Collection<ReportId> forgotten) {
    forgotten.forEach(owed::remove);
    letters.removeIf(letter -> letter instanceof Entry.Continued continued && forgotten.contains(continued.id()));
    for (ReportId report : forgotten) {
      Optional.ofNullable(mailboxes.remove(report)).map(Correspondence::tag).ifPresent(tag -> {
        Set<ReportId> left = reports.getOrDefault(tag, Set.of());
        left.remove(report);
        if (left.isEmpty()) {
          reports.remove(tag);
          standing.remove(tag);
          letters.removeIf(letter -> tagOf(letter).equals(tag));
        }
      });
    }
  }

  /// The tag in a mailbox's spelling; the key follows it.
  static String tag(String mailbox) {
    return mailbox.split(" ", 2)[0];
  }

  private static String tagOf(Entry letter) {
    return letter instanceof Entry.Replied replied ? replied.tag() : ((Entry.Continued) letter).tag();
  }

  /// Where a reply to a report goes; empty where its sender left nothing, or it is forgotten.
  Optional<String> mailbox(ReportId report) {
    return Optional.ofNullable(mailboxes.get(report));
  }

  /// The reports of one mailbox, in the order in which they came.
  Set<ReportId> reports(String tag) {
    return Collections.unmodifiableSet(reports.getOrDefault(tag, Set.of()));
  }

  /// What passed with one mailbox, oldest first: [Entry.Replied] and [Entry.Continued].
  List<Entry> letters(String tag) {
    return letters.stream().filter(letter -> tagOf(letter).equals(tag)).toList();
  }

  /// All of it, oldest first.
  List<Entry> letters() {
    return Collections.unmodifiableList(letters);
  }

  /// Wishes to destroy, oldest first.
  Collection<Entry.Continued> destroyed() {
    return Collections.unmodifiableCollection(destroyed.values());
  }

  /// Whether its sender asked within these days that everything with this mailbox be destroyed, also what is opened only now.
  boolean isDestroyed(String tag, Instant now) {
    return Optional.ofNullable(destroyed.get(tag)).filter(wish -> wish.at().plus(Terms.DESTROYED_SAID).isAfter(now)).isPresent();
  }

  /// Tags of those wishes that are carried out and still told, newest first.
  List<String> destroyedTags(Instant now) {
    return new ArrayList<>(destroyed.keySet()).reversed().stream().filter(tag -> isDestroyed(tag, now) && !owes(tag)).toList();
  }

  /// Reports that a sender wished destroyed and that are not forgotten yet: where who could not know of them took the wish in, or a machine stopped in between.
  Set<ReportId> owed() {
    return Collections.unmodifiableSet(owed);
  }

  boolean owes(String tag) {
    return reports(tag).stream().anyMatch(owed::contains);
  }

  /// What was said before this time in the name of mailboxes of which no report came.
  List<ReportId> unmatched(Instant before) {
    return letters.stream()
        .filter(letter -> letter instanceof Entry.Continued continued && continued.at().isBefore(before) && reports(continued.tag()).isEmpty())
        .map(Correspondence::body).toList();
  }

  /// The bodies of all letters.
  List<ReportId> bodies() {
    return letters.stream().map(Correspondence::body).toList();
  }

  private static ReportId body(Entry letter) {
    return letter instanceof Entry.Replied replied ? replied.words() : ((Entry.Continued) letter).id();
  }

  /// Replies that nobody has answered and that are not yet seven days old, oldest first.
  List<Entry.Replied> standing(Instant now) {
    return standing.values().stream().filter(reply -> reply.at().plus(Terms.REPLY_LIFETIME).isAfter(now)).toList();
  }

  /// Tags of opened reports, newest first.
  List<String> openedTags() {
    return new ArrayList<>(reports.keySet()).reversed();
  }

  boolean knows(ReportId continuation) {
    return came(continuation).isPresent();
  }

  /// When a sender said this; empty where it is no continuation, or forgotten.
  Optional<Instant> came(ReportId continuation) {
    return Stream.concat(letters.stream(), destroyed.values().stream())
        .filter(letter -> letter instanceof Entry.Continued continued && continued.id().equals(continuation))
        .map(letter -> ((Entry.Continued) letter).at()).findFirst();
  }

  /// Bodies that go with these reports: what was written to their senders and what came back, where no other report of the mailbox stays.
  Stream<ReportId> bodies(Collection<ReportId> going) {
    Set<String> tags = new LinkedHashSet<>();
    going.forEach(report -> mailbox(report).map(Correspondence::tag).filter(tag -> going.containsAll(reports(tag))).ifPresent(tags::add));
    return letters.stream().filter(letter -> tags.contains(tagOf(letter))).map(Correspondence::body);
  }
}
