package watchword.seal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Who has seen many envelopes of two sorts and bets which sort the next one is: log-odds of all that can be counted in it.
///
/// Two ways of looking: by what the format tells of, each part's values counted together wherever they stand; and bit by bit, each at its place.
final class Suspicion {
  private static final int TEN_BITS = 1_024;
  private static final int[] PARTS = {TEN_BITS, 16, 256, 256, 2, 2, 256, 128, 128, 2_048};
  private static final int VALUES = Arrays.stream(PARTS).sum();
  /// The header and as much behind it.
  private static final int PLACES = 8 * 4_096;

  private final double[] byPart;
  private final double[] byPlace;

  private Suspicion(double[] byPart, double[] byPlace) {
    this.byPart = byPart;
    this.byPlace = byPlace;
  }

  static Suspicion learnt(List<Slot> ones, List<Slot> others) {
    return new Suspicion(odds(parts(ones), parts(others), PARTS), odds(places(ones), places(others), pairs()));
  }

  /// The share of pairs in which the one looks more like the ones than the other does: 0.5 where they cannot be told apart.
  double areaByPart(List<Slot> ones, List<Slot> others) {
    return area(ones.stream().mapToDouble(this::byPart).toArray(), others.stream().mapToDouble(this::byPart).toArray());
  }

  double areaByPlace(List<Slot> ones, List<Slot> others) {
    return area(ones.stream().mapToDouble(this::byPlace).toArray(), others.stream().mapToDouble(this::byPlace).toArray());
  }

  private double byPart(Slot slot) {
    double[] sum = new double[1];
    forEachValue(slot, value -> sum[0] += byPart[value]);
    return sum[0];
  }

  private double byPlace(Slot slot) {
    double sum = 0;
    for (int place = 0; place < PLACES; place++) {
      sum += byPlace[2 * place + bit(slot, place)];
    }
    return sum;
  }

  private static double area(double[] ones, double[] others) {
    double[] sorted = others.clone();
    Arrays.sort(sorted);
    double below = 0;
    for (double one : ones) {
      below += (rank(sorted, one, false) + rank(sorted, one, true)) / 2.0;
    }
    return below / ones.length / others.length;
  }

  /// How many are below, or not above.
  private static int rank(double[] sorted, double value, boolean ties) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean counts = ties ? sorted[middle] <= value : sorted[middle] < value;
      low = counts ? middle + 1 : low;
      high = counts ? high : middle;
    }
    return low;
  }

  private static long[] parts(List<Slot> slots) {
    long[] counts = new long[VALUES];
    slots.forEach(slot -> forEachValue(slot, value -> counts[value]++));
    return counts;
  }

  private static long[] places(List<Slot> slots) {
    long[] counts = new long[2 * PLACES];
    for (Slot slot : slots) {
      for (int place = 0; place < PLACES; place++) {
        counts[2 * place + bit(slot, place)]++;
      }
    }
    return counts;
  }

  private static int[] pairs() {
    return IntStream.range(0, PLACES).map(_ -> 2).toArray();
  }

  private static int bit(Slot slot, int place) {
    return slot.file()[place / 8] >> place % 8 & 1;
  }

  /// Laplace's rule within each part.
  private static double[] odds(long[] ones, long[] others, int[] parts) {
    double[] odds = new double[ones.length];
    int from = 0;
    for (int part : parts) {
      double sumOnes = part + Arrays.stream(ones, from, from + part).sum();
      double sumOthers = part + Arrays.stream(others, from, from + part).sum();
      for (int i = from; i < from + part; i++) {
        odds[i] = Math.log((ones[i] + 1) / sumOnes) - Math.log((others[i] + 1) / sumOthers);
      }
      from += part;
    }
    return odds;
  }

  private interface Counter {
    void see(int value);
  }

  /// Ten-bit and four-bit numbers of ML-KEM; first and last byte of the share; whether it is on the curve, and below the prime; bytes of the payload;
  /// characters of the sealed file key and of the MAC; lengths of the header's lines.
  private static void forEachValue(Slot slot, Counter counter) {
    int[] coefficients = slot.coefficients();
    int from = 0;
    for (int i = 0; i < 768; i++) {
      counter.see(coefficients[i]);
    }
    from += PARTS[0];
    for (int i = 768; i < coefficients.length; i++) {
      counter.see(from + coefficients[i]);
    }
    from += PARTS[1];
    byte[] share = slot.share();
    counter.see(from + (share[0] & 0xff));
    counter.see(from + PARTS[2] + (share[31] & 0xff));
    from += PARTS[2] + PARTS[3];
    counter.see(from + (slot.isOnCurve() ? 1 : 0));
    counter.see(from + PARTS[4] + (slot.u().compareTo(Slot.PRIME) < 0 ? 1 : 0));
    from += PARTS[4] + PARTS[5];
    for (int i = Slot.HEADER; i < slot.file().length; i++) {
      counter.see(from + (slot.file()[i] & 0xff));
    }
    from += PARTS[6];
    int body = from;
    slot.lines().get(2).chars().forEach(c -> counter.see(body + c));
    slot.lines().get(3).chars().forEach(c -> counter.see(body + PARTS[7] + c));
    int lengths = from + PARTS[7] + PARTS[8];
    slot.lineLengths().forEach(length -> counter.see(lengths + length));
  }
}
