package watchword.core.corroboration;

/// How many judged incidents of one sort were so, and how many were not; older ones fade as counts of sources do.
record Held(double so, double not, double day) {

  static final Held NONE = new Held(0, 0, 0);

  Held plus(boolean truth, double at) {
    return plus(truth ? 1 : 0, at);
  }

  /// @param share how far it was so, from 0 to 1
  Held plus(double share, double at) {
    double kept = Counts.kept(day, at);
    return new Held(kept * so + share, kept * not + 1 - share, Math.max(day, at));
  }

  /// What is left when some of these are left out, both as they count by the later day.
  Held without(Held part) {
    double later = Math.max(day, part.day);
    double kept = Counts.kept(day, later);
    double left = Counts.kept(part.day, later);
    return new Held(Math.max(0, kept * so - left * part.so), Math.max(0, kept * not - left * part.not), later);
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
