package watchword.attack;

/// What a method knows, and goes on learning.
interface Mind {

  /// An event was judged.
  void learn(Event event, boolean verdict);

  Judgement judge(Event event);
}
