package watchword.core.corroboration;

/// How often what was so, and what was not, was supported and denied; older counts fade.
///
/// @param day since the epoch, on which the counts stood so; 0 for what has no date and fades from its first verdict on
record Counts(double hits, double misses, double slips, double rejections, double day) {

  static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  /// What was learnt half a year ago counts .4: people and places change.
  private static final double KEPT_A_DAY = 0.995;

  static double kept(double day, double later) {
    return day == 0 || later <= day ? 1 : StrictMath.pow(KEPT_A_DAY, later - day);
  }

  Counts on(double later) {
    double kept = kept(day, later);
    return new Counts(kept * hits, kept * misses, kept * slips, kept * rejections, Math.max(day, later));
  }

  Counts plus(boolean so, boolean supports, double weight, double at) {
    Counts now = on(at);
    return new Counts(
        now.hits + (so && supports ? weight : 0), now.misses + (so && !supports ? weight : 0),
        now.slips + (!so && supports ? weight : 0), now.rejections + (!so && !supports ? weight : 0), now.day);
  }

  /// These counts drawn to others, as if `strength` more reports of what was so, and of what was not, had gone like theirs.
  Counts drawnTo(Counts others, double strength) {
    return new Counts(
        hits + strength * others.hit(), misses + strength * (1 - others.hit()),
        slips + strength * others.slip(), rejections + strength * (1 - others.slip()), day);
  }

  /// How often what is so is supported.
  double hit() {
    return hits / (hits + misses);
  }

  /// How often what is not so is supported.
  double slip() {
    return slips / (slips + rejections);
  }

  /// No record says more: 1 in 20 (spec/credibility.md, 2.2).
  private static final double CLIP = 3;

  /// What a support, or a denial, adds to the log-odds.
  double logRatio(boolean supports) {
    double ratio = supports ? StrictMath.log(hit() / slip()) : StrictMath.log((1 - hit()) / (1 - slip()));
    return Math.max(-CLIP, Math.min(CLIP, ratio));
  }

  /// The variance of that logarithm, by how few the counts are.
  double variance(boolean supports) {
    double so = supports ? (1 - hit()) / hit() : hit() / (1 - hit());
    double not = supports ? (1 - slip()) / slip() : slip() / (1 - slip());
    return so / (hits + misses) + not / (slips + rejections);
  }
}
