package watchword.core.statement;

/// Words of a sentence that a lexicon knows.
///
/// @param from the first word's place in the sentence
/// @param to behind the last word's
record Cue(Family family, int from, int to) {

  int length() {
    return to - from;
  }

  boolean overlaps(Cue other) {
    return from < other.to && other.from < to;
  }
}
