package watchword.drill.year;

import java.time.Instant;
import java.util.List;

/// What was said on a day in the life of a month's question.
///
/// @param probability that columns cross in what is left of the month, as computed
/// @param baseRate the same without any evidence
/// @param moved what moved it most, and how many times likelier or less likely it made a crossing; empty if nothing did
public record Figure(Instant at, double probability, double baseRate, String moved) {

  List<Double> said() {
    return List.of(probability, 1 - probability);
  }

  List<Double> usual() {
    return List.of(baseRate, 1 - baseRate);
  }
}
