package watchword.core.merging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import watchword.core.text.Words;

/// An incident of readings without a place: its nodes, and the sum of their words.
///
/// The sum stands for its centroid. Words are the unit vectors of TF-IDF, with weights from the hours before each text.
final class Topic {

  /// Fewer nodes have no words of their own yet, only those of one message.
  private static final int SETTLED = 5;

  /// An incident holds to a word that stands in so many of its nodes.
  private static final double HOLDS = 0.7;

  /// A word of their own stands in one node of two here, and there in one of ten at most.
  private static final double MOST = 0.5;

  private static final double FEW = 0.1;

  final Cluster cluster;
  private final double first;
  private double last;
  private long[] stems;
  /// Of the weights of each stem.
  private double[] sums;
  /// How many nodes have each stem.
  private int[] counts;
  private double norm;
  /// Indices of the stems that it holds to, the commonest first; none while it is young.
  private int[] held = {};

  Topic(int number, Node node) {
    this.cluster = new Cluster(number);
    this.first = node.earliest();
    this.last = first;
    this.stems = node.stems;
    this.sums = vector(node);
    this.counts = new int[stems.length];
    Arrays.fill(counts, 1);
    this.norm = 1;
    cluster.members.add(node);
  }

  private Topic(Topic of) {
    this.cluster = new Cluster(of.number());
    this.cluster.members.addAll(of.cluster.members);
    this.first = of.first;
    this.last = of.last;
    this.stems = of.stems;
    this.sums = of.sums;
    this.counts = of.counts;
    this.norm = of.norm;
    this.held = of.held;
  }

  /// The same as it stands now; arrays are replaced and never changed, so both share them.
  Topic copy() {
    return new Topic(this);
  }

  /// A node's words at length 1; a word that all earlier texts had still counts a little, as in the peers' formula.
  static double[] vector(Node node) {
    double[] vector = new double[node.stems.length];
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = 1 + node.weight(i);
      sum += vector[i] * vector[i];
    }
    double length = StrictMath.sqrt(sum);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  int number() {
    return cluster.number;
  }

  /// When its first node begins, seconds.
  double first() {
    return first;
  }

  /// When its last node begins, seconds.
  double last() {
    return last;
  }

  int size() {
    return cluster.members.size();
  }

  /// Ascending; the caller does not change them.
  long[] stems() {
    return stems;
  }

  /// Cosine of a node's words and the sum of its nodes' words.
  double cosine(Node node, double[] vector) {
    double cosine = 0;
    for (int i = 0; i < vector.length; i++) {
      cosine += vector[i] * share(node.stems[i]);
    }
    return cosine;
  }

  /// What one of its stems adds to a cosine, per weight on the other side.
  double share(long stem) {
    int at = Arrays.binarySearch(stems, stem);
    return at < 0 ? 0 : sums[at] / norm;
  }

  /// Cosine of the sums.
  double cosine(Topic other) {
    double dot = 0;
    for (int i = 0, j = 0; i < stems.length && j < other.stems.length; ) {
      if (stems[i] == other.stems[j]) {
        dot += sums[i++] * other.sums[j++];
      } else if (stems[i] < other.stems[j]) {
        i++;
      } else {
        j++;
      }
    }
    return dot / (norm * other.norm);
  }

  /// The share of its nodes that have the commonest word it holds to and this node lacks; 0 if it lacks none.
  double missed(Node node) {
    for (int i : held) {
      if (Arrays.binarySearch(node.stems, stems[i]) < 0) {
        return (double) counts[i] / size();
      }
    }
    return 0;
  }

  /// Whether each has a word of its own that the other hardly uses: two earthquakes share most words but not the
  /// country's name.
  boolean contrary(Topic other) {
    return size() >= SETTLED && other.size() >= SETTLED && hasOwnWord(other) && other.hasOwnWord(this);
  }

  private boolean hasOwnWord(Topic other) {
    for (int i = 0; i < stems.length; i++) {
      if (counts[i] >= MOST * size() && other.count(stems[i]) <= FEW * other.size()) {
        return true;
      }
    }
    return false;
  }

  private int count(long stem) {
    int at = Arrays.binarySearch(stems, stem);
    return at < 0 ? 0 : counts[at];
  }

  void take(Node node, double[] vector) {
    int[] once = new int[vector.length];
    Arrays.fill(once, 1);
    take(node.stems, vector, once);
    cluster.members.add(node);
    last = Math.max(last, node.earliest());
    hold();
  }

  void take(Topic other) {
    take(other.stems, other.sums, other.counts);
    cluster.members.addAll(other.cluster.members);
    last = Math.max(last, other.last);
    hold();
  }

  private void hold() {
    if (size() >= SETTLED) {
      held = IntStream.range(0, stems.length).filter(i -> counts[i] >= HOLDS * size()).boxed()
          .sorted(Comparator.comparingInt(i -> -counts[i])).mapToInt(Integer::intValue).toArray();
    }
  }

  private void take(long[] moreStems, double[] moreSums, int[] moreCounts) {
    int size = stems.length + moreStems.length - Words.common(stems, moreStems);
    long[] allStems = new long[size];
    double[] allSums = new double[size];
    int[] allCounts = new int[size];
    double squares = 0;
    for (int i = 0, j = 0, k = 0; k < size; k++) {
      boolean mine = i < stems.length && (j == moreStems.length || stems[i] <= moreStems[j]);
      boolean theirs = j < moreStems.length && (i == stems.length || moreStems[j] <= stems[i]);
      allStems[k] = mine ? stems[i] : moreStems[j];
      allSums[k] = (mine ? sums[i] : 0) + (theirs ? moreSums[j] : 0);
      allCounts[k] = (mine ? counts[i] : 0) + (theirs ? moreCounts[j] : 0);
      squares += allSums[k] * allSums[k];
      i += mine ? 1 : 0;
      j += theirs ? 1 : 0;
    }
    stems = allStems;
    sums = allSums;
    counts = allCounts;
    norm = StrictMath.sqrt(squares);
  }
}
