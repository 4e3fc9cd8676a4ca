package watchword.attack;

import java.util.List;

/// Each identity counts once, whoever it is: (s + 1) / (n + 2).
final class Vote implements Method {

  @Override
  public String name() {
    return "vote";
  }

  @Override
  public List<Judgement> judge(World world, double minutes) {
    return world.scored().stream().map(event -> share(event.within(minutes))).toList();
  }

  @Override
  public Mind after(World world) {
    return new Mind() {
      @Override
      public void learn(Event event, boolean verdict) {
        // A vote has no memory.
      }

      @Override
      public Judgement judge(Event event) {
        return share(event);
      }
    };
  }

  private static Judgement share(Event event) {
    return Judgement.of(share(event.supports(), event.told().size()));
  }

  static double share(int supports, int reports) {
    return (supports + 1.0) / (reports + 2.0);
  }
}
