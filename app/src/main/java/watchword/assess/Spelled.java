package watchword.assess;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.core.assessment.Estimates;

/// What sheet and JSON both tell of a folder.
final class Spelled {

  private Spelled() {}

  static String count(int number, String what) {
    return String.format(Locale.ROOT, "%d %s%s", number, what, number == 1 ? "" : "s");
  }

  /// The median of what was estimated by then, from three people on.
  static Optional<List<Double>> median(QuestionFolder folder, Instant asOf) {
    return new Estimates(folder.estimates().all().stream().filter(one -> !one.at().isAfter(asOf)).toList()).median();
  }
}
