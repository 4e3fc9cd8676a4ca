package watchword.bench.peers;

import java.util.Arrays;

/// Scored pairs of rows, and what they chain to above a threshold.
final class Links {

  private int[] first = new int[1024];
  private int[] second = new int[1024];
  private double[] score = new double[1024];
  private int size;

  void add(int one, int other, double likeness) {
    if (size == first.length) {
      first = Arrays.copyOf(first, 2 * size);
      second = Arrays.copyOf(second, 2 * size);
      score = Arrays.copyOf(score, 2 * size);
    }
    first[size] = one;
    second[size] = other;
    score[size++] = likeness;
  }

  /// The transitive closure of all links of at least this score.
  int[] components(int rows, double threshold) {
    int[] parent = new int[rows];
    Arrays.setAll(parent, i -> i);
    for (int i = 0; i < size; i++) {
      if (score[i] >= threshold) {
        parent[root(parent, first[i])] = root(parent, second[i]);
      }
    }
    for (int i = 0; i < rows; i++) {
      parent[i] = root(parent, i);
    }
    return parent;
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
