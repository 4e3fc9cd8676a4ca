package watchword.attack;

import java.util.Arrays;

/// Yin, Han and Yu 2007: a fact is as sure as its sources are trusted, a source as trusted as its facts are sure.
final class TruthFinder extends Batch {

  /// The paper's own constants: trust at first, dampening, weight of a contradiction, and when trust has settled.
  private static final double TRUST = 0.9;

  private static final double DAMPENING = 0.3;
  private static final double CONTRADICTION = 0.5;
  private static final double SETTLED = 1e-5;
  private static final int ROUNDS = 100;

  /// Keeps logarithms finite.
  private static final double MOST_TRUST = 1 - 1e-6;

  @Override
  public String name() {
    return "truthFinder";
  }

  @Override
  double[] probabilities(Ballots ballots) {
    double[] trust = new double[ballots.sources()];
    Arrays.fill(trust, TRUST);
    double[] so = new double[ballots.events()];
    double[] not = new double[ballots.events()];
    double apart = 1;
    for (int round = 0; round < ROUNDS && apart > SETTLED; round++) {
      believe(ballots, trust, so, not);
      apart = entrust(ballots, trust, so, not);
    }
    double[] probabilities = new double[so.length];
    for (int event = 0; event < so.length; event++) {
      probabilities[event] = so[event] / (so[event] + not[event]);
    }
    return probabilities;
  }

  private static void believe(Ballots ballots, double[] trust, double[] so, double[] not) {
    for (int event = 0; event < so.length; event++) {
      double supporting = 0;
      double denying = 0;
      for (int i = ballots.from(event); i < ballots.to(event); i++) {
        double score = -Math.log(1 - Math.min(MOST_TRUST, trust[ballots.source(i)]));
        supporting += ballots.supports(i) ? score : 0;
        denying += ballots.supports(i) ? 0 : score;
      }
      so[event] = confidence(supporting - CONTRADICTION * denying);
      not[event] = confidence(denying - CONTRADICTION * supporting);
    }
  }

  private static double confidence(double score) {
    return 1 / (1 + Math.exp(-DAMPENING * score));
  }

  /// Returns one minus the cosine of trust before and after.
  private static double entrust(Ballots ballots, double[] trust, double[] so, double[] not) {
    double[] sum = new double[trust.length];
    int[] count = new int[trust.length];
    for (int event = 0; event < so.length; event++) {
      for (int i = ballots.from(event); i < ballots.to(event); i++) {
        sum[ballots.source(i)] += ballots.supports(i) ? so[event] : not[event];
        count[ballots.source(i)]++;
      }
    }
    double dot = 0;
    double before = 0;
    double after = 0;
    for (int source = 0; source < trust.length; source++) {
      double next = sum[source] / Math.max(1, count[source]);
      dot += trust[source] * next;
      before += trust[source] * trust[source];
      after += next * next;
      trust[source] = next;
    }
    return 1 - dot / Math.sqrt(before * after);
  }
}
