package watchword.gate;

/// What one visit to the hub brought.
///
/// @param slots the slots looked into, dummies included
/// @param opened inner files new to the inbox
/// @param replayed envelopes whose inner file was taken before
public record Collected(int generations, int slots, int opened, int replayed) {
  static final Collected NOTHING = new Collected(0, 0, 0, 0);

  Collected plus(Collected more) {
    return new Collected(
        generations + more.generations, slots + more.slots, opened + more.opened, replayed + more.replayed);
  }
}
