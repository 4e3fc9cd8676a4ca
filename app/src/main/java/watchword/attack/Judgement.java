package watchword.attack;

/// What a method says of an event.
///
/// @param released whether the method's rules would publish it without a verdict
record Judgement(double probability, boolean released) {

  /// From so much on a method without rules of its own publishes.
  static final double PUBLISHED = 0.9;

  static Judgement of(double probability) {
    return new Judgement(probability, probability >= PUBLISHED);
  }
}
