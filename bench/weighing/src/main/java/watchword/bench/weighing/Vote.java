package watchword.bench.weighing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// What most sources say; ties by lot.
record Vote(long seed) {

  Map<String, Answer> answers(Map<String, Map<String, String>> said) {
    Random random = new Random(seed);
    Map<String, Answer> answers = new TreeMap<>();
    said.forEach((item, claims) -> {
      Map<String, Double> votes = new TreeMap<>();
      claims.values().forEach(value -> votes.merge(value, 1.0, Double::sum));
      String most = most(votes, random);
      answers.put(item, new Answer(most, votes.getOrDefault(most, 0.0) / claims.size()));
    });
    return answers;
  }

  static String most(Map<String, Double> weights, Random random) {
    double most = weights.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    List<String> best = new ArrayList<>();
    weights.forEach((value, weight) -> {
      if (weight >= most - 1e-12) {
        best.add(value);
      }
    });
    return best.get(random.nextInt(best.size()));
  }
}
