package watchword.bench.peers;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// First Story Detection: a text joins its nearest neighbour in a window, or begins a story (Mazoyer et al. 2020).
///
/// TF-IDF with running weights: a text is weighed by the texts before it and keeps those weights. The nearest neighbour does not depend on
/// the threshold, so one pass serves them all.
final class FirstStory implements Peer {

  /// Texts that are compared with; the paper's window is of this order, ours as in the notes on peers.
  private static final int WINDOW = 3_000;

  private final Function<String, List<String>> terms;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, Integer> documents = new HashMap<>();
  private final Map<Integer, ArrayDeque<Posting>> postings = new HashMap<>();

  private record Posting(int row, double weight) {}

  FirstStory(Function<String, List<String>> terms) {
    this.terms = terms;
  }

  @Override
  public void merge(List<Row> rows, Settings settings) throws IOException {
    int[] nearest = new int[rows.size()];
    double[] cosine = new double[rows.size()];
    for (int i = 0; i < nearest.length; i++) {
      Map<Integer, Double> vector = vector(rows.get(i).text(), i);
      double[] likeness = likeness(vector, i);
      for (int back = 0; back < likeness.length; back++) {
        if (likeness[back] > cosine[i]) {
          cosine[i] = likeness[back];
          nearest[i] = i - 1 - back;
        }
      }
      remember(vector, i);
    }
    for (int percent = 15; percent <= 90; percent += 5) {
      int[] clusters = new int[nearest.length];
      for (int i = 0; i < clusters.length; i++) {
        clusters[i] = cosine[i] >= percent / 100.0 ? clusters[nearest[i]] : i;
      }
      settings.take(String.format(Locale.ROOT, "cosine .%02d", percent), clusters);
    }
  }

  /// Weights of unit length from the counts of earlier texts.
  private Map<Integer, Double> vector(String text, int seen) {
    Map<Integer, Double> vector = new HashMap<>();
    for (String term : terms.apply(text)) {
      vector.merge(numbers.computeIfAbsent(term, any -> numbers.size()), 1.0, Double::sum);
    }
    vector.replaceAll((term, count) -> count * (1 + Math.log((1.0 + seen) / (1 + documents.getOrDefault(term, 0)))));
    double norm = Math.sqrt(vector.values().stream().mapToDouble(weight -> weight * weight).sum());
    vector.replaceAll((term, weight) -> weight / norm);
    return vector;
  }

  /// Cosines with the texts of the window, the newest first.
  private double[] likeness(Map<Integer, Double> vector, int row) {
    double[] likeness = new double[Math.min(row, WINDOW)];
    vector.forEach((term, weight) -> {
      ArrayDeque<Posting> list = postings.getOrDefault(term, new ArrayDeque<>());
      while (!list.isEmpty() && list.getFirst().row() < row - WINDOW) {
        list.removeFirst();
      }
      list.forEach(posting -> likeness[row - 1 - posting.row()] += weight * posting.weight());
    });
    return likeness;
  }

  private void remember(Map<Integer, Double> vector, int row) {
    vector.forEach((term, weight) -> {
      documents.merge(term, 1, Integer::sum);
      postings.computeIfAbsent(term, any -> new ArrayDeque<>()).addLast(new Posting(row, weight));
    });
  }
}
