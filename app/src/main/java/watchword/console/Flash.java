package watchword.console;

/// What came of the last act, said once on the next page.
///
/// @param done whether the act happened
record Flash(boolean done, String sentence) {

  static Flash done(String sentence) {
    return new Flash(true, sentence);
  }

  static Flash kept(String sentence) {
    return new Flash(false, sentence);
  }
}
