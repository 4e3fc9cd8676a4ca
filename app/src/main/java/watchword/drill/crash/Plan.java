package watchword.drill.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Whom to kill and when, from a seed.
///
/// @param stages one for each number of senders
record Plan(List<Stage> stages) {
  static final List<Integer> SENDERS = List.of(1, 4, 16, 64);
  /// A burst, the ticks after it, and what the desk does with them.
  private static final int LATEST_MILLIS = 900;
  /// A JVM needs about a second to come up: within it, a kill meets a start.
  private static final int LATEST_WHILE_STARTING_MILLIS = 1_500;
  private static final double WHILE_STARTING = 0.2;

  /// A party of the path, each a process of its own; the gate is the desk's child.
  enum Party { HUB, GATE, DESK }

  /// One kill.
  ///
  /// @param afterMillis after a burst of reports has begun, or after the last one killed was started again
  /// @param whileStarting comes without waiting for who was killed before
  record Kill(Party party, int afterMillis, boolean whileStarting) {}

  /// Kills while so many senders are at work.
  record Stage(int senders, List<Kill> kills) {}

  /// Deals out kills evenly, the last stages first where they do not divide.
  static Plan of(long seed, int kills) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Stage> stages = new ArrayList<>();
    int stagesLeft = SENDERS.size();
    int left = kills;
    for (int senders : SENDERS) {
      int here = left / stagesLeft;
      stages.add(new Stage(senders, draw(here, random)));
      left -= here;
      stagesLeft--;
    }
    return new Plan(List.copyOf(stages));
  }

  private static List<Kill> draw(int count, SplittableRandom random) {
    List<Kill> kills = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean whileStarting = i > 0 && random.nextDouble() < WHILE_STARTING;
      Party party = Party.values()[random.nextInt(Party.values().length)];
      kills.add(new Kill(party, random.nextInt(whileStarting ? LATEST_WHILE_STARTING_MILLIS : LATEST_MILLIS), whileStarting));
    }
    return List.copyOf(kills);
  }
}
