package watchword.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import watchword.core.report.MediaHash;
import watchword.core.report.ReportId;

/// What the desk forgets, and when: words, photos and letters go with their report, by schedule or by a sender's wish, and what nothing names goes too.
///
/// A desk that reads by a newcomer's keys does not know which photo, letter or mailbox belongs to a report of before. It forgets what it knows of; the rest
/// waits for whoever reads from furthest back, and goes as soon as they unlock.
final class Retention {

  /// How long the words of a closed incident are kept.
  private static final Duration KEPT = Duration.ofDays(30);

  /// A photo, or what a sender says later, is sealed after its report, whose keys are gone by then.
  private static final Duration UNNAMED = Duration.ofDays(4);

  private final boolean whole;
  private final Casebook casebook;
  private final Bodies bodies;
  private final Set<String> before;
  private final BiConsumer<String, Entry> note;
  private boolean swept;

  /// @param whole whether the casebook holds all that any member's keys open
  /// @param before the bodies that stood there before the casebook was read: what came later is not for it to judge
  Retention(boolean whole, Casebook casebook, Bodies bodies, Set<String> before, BiConsumer<String, Entry> note) {
    this.whole = whole;
    this.casebook = casebook;
    this.bodies = bodies;
    this.before = Set.copyOf(before);
    this.note = note;
  }

  /// Forgets all that is due, and returns how many reports of closed incidents.
  int keepHouse(Instant now) {
    forget(casebook.correspondence().owed(), now);
    List<ReportId> due = casebook.closed().stream()
        .filter(closing -> !closing.at().plus(KEPT).isAfter(now))
        .flatMap(closing -> closing.reports().stream())
        .filter(id -> !casebook.forgotten().contains(id))
        .toList();
    forget(due, now);
    if (whole) {
      dropUnnamed(now);
      sweep();
    }
    return due.size();
  }

  /// Forgets words and photos of reports and what passed with their senders, and all but a coarse line of what they said.
  void forget(Collection<ReportId> reports, Instant now) {
    if (reports.isEmpty()) {
      return;
    }
    List<ReportId> going = List.copyOf(reports);
    List<MediaHash> photos = going.stream().filter(casebook::knows).flatMap(id -> casebook.photosOf(casebook.arrival(id)).stream()).toList();
    bodies.forget(Stream.concat(going.stream(), casebook.correspondence().bodies(going)).toList(), photos);
    note.accept(Desk.DESK, new Entry.Forgot(now, going));
  }

  /// Photos and letters whose report can no longer come.
  private void dropUnnamed(Instant now) {
    List<MediaHash> photos = casebook.unnamedPhotos(now.minus(UNNAMED));
    if (!photos.isEmpty()) {
      bodies.forget(List.of(), photos);
      note.accept(Desk.DESK, new Entry.PhotosDropped(now, photos));
    }
    forget(casebook.correspondence().unmatched(now.minus(UNNAMED)), now);
  }

  /// Once for each reading of the casebook: what a desk that knew less left behind, and what a crash did.
  private void sweep() {
    if (swept) {
      return;
    }
    List<ReportId> words = new ArrayList<>(casebook.correspondence().bodies());
    casebook.arrivals().stream().map(arrival -> arrival.told().id()).filter(id -> !casebook.forgotten().contains(id)).forEach(words::add);
    bodies.forgetAllBut(words, casebook.photos().stream().map(Entry.PhotoCame::photo).toList(), before);
    swept = true;
  }

  /// Mailboxes of which it may be told that everything is destroyed: by a casebook that would know of more.
  List<String> destroyed(Instant now) {
    return whole ? casebook.correspondence().destroyedTags(now) : List.of();
  }
}
