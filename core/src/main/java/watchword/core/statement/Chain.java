package watchword.core.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Through whom a sentence's claim came.
///
/// @param links the nearest first
/// @param source the last of them, if somebody named
/// @param origin the last who is named, also where somebody unnamed stands behind them
record Chain(List<String> links, Optional<String> source, Optional<String> origin, boolean reported) {

  /// Longer runs before a verb of saying are no name.
  private static final int MOST_WORDS = 6;

  static Chain of(Sentence sentence, Optional<String> label, Optional<String> translation) {
    List<String> links = new ArrayList<>();
    label.ifPresent(links::add);
    translation.ifPresent(links::add);
    Optional<Cue> hearsay = sentence.cues(Family.HEARSAY).stream().findFirst();
    Optional<String> named = sentence.cues(Family.SAY).stream().map(cue -> name(sentence, cue)).flatMap(Optional::stream).findFirst();
    if (hearsay.isPresent()) {
      links.add(words(sentence, hearsay.get().from(), hearsay.get().to()));
      links.add(Statement.UNNAMED);
      return new Chain(List.copyOf(links), Optional.empty(), label, true);
    }
    named.ifPresent(links::add);
    Optional<String> source = named.or(() -> label);
    return new Chain(List.copyOf(links), source, source, named.isPresent());
  }

  /// Who is named as saying it: what stands in the clause before the verb, or else behind it, with a capital or an office in it.
  private static Optional<String> name(Sentence sentence, Cue say) {
    int start = sentence.clauseStart(say.from());
    int end = sentence.clauseEnd(say.to() - 1);
    Optional<String> before = named(sentence, start, say.from());
    return before.isPresent() ? before : named(sentence, say.to(), end);
  }

  private static Optional<String> named(Sentence sentence, int from, int to) {
    if (from >= to || to - from > MOST_WORDS) {
      return Optional.empty();
    }
    boolean office = sentence.cues(Family.NAMED).stream().anyMatch(cue -> cue.from() >= from && cue.to() <= to);
    long capitals = sentence.words().subList(from, to).stream().filter(Word::isCapital).count();
    return office || capitals > (from == 0 ? 1 : 0) ? Optional.of(words(sentence, from, to)) : Optional.empty();
  }

  static String words(Sentence sentence, int from, int to) {
    List<String> words = sentence.words().subList(from, to).stream().map(Word::surface).toList();
    return String.join(" ", words);
  }
}
