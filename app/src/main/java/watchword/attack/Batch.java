package watchword.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A method that knows neither time nor verdicts: it takes a heap of reports at once.
abstract class Batch implements Method {

  /// The probability of each event.
  abstract double[] probabilities(Ballots ballots);

  @Override
  public List<Judgement> judge(World world, double minutes) {
    List<Event> heard = world.events().stream().map(event -> event.within(minutes)).toList();
    double[] probabilities = probabilities(Ballots.of(heard));
    List<Judgement> judgements = new ArrayList<>();
    world.scored().forEach(event -> judgements.add(Judgement.of(probabilities[event.number()])));
    return judgements;
  }

  @Override
  public Mind after(World world) {
    List<Event> heard = new ArrayList<>(world.events());
    return new Mind() {
      @Override
      public void learn(Event event, boolean verdict) {
        heard.add(event);
      }

      @Override
      public Judgement judge(Event event) {
        List<Event> all = Stream.concat(heard.stream(), Stream.of(event)).toList();
        return Judgement.of(probabilities(Ballots.of(all))[heard.size()]);
      }
    };
  }
}
