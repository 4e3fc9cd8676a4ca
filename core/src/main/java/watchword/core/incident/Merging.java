package watchword.core.incident;

import java.util.Optional;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;

/// The incidents of readings that come and go: at any moment those that merging would give for what is held then.
public interface Merging {

  /// Takes a reading; one whose id is held already changes nothing.
  void arrive(Reading reading);

  /// Lets a reading go; an id that is not held changes nothing.
  void leave(ReportId id);

  /// Takes what members say now in place of what they said.
  void constrain(Constraints constraints);

  /// Takes new word weights.
  ///
  /// @param hour they differ from the last ones in later hours alone
  void weigh(WordWeights weights, long hour);

  /// Works out what follows from all that has come; what is asked for below is worked out by itself.
  void settle();

  Merged merged();

  /// The incident that holds a report.
  Optional<IncidentId> holder(ReportId id);

  Optional<Incident> find(IncidentId id);
}
