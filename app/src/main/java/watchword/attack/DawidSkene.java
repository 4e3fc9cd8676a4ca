package watchword.attack;

/// Dawid and Skene 1979: how often each source says so of what is so and of what is not, found in turn with what is so,
/// from the votes on.
final class DawidSkene extends Batch {

  /// Added to each count.
  private static final double SMOOTHING = 0.01;

  private static final int ROUNDS = 50;
  private static final double SETTLED = 1e-3;

  @Override
  public String name() {
    return "dawidSkene";
  }

  @Override
  double[] probabilities(Ballots ballots) {
    double[] probabilities = shares(ballots);
    double moved = 1;
    for (int round = 0; round < ROUNDS && moved > SETTLED; round++) {
      moved = step(ballots, probabilities);
    }
    return probabilities;
  }

  private static double[] shares(Ballots ballots) {
    double[] shares = new double[ballots.events()];
    for (int event = 0; event < shares.length; event++) {
      int supports = 0;
      for (int i = ballots.from(event); i < ballots.to(event); i++) {
        supports += ballots.supports(i) ? 1 : 0;
      }
      shares[event] = Vote.share(supports, ballots.to(event) - ballots.from(event));
    }
    return shares;
  }

  /// Returns how far the most moved probability moved.
  private static double step(Ballots ballots, double[] probabilities) {
    double[] hits = new double[ballots.sources()];
    double[] slips = new double[ballots.sources()];
    double[] so = new double[ballots.sources()];
    double[] not = new double[ballots.sources()];
    double sum = 0;
    for (int event = 0; event < probabilities.length; event++) {
      sum += probabilities[event];
      for (int i = ballots.from(event); i < ballots.to(event); i++) {
        int source = ballots.source(i);
        so[source] += probabilities[event];
        not[source] += 1 - probabilities[event];
        hits[source] += ballots.supports(i) ? probabilities[event] : 0;
        slips[source] += ballots.supports(i) ? 1 - probabilities[event] : 0;
      }
    }
    double prior = Math.log(sum / (probabilities.length - sum));
    double moved = 0;
    for (int event = 0; event < probabilities.length; event++) {
      double logOdds = prior;
      for (int i = ballots.from(event); i < ballots.to(event); i++) {
        int source = ballots.source(i);
        double hit = (hits[source] + SMOOTHING) / (so[source] + 2 * SMOOTHING);
        double slip = (slips[source] + SMOOTHING) / (not[source] + 2 * SMOOTHING);
        logOdds += Math.log(ballots.supports(i) ? hit / slip : (1 - hit) / (1 - slip));
      }
      double probability = 1 / (1 + Math.exp(-logOdds));
      moved = Math.max(moved, Math.abs(probability - probabilities[event]));
      probabilities[event] = probability;
    }
    return moved;
  }
}
