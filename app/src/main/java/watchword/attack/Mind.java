package watchword.attack;

/// What a method knows, and goes on learning.
interface Mind {

  /// An event was judged.
  void learn(Event event, boolean verdict);

  /// Nobody judged an event in the time that verdicts take.
  default void pass(Event event) {}

  Judgement judge(Event event);
}
