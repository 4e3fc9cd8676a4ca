package watchword.desk;

import java.util.Optional;
import watchword.core.incident.IncidentId;
import watchword.core.incident.Merged;
import watchword.core.incident.Merging;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;

/// The merging of what is open in a casebook, which follows the casebook's entries.
final class Followed {

  private final Casebook casebook;
  private final Merging merging;

  /// @param merging holds nothing yet
  Followed(Casebook casebook, Merging merging) {
    this.casebook = casebook;
    this.merging = merging;
    merging.weigh(WordWeights.of(casebook.cuts()), Long.MIN_VALUE);
    merging.constrain(casebook.constraints());
    casebook.open().forEach(merging::arrive);
  }

  /// Follows an entry that the casebook has just taken.
  void follow(Entry entry) {
    switch (entry) {
      case Entry.Arrived arrived -> renew(arrived.reading().id());
      case Entry.PhotoCame photo -> casebook.naming(photo.photo()).ifPresent(this::renew);
      case Entry.Linked _ -> merging.constrain(casebook.constraints());
      case Entry.WordsCut words -> merging.weigh(WordWeights.of(casebook.cuts()), words.cut().hour());
      case Entry.Closed closing -> closing.reports().forEach(this::renew);
      case Entry.Forgot forgot -> forgot.reports().forEach(this::renew);
      case Entry.Handled _ -> {
        // of counts
      }
      case Entry.Enrolled _, Entry.Found _, Entry.Judged _, Entry.JoinedSeries _, Entry.LeftSeries _, Entry.PutAside _,
          Entry.Wished _, Entry.Published _, Entry.Shown _, Entry.Asked _, Entry.Agreed _, Entry.Stopped _, Entry.AskedTooMuch _, Entry.Replied _,
          Entry.Continued _, Entry.PhotosDropped _, Entry.TimeConfirmed _, Entry.TestMissed _, Entry.Voted _, Entry.Questioned _, Entry.Checked _ -> {
        // none of them changes what is one
      }
    }
  }

  /// Holds a report as the casebook tells it now, or no more.
  private void renew(ReportId id) {
    merging.leave(id);
    if (casebook.isOpen(id)) {
      merging.arrive(casebook.arrival(id).reading());
    }
  }

  Merged merged() {
    return merging.merged();
  }

  Optional<IncidentId> holder(ReportId id) {
    return merging.holder(id);
  }
}
