package watchword.bench.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// Dawid and Skene (1979) as it stands: a table of confusions a source, by EM from the shares of votes, a hundred
/// rounds.
final class DawidSkene {

  private static final int ROUNDS = 100;

  /// So that no table holds a zero.
  private static final double LEAST = 0.01;

  private final List<String> labels;
  private final List<int[]> sources = new ArrayList<>();
  private final List<int[]> said = new ArrayList<>();
  private final double[][] shares;
  private final double[][][] tables;

  private DawidSkene(Map<String, Map<String, String>> claims) {
    TreeSet<String> distinct = new TreeSet<>();
    claims.values().forEach(item -> distinct.addAll(item.values()));
    labels = List.copyOf(distinct);
    Map<String, Integer> numbers = new HashMap<>();
    claims.values().forEach(item -> {
      sources.add(item.keySet().stream().mapToInt(source -> numbers.computeIfAbsent(source, name -> numbers.size()))
          .toArray());
      said.add(item.values().stream().mapToInt(labels::indexOf).toArray());
    });
    shares = new double[claims.size()][labels.size()];
    tables = new double[numbers.size()][labels.size()][labels.size()];
    for (int item = 0; item < shares.length; item++) {
      for (int label : said.get(item)) {
        shares[item][label] += 1.0 / said.get(item).length;
      }
    }
  }

  static Map<String, Answer> answers(Map<String, Map<String, String>> claims, long seed) {
    DawidSkene fit = new DawidSkene(claims);
    for (int round = 0; round < ROUNDS; round++) {
      fit.maximise();
      fit.expect();
    }
    Random random = new Random(seed);
    Map<String, Answer> answers = new TreeMap<>();
    int item = 0;
    for (String name : claims.keySet()) {
      Map<String, Double> weights = new TreeMap<>();
      for (int label = 0; label < fit.labels.size(); label++) {
        weights.put(fit.labels.get(label), fit.shares[item][label]);
      }
      String most = Vote.most(weights, random);
      answers.put(name, new Answer(most, weights.getOrDefault(most, 0.0)));
      item++;
    }
    return answers;
  }

  private void maximise() {
    for (double[][] table : tables) {
      Arrays.stream(table).forEach(row -> Arrays.fill(row, LEAST));
    }
    for (int item = 0; item < shares.length; item++) {
      for (int claim = 0; claim < said.get(item).length; claim++) {
        for (int label = 0; label < labels.size(); label++) {
          tables[sources.get(item)[claim]][label][said.get(item)[claim]] += shares[item][label];
        }
      }
    }
    for (double[][] table : tables) {
      for (double[] row : table) {
        double all = Arrays.stream(row).sum();
        Arrays.setAll(row, label -> Math.log(row[label] / all));
      }
    }
  }

  private void expect() {
    double[] base = new double[labels.size()];
    Arrays.stream(shares).forEach(item -> Arrays.setAll(base, label -> base[label] + item[label]));
    for (int item = 0; item < shares.length; item++) {
      double[] logs = new double[base.length];
      for (int label = 0; label < logs.length; label++) {
        logs[label] = Math.log(base[label] / shares.length + 1e-12);
        for (int claim = 0; claim < said.get(item).length; claim++) {
          logs[label] += tables[sources.get(item)[claim]][label][said.get(item)[claim]];
        }
      }
      double most = Arrays.stream(logs).max().orElseThrow();
      double all = Arrays.stream(logs).map(log -> Math.exp(log - most)).sum();
      Arrays.setAll(shares[item], label -> Math.exp(logs[label] - most) / all);
    }
  }
}
