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

  static Type of(Reading reading, Hedge hedge) {
    return said(reading).or(() -> willed(reading, hedge)).or(() -> told(reading, hedge)).orElse(Type.FACT);
  }

  /// What is done or called for by the saying.
  private static Optional<Type> said(Reading reading) {
    if (reading.isQuestion() || hedged(reading)) {
      return Optional.empty();
    }
    int say = first(reading, Family.SAY);
    if (first(reading, Family.ACT) <= say && reading.has(Family.ACT)) {
      return Optional.of(Type.ACT);
    }
    boolean asks = reading.has(Family.APPEAL) && first(reading, Family.APPEAL) <= say;
    return asks || call(reading) < say ? Optional.of(Type.APPEAL) : Optional.empty();
  }

  /// The first word of a family; behind the last word if there is none.
  private static int first(Reading reading, Family family) {
    return reading.cues(family).stream().mapToInt(Cue::from).min().orElse(reading.words().size());
  }

  private static boolean hedged(Reading reading) {
    return reading.has(Family.HEARSAY) || reading.has(Family.UNKNOWN);
  }

  private static Optional<Type> willed(Reading reading, Hedge hedge) {
    if (isCounterfactual(reading)) {
      return Optional.of(Type.JUDGEMENT);
    }
    Endings endings = reading.lexicon().endings();
    boolean own = !isPast(reading) && any(reading, word -> endings.isFuture(word) && endings.isOwn(word));
    boolean plans = own || reading.cues(Family.PLAN).stream().anyMatch(cue -> !reading.isCondition(cue.from()));
    boolean scheduled = isReported(reading) && reading.has(Family.NAMED) && hedge == Hedge.NONE && isFuture(reading);
    return plans || scheduled ? Optional.of(Type.PLAN) : Optional.empty();
  }

  private static Optional<Type> told(Reading reading, Hedge hedge) {
    if (reading.cues(Family.JUDGEMENT).stream().anyMatch(cue -> !reading.isCondition(cue.from())) || (reading.isQuestion() && reading.has(Family.RHETORICAL))) {
      return Optional.of(Type.JUDGEMENT);
    }
    boolean threatened = hedge == Hedge.POSSIBLE && !isPast(reading) && !reading.lexicon().language().equals("en") && any(reading, Typing::isInfinitive);
    if (isFuture(reading) || (threatened && !Figures.isPoint(reading))) {
      return Optional.of(Type.FORECAST);
    }
    if (Figures.isPoint(reading)) {
      return Optional.of(Type.FIGURE);
    }
    // What holds under a condition, or is doubted with a verb of wish, is mostly to come.
    boolean doubted = reading.cues(Family.ASIDE).stream().anyMatch(aside -> reading.cues(Family.PROBABLE_DENIED).stream().anyMatch(cue -> cue.to() == aside.from()));
    return hedge == Hedge.CONDITIONAL || doubted ? Optional.of(Type.FORECAST) : Optional.empty();
  }

  static boolean isFuture(Reading reading) {
    Endings endings = reading.lexicon().endings();
    return reading.has(Family.FORECAST) || any(reading, endings::isSurelyFuture) || (!isPast(reading) && any(reading, endings::isFuture));
  }

  /// A past form of the main claim; a verb of saying is not the claim.
  private static boolean isPast(Reading reading) {
    List<Cue> say = reading.cues(Family.SAY);
    for (int i = 0; i < reading.words().size(); i++) {
      int at = i;
      if (main(reading, i) && reading.lexicon().endings().isPast(reading.words().get(i)) && say.stream().noneMatch(cue -> at >= cue.from() && at < cue.to())
          && reading.cues().stream().noneMatch(cue -> cue.family().hedge().isPresent() && at >= cue.from() && at < cue.to())) {
        return true;
      }
    }
    return false;
  }

  static boolean isCounterfactual(Reading reading) {
    return reading.cues(Family.COUNTERFACTUAL).stream().anyMatch(cue -> main(reading, cue.from())) && reading.has(Family.CONDITIONAL) && !isFuture(reading);
  }

  /// Whether somebody is named as saying it.
  static boolean isReported(Reading reading) {
    return reading.has(Family.SAY) && !reading.words().isEmpty();
  }

  /// The first word that calls on somebody; behind the last word if there is none.
  private static int call(Reading reading) {
    int sinceMark = 0;
    for (int i = 0; i < reading.words().size(); i++) {
      Word word = reading.words().get(i);
      sinceMark = i == 0 || word.afterBreak() ? 0 : sinceMark + 1;
      if (sinceMark <= NEAR_START && word.quote() == 0 && main(reading, i) && reading.lexicon().endings().isImperative(word)) {
        return i;
      }
    }
    return reading.words().size();
  }

  private static boolean any(Reading reading, Predicate<Word> test) {
    for (int i = 0; i < reading.words().size(); i++) {
      if (main(reading, i) && isVerbPlace(reading, i) && test.test(reading.words().get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean main(Reading reading, int word) {
    return !reading.isAside(word) && !reading.isCondition(word);
  }

  /// Not behind a preposition, nor behind "can" or "wants to", where infinitives stand.
  private static boolean isVerbPlace(Reading reading, int word) {
    return word == 0 || (!reading.lexicon().endings().isPreposition(reading.words().get(word - 1))
        && reading.cues().stream().noneMatch(cue -> (cue.family() == Family.PLAIN || cue.family() == Family.PLAN) && cue.to() == word));
  }

  private static boolean isInfinitive(Word word) {
    String key = word.key();
    return key.length() > 3 && (key.endsWith("t") || key.endsWith("ti") || key.endsWith("c") || key.endsWith("tis") || key.endsWith("tsia"));
  }
}
