package watchword.core.corroboration;

import java.util.List;
import java.util.Optional;
import watchword.core.report.Reading;

/// How likely a source repeats another in words of its own, by what both told that was not so: who sees is right like others and wrong alone, who copies is
/// wrong alike (Dong et al. 2009). It is found pair by pair and never passed on to a third.
///
/// @param original what it may go back to here
/// @param shared false reports of the other source that it told later, of so `many` on which it spoke later
record Copying(Reading original, double probability, int shared, int many) {

  /// Fewer are wrong alike by chance.
  private static final int SHARED = 3;

  /// Of two sources, before anything is known of them.
  private static final double SUSPECTED = LogOddsWeigher.logit(0.1);

  /// How often who copies does so.
  private static final double COPIES = 0.8;

  /// The likeliest original among earlier readings.
  ///
  /// @param slip how often the later source errs by itself where another erred before it
  static Optional<Copying> among(List<Reading> earlier, Reading later, Experience experience, double slip) {
    List<Spoke> heard = experience.track(later).spoke();
    Copying strongest = new Copying(later, 0, 0, 0);
    for (Reading one : heard.stream().filter(Spoke::lies).count() < SHARED ? List.<Reading>of() : earlier) {
      Copying found = of(one, experience.track(one).spoke(), heard, slip);
      strongest = Reading.ORDER.compare(one, later) < 0 && found.shared >= SHARED && found.probability > strongest.probability ? found : strongest;
    }
    return strongest.shared == 0 ? Optional.empty() : Optional.of(strongest);
  }

  /// Both lists go by the number of their incidents.
  private static Copying of(Reading original, List<Spoke> first, List<Spoke> second, double slip) {
    int shared = 0;
    int many = 0;
    for (int i = 0, j = 0; i < first.size() && j < second.size(); ) {
      Spoke one = first.get(i);
      Spoke other = second.get(j);
      if (one.incident() == other.incident() && one.lies() && one.at().isBefore(other.at())) {
        many++;
        shared += other.supports() ? 1 : 0;
      }
      i += one.incident() <= other.incident() ? 1 : 0;
      j += other.incident() <= one.incident() ? 1 : 0;
    }
    double odds = SUSPECTED + shared * StrictMath.log((COPIES + (1 - COPIES) * slip) / slip) + (many - shared) * StrictMath.log(1 - COPIES);
    return new Copying(original, LogOddsWeigher.sigmoid(odds), shared, many);
  }

  /// Whether the two are rather one voice than two.
  boolean likely() {
    return probability > 0.5;
  }

  /// What is left of its word where the original has spoken.
  double left() {
    return 1 - COPIES * probability;
  }
}
