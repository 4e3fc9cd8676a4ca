package watchword.core.assessment;

import java.util.ArrayList;
import java.util.List;
import watchword.core.bulletin.Likelihood;

/// How likely a thing is to be seen if each hypothesis is true, in the seven words of ICD 203.
///
/// A word stands for the middle of its range: .03, .125, .325, .5, .675, .875, .97. Finer numbers would be invented.
///
/// @param words in the order of the hypotheses
public record Expectation(List<Likelihood> words) {
  public Expectation {
    words = List.copyOf(words);
  }

  /// The probability a word stands for.
  public static double value(Likelihood word) {
    return (word.fromPercent() + word.toPercent()) / 200.0;
  }

  /// P(seen | hypothesis), in the order of the hypotheses.
  public List<Double> seen() {
    return words.stream().map(Expectation::value).toList();
  }

  /// P(not seen | hypothesis).
  public List<Double> unseen() {
    List<Double> unseen = new ArrayList<>();
    for (double seen : seen()) {
      unseen.add(1 - seen);
    }
    return unseen;
  }
}
