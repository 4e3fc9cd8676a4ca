package watchword.attack;

import java.util.SplittableRandom;

/// Chance from a seed, by the laws this world is made of: the same throws on every machine.
final class Chance {

  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// A stream of its own, so that one part of a world may change without the others.
  Chance split() {
    return new Chance(random.nextLong());
  }

  boolean of(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /// A whole number, both ends included.
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  double uniform(double bound) {
    return bound * random.nextDouble();
  }

  double exponential(double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  /// How many of what comes at random (Knuth's product of uniforms; means here are small).
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /// Beta with whole parameters: the `a`-th smallest of a + b − 1 uniforms.
  double beta(int a, int b) {
    double[] uniforms = random.doubles(a + b - 1L).sorted().toArray();
    return uniforms[a - 1];
  }

  /// 1, 2, 3 … with P(k) ∝ k^−exponent; what lies above the cut counts as the cut.
  int zipf(double exponent, int cut) {
    // The zeta function, its tail by the integral: exact to five digits from a thousand terms on.
    int terms = 1_000;
    double zeta = StrictMath.pow(terms + 0.5, 1 - exponent) / (exponent - 1);
    for (int k = 1; k <= terms; k++) {
      zeta += StrictMath.pow(k, -exponent);
    }
    double left = random.nextDouble() * zeta;
    int k = 1;
    for (; k < cut; k++) {
      left -= StrictMath.pow(k, -exponent);
      if (left < 0) {
        break;
      }
    }
    return k;
  }
}
