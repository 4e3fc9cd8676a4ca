package watchword.drill;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Chance from a seed: the same throws on every machine.
public final class Dice {

  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// A stream of its own for each part of the world, so that one part may change without the others.
  public static Dice of(long seed, String stream) {
    long h = 0xcbf29ce484222325L ^ seed;
    for (int i = 0; i < stream.length(); i++) {
      h = (h ^ stream.charAt(i)) * 0x100000001b3L;
    }
    return new Dice(h ^ (h >>> 29));
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /// A whole number, both ends included.
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  public double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  public <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  <T> T weighted(List<T> list, ToDoubleFunction<T> weight) {
    double total = 0;
    for (T element : list) {
      total += weight.applyAsDouble(element);
    }
    double at = total * random.nextDouble();
    for (T element : list) {
      at -= weight.applyAsDouble(element);
      if (at < 0) {
        return element;
      }
    }
    return list.getLast();
  }

  <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T held = list.get(i);
      list.set(i, list.get(j));
      list.set(j, held);
    }
  }

  /// Normal, mean 0 and deviation 1 (Box and Muller; the JDK's own is not bound to StrictMath).
  double gauss() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  /// A positive value around `median`; two of three lie within a factor e^spread.
  double around(double median, double spread) {
    return median * StrictMath.exp(spread * gauss());
  }

  public double exponential(double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  long next() {
    return random.nextLong();
  }
}
