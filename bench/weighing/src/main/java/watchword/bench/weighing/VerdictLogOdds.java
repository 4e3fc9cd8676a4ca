package watchword.bench.weighing;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Each source counts log(right / wrong) of its judged claims (one of each beforehand), sources taken for
/// independent; ties by lot.
record VerdictLogOdds(Map<String, String> verdicts, long seed) {

  Map<String, Answer> answers(Map<String, Map<String, String>> said) {
    Map<String, double[]> records = new HashMap<>();
    verdicts.forEach((item, right) -> said.getOrDefault(item, Map.of()).forEach((source, value) ->
        records.computeIfAbsent(source, any -> new double[] {1, 1})[Flights.same(value, right) ? 0 : 1]++));
    Random random = new Random(seed);
    Map<String, Answer> answers = new TreeMap<>();
    said.forEach((item, claims) -> {
      Map<String, Double> weights = new TreeMap<>();
      claims.values().forEach(value -> weights.put(value, 0.0));
      claims.forEach((source, value) -> {
        double[] record = records.getOrDefault(source, new double[] {1, 1});
        weights.replaceAll((other, weight) -> weight + (Flights.same(value, other) ? Math.log(record[0] / record[1])
            : 0));
      });
      String most = Vote.most(weights, random);
      double top = weights.getOrDefault(most, 0.0);
      double all = weights.values().stream().mapToDouble(weight -> Math.exp(weight - top)).sum();
      double same = weights.entrySet().stream().filter(one -> Flights.same(one.getKey(), most))
          .mapToDouble(one -> Math.exp(one.getValue() - top)).sum();
      answers.put(item, new Answer(most, same / all));
    });
    return answers;
  }
}
