package watchword.drill.year;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import watchword.drill.Dice;

/// People, passes and readers that look for one sign each, for some weeks, and then not for some.
final class Witnesses {

  /// Whom a sign has; each is one origin, however many nights it tells of.
  private static final List<Post> POSTS = List.of(
      new Post(Nature.RAIL, "observers on the north-south line"), new Post(Nature.RAIL, "railway workers"),
      new Post(Nature.FUEL, "a satellite pass"), new Post(Nature.FUEL, "drivers of the depot"),
      new Post(Nature.HOSPITALS, "observers at the border posts"), new Post(Nature.HOSPITALS, "medical staff"),
      new Post(Nature.MOVEMENTS, "villages at the border"), new Post(Nature.MOVEMENTS, "travellers on the border road"),
      new Post(Nature.RESERVISTS, "readers of the gazette"));

  private static final double LOOKS_A_DAY = .5;
  private static final double SEES = .6;
  private static final double IMAGINES = .01;
  private static final double COPIED = .4;
  private static final double DAYS_ON = 30;
  private static final double DAYS_OFF = 20;

  private final Cuts cuts;
  private final Dice dice;
  private final List<Told> told = new ArrayList<>();

  private record Post(Nature nature, String name) {}

  private Witnesses(Cuts cuts, Dice dice) {
    this.cuts = cuts;
    this.dice = dice;
  }

  static List<Told> tell(long seed, Timeline timeline, Cuts cuts) {
    Witnesses witnesses = new Witnesses(cuts, Dice.of(seed, "year witnesses"));
    for (Nature nature : List.of(Nature.RAIL, Nature.FUEL, Nature.HOSPITALS, Nature.MOVEMENTS, Nature.RESERVISTS)) {
      Presence presence = Presence.draw(nature, timeline, Dice.of(seed, "year " + nature.sign()));
      POSTS.stream().filter(post -> post.nature().equals(nature)).forEach(post -> witnesses.keep(post, presence));
    }
    return witnesses.told;
  }

  private void keep(Post post, Presence presence) {
    boolean on = dice.chance(DAYS_ON / (DAYS_ON + DAYS_OFF));
    double left = dice.exponential(on ? DAYS_ON : DAYS_OFF);
    for (int day = -Presence.BEFORE; day < Timeline.DAYS; day++) {
      if (left < 0) {
        on = !on;
        left = dice.exponential(on ? DAYS_ON : DAYS_OFF);
      }
      left--;
      if (on && dice.chance(LOOKS_A_DAY)) {
        look(post, day, presence.on(day));
      }
    }
  }

  private void look(Post post, int day, boolean there) {
    Instant when = Days.at(day, dice.between(0, 11));
    if (there && dice.chance(SEES)) {
      sighting(post, day, when, dice.between(.5, .95));
    } else if (dice.chance(IMAGINES)) {
      sighting(post, day, when, dice.between(.2, .7));
    } else {
      told.add(new Told.Look(post.nature().sign(), post.name(), when));
    }
  }

  /// A channel may pass it on as its own; the desk knows whose it is.
  private void sighting(Post post, int day, Instant when, double support) {
    String sign = post.nature().sign();
    String id = sign + ", " + post.name() + ", day " + day;
    told.add(new Told.Sighting(id, sign, post.name(), when, cuts.told(when), support));
    if (dice.chance(COPIED)) {
      told.add(new Told.Sighting(id + ", again", sign, post.name(), when, cuts.told(when), support / 2));
    }
  }
}
