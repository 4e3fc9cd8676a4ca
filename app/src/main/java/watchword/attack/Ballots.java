package watchword.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who says what of which event, as numbers: all that methods of old read.
final class Ballots {

  /// The first ballot of each event, and the end.
  private final int[] from;

  private final int[] source;
  private final boolean[] supports;
  private final int sources;

  private Ballots(int[] from, int[] source, boolean[] supports, int sources) {
    this.from = from;
    this.source = source;
    this.supports = supports;
    this.sources = sources;
  }

  static Ballots of(List<Event> events) {
    int[] from = new int[events.size() + 1];
    for (int i = 0; i < events.size(); i++) {
      from[i + 1] = from[i] + events.get(i).told().size();
    }
    int[] source = new int[from[events.size()]];
    boolean[] supports = new boolean[source.length];
    Map<String, Integer> numbers = new HashMap<>();
    int at = 0;
    for (Event event : events) {
      for (Told told : event.told()) {
        source[at] = numbers.computeIfAbsent(told.source(), name -> numbers.size());
        supports[at++] = told.supports();
      }
    }
    return new Ballots(from, source, supports, numbers.size());
  }

  int events() {
    return from.length - 1;
  }

  int sources() {
    return sources;
  }

  int from(int event) {
    return from[event];
  }

  int to(int event) {
    return from[event + 1];
  }

  int source(int ballot) {
    return source[ballot];
  }

  boolean supports(int ballot) {
    return supports[ballot];
  }
}
