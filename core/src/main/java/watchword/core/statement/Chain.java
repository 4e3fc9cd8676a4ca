package watchword.core.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Through whom a sentence's claim came.
///
/// @param links the nearest first
/// @param source the last of them, if somebody named
record Chain(List<String> links, Optional<String> source, boolean reported) {

  static final String UNNAMED = "unnamed";

  /// Longer runs before a verb of saying are no name.
  private static final int MOST_WORDS = 6;

  static Chain of(Reading reading, Optional<String> label, Optional<String> translation) {
    List<String> links = new ArrayList<>();
    label.ifPresent(links::add);
    translation.ifPresent(links::add);
    Optional<Cue> hearsay = reading.cues(Family.HEARSAY).stream().findFirst();
    Optional<String> named = reading.cues(Family.SAY).stream().map(cue -> name(reading, cue)).flatMap(Optional::stream).findFirst();
    if (hearsay.isPresent()) {
      links.add(words(reading, hearsay.get().from(), hearsay.get().to()));
      links.add(UNNAMED);
      return new Chain(List.copyOf(links), Optional.empty(), true);
    }
    named.ifPresent(links::add);
    return new Chain(List.copyOf(links), named.or(() -> label), named.isPresent());
  }

  /// Who is named as saying it: what stands in the clause before the verb, or else behind it, with a capital or an office in it.
  private static Optional<String> name(Reading reading, Cue say) {
    int start = reading.clauseStart(say.from());
    int end = reading.clauseEnd(say.to() - 1);
    Optional<String> before = named(reading, start, say.from());
    return before.isPresent() ? before : named(reading, say.to(), end);
  }

  private static Optional<String> named(Reading reading, int from, int to) {
    if (from >= to || to - from > MOST_WORDS) {
      return Optional.empty();
    }
    boolean office = reading.cues(Family.NAMED).stream().anyMatch(cue -> cue.from() >= from && cue.to() <= to);
    long capitals = reading.words().subList(from, to).stream().filter(Word::isCapital).count();
    return office || capitals > (from == 0 ? 1 : 0) ? Optional.of(words(reading, from, to)) : Optional.empty();
  }

  static String words(Reading reading, int from, int to) {
    List<String> words = reading.words().subList(from, to).stream().map(Word::surface).toList();
    return String.join(" ", words);
  }
}
