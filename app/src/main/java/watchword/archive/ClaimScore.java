package watchword.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import watchword.core.claim.Estimate;
import watchword.core.claim.Sameness;

/// How right answers are, and how right they are about how right they are.
///
/// @param items those of which both an answer and the truth are known
/// @param f1 of label 1 where there are two labels 0 and 1, else the mean over labels
/// @param brier squared error, summed over an item's values (0 to 2)
/// @param logLoss of the truth, natural logarithm; a truth nobody named costs that of a millionth
/// @param ece distance between what was said and what held, in ten bins of as many items each
/// @param eceFloor what that distance would be on average if every probability were exactly right
public record ClaimScore(int items, double accuracy, double f1, double brier, double logLoss, double ece, double eceFloor) {

  private static final double LEAST = 1e-6;

  /// Compares answers with the truth; what has no answer is not scored.
  public static ClaimScore of(List<Estimate> answers, Map<String, String> truth, Sameness sameness) {
    List<Estimate> known = answers.stream().filter(answer -> truth.containsKey(answer.item())).toList();
    List<Reliability.Said> said = new ArrayList<>();
    double brier = 0;
    double loss = 0;
    int right = 0;
    for (Estimate answer : known) {
      String truly = truth.getOrDefault(answer.item(), "");
      boolean hit = sameness.same(answer.value(), truly);
      said.add(new Reliability.Said(answer.probability(), hit));
      right += hit ? 1 : 0;
      double miss = (hit ? 1 : 0) - answer.probability();
      double others = 0;
      double onTruth = hit ? answer.probability() : 0;
      for (Map.Entry<String, Double> value : new TreeMap<>(answer.values()).entrySet()) {
        if (!sameness.same(value.getKey(), answer.value())) {
          boolean is = sameness.same(value.getKey(), truly);
          others += Math.pow((is ? 1 : 0) - value.getValue(), 2);
          onTruth += is && !hit ? value.getValue() : 0;
        }
      }
      brier += miss * miss + others;
      loss -= Math.log(Math.max(LEAST, Math.min(1, onTruth)));
    }
    int n = Math.max(1, known.size());
    Reliability reliability = Reliability.of(said);
    return new ClaimScore(known.size(), (double) right / n, f1(known, truth, sameness), brier / n, loss / n, reliability.ece(), reliability.floor());
  }

  private static double f1(List<Estimate> answers, Map<String, String> truth, Sameness sameness) {
    TreeSet<String> labels = new TreeSet<>();
    answers.forEach(answer -> labels.add(truth.getOrDefault(answer.item(), "")));
    if (labels.equals(new TreeSet<>(List.of("0", "1")))) {
      labels.remove("0");
    }
    Map<String, int[]> counts = new TreeMap<>();
    labels.forEach(label -> counts.put(label, new int[3]));
    for (Estimate answer : answers) {
      String truly = truth.getOrDefault(answer.item(), "");
      boolean hit = sameness.same(answer.value(), truly);
      counts.getOrDefault(truly, new int[3])[hit ? 0 : 1]++;
      if (!hit) {
        counts.getOrDefault(answer.value(), new int[3])[2]++;
      }
    }
    return counts.values().stream().mapToDouble(count -> 2.0 * count[0] / Math.max(1, 2 * count[0] + count[1] + count[2])).average().orElse(0);
  }
}
