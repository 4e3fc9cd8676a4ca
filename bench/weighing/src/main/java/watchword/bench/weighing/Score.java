package watchword.bench.weighing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/// How right answers are; the benchmark's own count, not the product's.
///
/// @param ece in ten bins of as many items each
/// @param floor what `ece` would be on average were every probability exact
record Score(int items, double accuracy, double ece, double floor) {

  private static final int BINS = 10;

  private record Said(double probability, boolean right) {}

  /// An item without an answer counts as wrong, said with probability 0.
  static Score of(Map<String, Answer> answers, Map<String, String> truth, BiPredicate<String, String> same) {
    List<Said> said = new ArrayList<>();
    truth.forEach((item, right) -> {
      Answer answer = answers.getOrDefault(item, new Answer("", 0));
      said.add(new Said(answer.probability(), same.test(answer.value(), right)));
    });
    said.sort(Comparator.comparingDouble(Said::probability));
    double ece = 0;
    double floor = 0;
    for (int bin = 0; bin < BINS; bin++) {
      List<Said> in = said.subList(bin * said.size() / BINS, (bin + 1) * said.size() / BINS);
      ece += Math.abs(in.stream().mapToDouble(one -> one.probability() - (one.right() ? 1 : 0)).sum());
      floor += Math.sqrt(2 / Math.PI * in.stream().mapToDouble(one -> one.probability() * (1 - one.probability()))
          .sum());
    }
    long right = said.stream().filter(Said::right).count();
    return new Score(said.size(), (double) right / said.size(), ece / said.size(), floor / said.size());
  }

  /// F1 of label 1 where there are two labels, else the mean over labels.
  static double f1(Map<String, Answer> answers, Map<String, String> truth) {
    TreeSet<String> labels = new TreeSet<>(truth.values());
    List<String> counted = labels.size() == 2 ? List.of(labels.last()) : List.copyOf(labels);
    return counted.stream().mapToDouble(label -> f1(answers, truth, label)).average().orElseThrow();
  }

  private static double f1(Map<String, Answer> answers, Map<String, String> truth, String label) {
    int both = 0;
    int either = 0;
    for (Map.Entry<String, String> one : truth.entrySet()) {
      boolean answered = answers.getOrDefault(one.getKey(), new Answer("", 0)).value().equals(label);
      boolean right = one.getValue().equals(label);
      both += answered && right ? 1 : 0;
      either += (answered ? 1 : 0) + (right ? 1 : 0);
    }
    return 2.0 * both / Math.max(1, either);
  }
}
