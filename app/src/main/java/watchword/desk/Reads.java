package watchword.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchword.core.report.ReportId;
import watchword.seal.Epoch;

/// What members were shown and asked to be shown, as the journal's entries fold.
final class Reads {

  private final List<Entry> entries = new ArrayList<>();
  private final List<Asking> askings = new ArrayList<>();

  /// One act of asking and what became of it.
  ///
  /// @param agreed when a second member agreed, and who
  record Asking(Entry.Asked asked, Optional<Entry.Agreed> agreed, Optional<Entry.Stopped> stopped) {

    boolean isOf(String asker, List<ReportId> reports) {
      return asked.member().equals(asker) && asked.reports().equals(reports);
    }

    boolean waits() {
      return agreed.isEmpty() && stopped.isEmpty();
    }
  }

  void apply(Entry entry) {
    entries.add(entry);
    switch (entry) {
      case Entry.Asked asked -> askings.add(new Asking(asked, Optional.empty(), Optional.empty()));
      case Entry.Agreed agreed -> settle(agreed.asker(), agreed.reports(), Optional.of(agreed), Optional.empty());
      case Entry.Stopped stopped -> settle(stopped.asker(), stopped.reports(), Optional.empty(), Optional.of(stopped));
      case Entry.Shown _, Entry.AskedTooMuch _ -> {
        // looked up by day
      }
      case Entry.Handled _ -> throw new IllegalArgumentException("not of showing");
      case Entry.Arrived _, Entry.PhotoCame _, Entry.PhotosDropped _, Entry.Enrolled _, Entry.Found _, Entry.Judged _, Entry.Linked _,
          Entry.JoinedSeries _, Entry.LeftSeries _, Entry.PutAside _, Entry.Wished _, Entry.Published _, Entry.Replied _, Entry.Continued _, Entry.WordsCut _, Entry.Closed _, Entry.Forgot _,
          Entry.TimeConfirmed _, Entry.TestMissed _, Entry.Voted _, Entry.Questioned _, Entry.Checked _ ->
          throw new IllegalArgumentException("not of showing");
    }
  }

  private void settle(String asker, List<ReportId> reports, Optional<Entry.Agreed> agreed, Optional<Entry.Stopped> stopped) {
    for (int i = askings.size() - 1; i >= 0; i--) {
      Asking asking = askings.get(i);
      if (asking.isOf(asker, reports) && asking.stopped().isEmpty()) {
        askings.set(i, new Asking(asking.asked(), agreed.or(asking::agreed), stopped));
        return;
      }
    }
  }

  /// Everything in its order, for a checkpoint.
  List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  List<Asking> askings() {
    return Collections.unmodifiableList(askings);
  }

  /// The reports whose words a member was shown on a day.
  Set<ReportId> shown(String member, Epoch day) {
    Set<ReportId> shown = new HashSet<>();
    for (Entry entry : entries.reversed()) {
      if (Authorship.at(entry).isBefore(day.begin())) {
        break; // entries stand in the order of their time
      }
      if (entry instanceof Entry.Shown one && one.member().equals(member) && on(day, one.at())) {
        shown.add(one.report());
      }
    }
    return shown;
  }

  /// Whether a member was shown the words of a report, as far as the journal still says.
  boolean wasShown(String member, ReportId report) {
    return entries.stream().anyMatch(entry -> entry instanceof Entry.Shown one && one.member().equals(member) && one.report().equals(report));
  }

  /// The reports a member was shown or asked for on a day: what a day's quota counts.
  Set<ReportId> askedFor(String member, Epoch day) {
    Set<ReportId> all = shown(member, day);
    askings.stream().filter(asking -> asking.asked().member().equals(member) && on(day, asking.asked().at())).forEach(asking -> all.addAll(asking.asked().reports()));
    return all;
  }

  /// Who asked for more than a day has, each once a day, oldest first.
  List<Entry.AskedTooMuch> tooMuch() {
    return entries.stream().filter(Entry.AskedTooMuch.class::isInstance).map(Entry.AskedTooMuch.class::cast).toList();
  }

  static boolean on(Epoch day, Instant at) {
    return Epoch.of(at).equals(day);
  }
}
