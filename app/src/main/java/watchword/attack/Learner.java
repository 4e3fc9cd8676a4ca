package watchword.attack;

import java.util.ArrayList;
import java.util.List;

/// A method that learns from verdicts as they come: of an event it hears nothing before its turn.
abstract class Learner implements Method {

  /// One that knows nothing yet.
  abstract Mind mind();

  @Override
  public List<Judgement> judge(World world, double minutes) {
    List<Judgement> judgements = new ArrayList<>();
    Mind mind = mind();
    for (Event event : world.events()) {
      learn(mind, world, event.number() - World.VERDICT_LAG);
      if (event.number() >= World.SCORED_FROM && event.verdict().isEmpty()) {
        judgements.add(mind.judge(event.within(minutes)));
      }
    }
    return judgements;
  }

  @Override
  public Mind after(World world) {
    Mind mind = mind();
    world.events().forEach(event -> learn(mind, world, event.number()));
    return mind;
  }

  private static void learn(Mind mind, World world, int number) {
    if (number >= 0) {
      Event event = world.events().get(number);
      event.verdict().ifPresentOrElse(verdict -> mind.learn(event, verdict), () -> mind.pass(event));
    }
  }
}
