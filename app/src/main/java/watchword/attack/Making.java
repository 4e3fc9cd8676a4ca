package watchword.attack;

/// What makes people report an event.
enum Making {
  /// They saw something, or somebody errs alone.
  ORGANIC,
  /// Nothing happened, and most who look take it for something: a firework.
  CONFUSING,
  /// Planted: two wordings over and over, from identities never seen before.
  TEMPLATE,
  /// Planted: each report in words of its own, over an hour, from identities never seen before.
  PARAPHRASE,
  /// Planted: words of their own, from identities that repeated true events before.
  PATIENT;

  boolean planted() {
    return this == TEMPLATE || this == PARAPHRASE || this == PATIENT;
  }
}
