package watchword.core.corroboration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import watchword.core.corroboration.Experience.SourceClass;
import watchword.core.report.Reading;
import watchword.core.report.SourceKey;

/// What one verdict teaches of those who spoke (spec/credibility.md, 4).
///
/// An echo earns nothing: what counts for being proven is the first report of its words, before the thing was known. An error always costs, a copied one too,
/// and one that was taken back; who came to say the opposite earns nothing by it.
final class Lesson {

  /// From so many independent supports on, or two proven ones, a thing is known.
  private static final int KNOWN = 3;

  private static final int KNOWN_PROVEN = 2;

  /// More named sources on one incident are a crowd: it is wrong alike by itself, and comes together by itself.
  static final int CROWD = 50;

  private final Experience before;
  private final boolean so;
  private final double day;
  private final List<Heard> heard = new ArrayList<>();

  /// @param first in its words
  /// @param novel before the thing was known
  private record Heard(Reading reading, boolean supports, boolean first, boolean novel) {}

  Lesson(Experience before, Account account, boolean so, Instant at) {
    this.before = before;
    this.so = so;
    this.day = Experience.day(at);
    Set<SourceKey> erred = new HashSet<>();
    int origins = 0;
    int proven = 0;
    for (List<Reading> group : account.groups()) {
      boolean supports = !Origins.denies(group.getFirst());
      boolean known = supports && (origins >= KNOWN || proven >= KNOWN_PROVEN);
      for (Reading reading : group) {
        if (account.said().turned(reading)) {
          if (supports != so && erred.add(reading.source())) {
            heard.add(new Heard(reading, supports, false, false));
          }
        } else if (account.said().counts(reading)) {
          boolean first = reading.source().equals(group.getFirst().source());
          heard.add(new Heard(reading, supports, first, first && !known && reading.when().earliest().isBefore(at)));
        }
      }
      origins += supports && account.said().own(group) ? 1 : 0;
      proven += supports && group.stream().anyMatch(reading -> account.said().counts(reading) && before.proven(reading)) ? 1 : 0;
    }
  }

  /// @param incident its number among those judged
  Tracks tracks(Tracks known, int incident) {
    Map<SourceKey, UnaryOperator<Track>> changes = new HashMap<>();
    for (Heard one : heard) {
      if (Experience.linkable(one.reading.channel())) {
        boolean wrong = one.supports != so;
        change(changes, one.reading, track -> track.plus(so, one.supports, one.first || wrong, one.novel || wrong, day));
      }
    }
    // Of a crowd whose names the desk knows it is not remembered who was heard: a crowd is wrong alike by itself.
    List<Reading> named = named();
    if (named.size() <= CROWD) {
      named.forEach(one -> change(changes, one, track -> track.heard(new Spoke(incident, !Origins.denies(one), so, one.when().earliest()))));
    }
    return known.with(changes);
  }

  private static void change(Map<SourceKey, UnaryOperator<Track>> changes, Reading reading, UnaryOperator<Track> change) {
    changes.merge(reading.source(), change, (first, second) -> track -> second.apply(first.apply(track)));
  }

  /// Of two named sources that spoke of what was not so, the first for it: how often the second was for it too. Empty where no two did.
  OptionalDouble alike() {
    List<Reading> named = named();
    int pairs = 0;
    int alike = 0;
    int first = 0;
    for (Reading one : so || named.size() > CROWD ? List.<Reading>of() : named) {
      pairs += first;
      alike += Origins.denies(one) ? 0 : first;
      first += Origins.denies(one) ? 0 : 1;
    }
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) alike / pairs);
  }

  private List<Reading> named() {
    Set<SourceKey> seen = new HashSet<>();
    return heard.stream().map(Heard::reading).filter(one -> before.known(one) && seen.add(one.source())).sorted(Reading.ORDER).toList();
  }

  Map<SourceClass, Counts> classes(Map<SourceClass, Counts> known) {
    Map<SourceClass, Counts> next = new HashMap<>(known);
    for (Heard one : heard) {
      if (one.first || one.supports != so) {
        SourceClass of = before.classOf(one.reading);
        next.put(of, next.getOrDefault(of, Counts.NONE).plus(so, one.supports, 1, day));
      }
    }
    return next;
  }
}
