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
    if (reading.isQuestion() || isReported(reading) || hedged(reading)) {
      return Optional.empty();
    }
    if (reading.has(Family.ACT)) {
      return Optional.of(Type.ACT);
    }
    return reading.has(Family.APPEAL) || calls(reading) ? Optional.of(Type.APPEAL) : Optional.empty();
  }

  private static boolean hedged(Reading reading) {
    return reading.has(Family.HEARSAY) || reading.has(Family.UNKNOWN);
  }

  private static Optional<Type> willed(Reading reading, Hedge hedge) {
    if (isCounterfactual(reading)) {
      return Optional.of(Type.JUDGEMENT);
    }
    boolean plans = reading.has(Family.PLAN) || any(reading, word -> reading.lexicon().endings().isFuture(word) && reading.lexicon().endings().isOwn(word));
    boolean scheduled = isReported(reading) && reading.has(Family.NAMED) && hedge == Hedge.NONE && isFuture(reading);
    return plans || scheduled ? Optional.of(Type.PLAN) : Optional.empty();
  }

  private static Optional<Type> told(Reading reading, Hedge hedge) {
    if (reading.has(Family.JUDGEMENT)) {
      return Optional.of(Type.JUDGEMENT);
    }
    boolean threatened = hedge == Hedge.POSSIBLE && !isPast(reading) && !reading.lexicon().language().equals("en") && any(reading, Typing::isInfinitive);
    if (isFuture(reading) || (threatened && !Figures.isPoint(reading))) {
      return Optional.of(Type.FORECAST);
    }
    return Figures.isPoint(reading) ? Optional.of(Type.FIGURE) : Optional.empty();
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
          && reading.cues().stream().noneMatch(cue -> cue.family().hides() && at >= cue.from() && at < cue.to())) {
        return true;
      }
    }
    return false;
  }

  static boolean isCounterfactual(Reading reading) {
    return reading.cues(Family.COUNTERFACTUAL).stream().anyMatch(cue -> !reading.isAside(cue.from())) && reading.has(Family.CONDITIONAL) && !isFuture(reading);
  }

  /// Whether somebody is named as saying it.
  static boolean isReported(Reading reading) {
    return reading.has(Family.SAY) && !reading.words().isEmpty();
  }

  private static boolean calls(Reading reading) {
    int sinceMark = 0;
    for (int i = 0; i < reading.words().size(); i++) {
      Word word = reading.words().get(i);
      sinceMark = i == 0 || word.afterBreak() ? 0 : sinceMark + 1;
      if (sinceMark <= NEAR_START && word.quote() == 0 && main(reading, i) && reading.lexicon().endings().isImperative(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(Reading reading, Predicate<Word> test) {
    for (int i = 0; i < reading.words().size(); i++) {
      if (main(reading, i) && test.test(reading.words().get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean main(Reading reading, int word) {
    return !reading.isAside(word) && !reading.isCondition(word);
  }

  private static boolean isInfinitive(Word word) {
    String key = word.key();
    return key.length() > 3 && (key.endsWith("t") || key.endsWith("ti") || key.endsWith("c") || key.endsWith("tis") || key.endsWith("tsia"));
  }
}
