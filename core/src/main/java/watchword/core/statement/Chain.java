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

  static final String FORWARDED = "forwarded";

  /// Longer runs before a verb of saying are no name.
  private static final int MOST_WORDS = 6;

  /// Articles and the like before a name.
  private static final int MOST_BEFORE = 2;

  static Chain of(Sentence sentence, Optional<Post> post, Optional<String> label, Optional<String> translation) {
    boolean forwarded = post.filter(Post::forwarded).isPresent();
    Optional<String> outlet = post.flatMap(Post::outlet);
    List<String> links = new ArrayList<>();
    outlet.ifPresent(links::add);
    if (forwarded) {
      links.add(FORWARDED);
    }
    label.ifPresent(links::add);
    translation.ifPresent(links::add);
    // What was forwarded does not go back to the outlet.
    Optional<String> teller = label.or(() -> forwarded ? Optional.empty() : outlet);
    Optional<Cue> hearsay = sentence.cues(Family.HEARSAY).stream().findFirst();
    if (hearsay.isPresent()) {
      // Somebody named may pass on what somebody unnamed said.
      Optional<String> between = sentence.cues(Family.SAY).stream().filter(cue -> cue.to() <= hearsay.get().from())
          .map(cue -> named(sentence, sentence.clauseStart(cue.from()), cue.from())).flatMap(Optional::stream).findFirst();
      between.ifPresent(links::add);
      links.add(words(sentence, hearsay.get().from(), hearsay.get().to()));
      links.add(Statement.UNNAMED);
      return new Chain(List.copyOf(links), Optional.empty(), between.or(() -> teller), true);
    }
    Optional<String> named = sentence.cues(Family.SAY).stream().map(cue -> name(sentence, cue)).flatMap(Optional::stream).findFirst();
    named.ifPresent(links::add);
    Optional<String> source = named.or(() -> teller);
    if (forwarded && source.isEmpty()) {
      links.add(Statement.UNNAMED);
    }
    return new Chain(List.copyOf(links), source, source, named.isPresent() || forwarded);
  }

  /// Who is named as saying it: what stands in the clause before the verb, or else behind it, with a capital or an office in it.
  private static Optional<String> name(Sentence sentence, Cue say) {
    int start = sentence.clauseStart(say.from());
    int end = sentence.clauseEnd(say.to() - 1);
    Optional<String> before = named(sentence, start, say.from());
    boolean whole = say.from() == 0 && end == sentence.words().size();
    return before.isPresent() ? before : named(sentence, say.to(), whole ? nameEnd(sentence, say.to()) : end);
  }

  /// Where a name ends that is followed by the claim itself without a mark: "Zdaniem generała Korna most spłonął".
  private static int nameEnd(Sentence sentence, int from) {
    int end = from;
    while (end < sentence.words().size() && end < from + MOST_BEFORE && !isOfName(sentence, end)) {
      end++;
    }
    while (end < sentence.words().size() && isOfName(sentence, end)) {
      end++;
    }
    return end;
  }

  private static boolean isOfName(Sentence sentence, int word) {
    return sentence.words().get(word).isCapital() || sentence.cues(Family.NAMED).stream().anyMatch(cue -> word >= cue.from() && word < cue.to());
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
