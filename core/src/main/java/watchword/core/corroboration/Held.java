package watchword.core.corroboration;

/// How many judged incidents of one sort were so, and how many were not; older ones fade as counts of sources do.
record Held(double so, double not, double day) {

  static final Held NONE = new Held(0, 0, 0);

  Held plus(boolean truth, double at) {
    double kept = Counts.kept(day, at);
    return new Held(kept * so + (truth ? 1 : 0), kept * not + (truth ? 0 : 1), Math.max(day, at));
  }

  /// The log-odds, drawn to others as if so many more had gone by them.
  double logOdds(double others, double strength) {
    double probability = LogOddsWeigher.sigmoid(others);
    return StrictMath.log((so + strength * probability) / (not + strength * (1 - probability)));
  }

  double judged() {
    return so + not;
  }
}
