package watchword.core.statement;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import watchword.core.assessment.Hedge;

/// What sort of claim a sentence makes.
final class Typing {

  /// A call begins its clause, or nearly.
  private static final int NEAR_START = 2;

  private Typing() {}

  static Type of(Sentence sentence, Hedge hedge) {
    return said(sentence).or(() -> willed(sentence, hedge)).or(() -> told(sentence, hedge)).orElse(Type.FACT);
  }

  /// What is done or called for by the saying.
  private static Optional<Type> said(Sentence sentence) {
    if (sentence.isQuestion() || hedged(sentence)) {
      return Optional.empty();
    }
    int say = first(sentence, Family.SAY);
    if (first(sentence, Family.ACT) <= say && sentence.has(Family.ACT)) {
      return Optional.of(Type.ACT);
    }
    boolean asks = sentence.has(Family.APPEAL) && first(sentence, Family.APPEAL) <= say;
    return asks || call(sentence) < say ? Optional.of(Type.APPEAL) : Optional.empty();
  }

  /// The first word of a family; behind the last word if there is none.
  private static int first(Sentence sentence, Family family) {
    return sentence.cues(family).stream().mapToInt(Cue::from).min().orElse(sentence.words().size());
  }

  private static boolean hedged(Sentence sentence) {
    return sentence.has(Family.HEARSAY) || sentence.has(Family.UNKNOWN);
  }

  private static Optional<Type> willed(Sentence sentence, Hedge hedge) {
    if (isCounterfactual(sentence)) {
      return Optional.of(Type.JUDGEMENT);
    }
    Endings endings = sentence.lexicon().endings();
    boolean own = !isPast(sentence) && any(sentence, word -> endings.isFuture(word) && endings.isOwn(word));
    boolean plans = own || sentence.cues(Family.PLAN).stream().anyMatch(cue -> !sentence.isCondition(cue.from()));
    boolean scheduled = isReported(sentence) && sentence.has(Family.NAMED) && hedge == Hedge.NONE && isFuture(sentence);
    return plans || scheduled ? Optional.of(Type.PLAN) : Optional.empty();
  }

  private static Optional<Type> told(Sentence sentence, Hedge hedge) {
    if (sentence.cues(Family.JUDGEMENT).stream().anyMatch(cue -> !sentence.isCondition(cue.from())) || (sentence.isQuestion() && sentence.has(Family.RHETORICAL))) {
      return Optional.of(Type.JUDGEMENT);
    }
    boolean threatened = hedge == Hedge.POSSIBLE && !isPast(sentence) && !sentence.lexicon().language().equals("en") && any(sentence, Typing::isInfinitive);
    if (isFuture(sentence) || (threatened && !Figures.isPoint(sentence))) {
      return Optional.of(Type.FORECAST);
    }
    if (Figures.isPoint(sentence)) {
      return Optional.of(Type.FIGURE);
    }
    // What holds under a condition, or is doubted with a verb of wish, is mostly to come.
    boolean doubted = sentence.cues(Family.ASIDE).stream().anyMatch(aside -> sentence.cues(Family.PROBABLE_DENIED).stream().anyMatch(cue -> cue.to() == aside.from()));
    return hedge == Hedge.CONDITIONAL || doubted ? Optional.of(Type.FORECAST) : Optional.empty();
  }

  static boolean isFuture(Sentence sentence) {
    Endings endings = sentence.lexicon().endings();
    return sentence.has(Family.FORECAST) || any(sentence, endings::isSurelyFuture) || (!isPast(sentence) && any(sentence, endings::isFuture));
  }

  /// A past form of the main claim; a verb of saying is not the claim.
  private static boolean isPast(Sentence sentence) {
    List<Cue> say = sentence.cues(Family.SAY);
    for (int i = 0; i < sentence.words().size(); i++) {
      int at = i;
      if (main(sentence, i) && sentence.lexicon().endings().isPast(sentence.words().get(i)) && say.stream().noneMatch(cue -> at >= cue.from() && at < cue.to())
          && sentence.cues().stream().noneMatch(cue -> cue.family().hedge().isPresent() && at >= cue.from() && at < cue.to())) {
        return true;
      }
    }
    return false;
  }

  static boolean isCounterfactual(Sentence sentence) {
    return sentence.cues(Family.COUNTERFACTUAL).stream().anyMatch(cue -> main(sentence, cue.from())) && sentence.has(Family.CONDITIONAL) && !isFuture(sentence);
  }

  /// Whether somebody is named as saying it.
  static boolean isReported(Sentence sentence) {
    return sentence.has(Family.SAY);
  }

  /// The first word that calls on somebody; behind the last word if there is none.
  private static int call(Sentence sentence) {
    int sinceMark = 0;
    for (int i = 0; i < sentence.words().size(); i++) {
      Word word = sentence.words().get(i);
      sinceMark = i == 0 || word.afterBreak() ? 0 : sinceMark + 1;
      if (sinceMark <= NEAR_START && word.quote() == 0 && main(sentence, i) && sentence.lexicon().endings().isImperative(word)) {
        return i;
      }
    }
    return sentence.words().size();
  }

  private static boolean any(Sentence sentence, Predicate<Word> test) {
    for (int i = 0; i < sentence.words().size(); i++) {
      if (main(sentence, i) && isVerbPlace(sentence, i) && test.test(sentence.words().get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean main(Sentence sentence, int word) {
    return !sentence.isAside(word) && !sentence.isCondition(word);
  }

  /// Not behind a preposition, nor behind "can" or "wants to", where infinitives stand.
  private static boolean isVerbPlace(Sentence sentence, int word) {
    return word == 0 || (!sentence.lexicon().endings().isPreposition(sentence.words().get(word - 1))
        && sentence.cues().stream().noneMatch(cue -> (cue.family() == Family.PLAIN || cue.family() == Family.PLAN) && cue.to() == word));
  }

  private static boolean isInfinitive(Word word) {
    String key = word.key();
    return key.length() > 3 && (key.endsWith("t") || key.endsWith("ti") || key.endsWith("c") || key.endsWith("tis") || key.endsWith("tsia"));
  }
}
