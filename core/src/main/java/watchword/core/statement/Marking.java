package watchword.core.statement;

import java.util.List;
import java.util.Optional;
import watchword.core.assessment.Hedge;

/// The four marks of a sentence's main claim, by the rules of spec/statements.md.
record Marking(Hedge hedge, Type type, Polarity polarity, Tense tense) {

  /// The outermost hedge is rarely told from the rest, so the first of these that is there.
  private static final List<Family> ORDER = List.of(Family.UNKNOWN, Family.HEARSAY, Family.CONDITIONAL, Family.POSSIBLE_DENIED, Family.POSSIBLE, Family.PROBABLE_DENIED, Family.PROBABLE,
      Family.CERTAIN_DENIED, Family.CERTAIN);

  /// So many words at least stand before what is joined to a claim.
  private static final int JOINED = 3;

  static Marking of(Sentence sentence) {
    Optional<Family> hedging = hedging(sentence);
    Hedge hedge = hedging.flatMap(Family::hedge).orElse(Hedge.NONE);
    Type type = Typing.of(sentence, hedge);
    return new Marking(hedge, type, polarity(sentence, hedging), tense(sentence, hedge, type));
  }

  private static Optional<Family> hedging(Sentence sentence) {
    if (sentence.isQuestion()) {
      return sentence.has(Family.RHETORICAL) ? Optional.empty() : Optional.of(sentence.has(Family.SUPPOSING) ? Family.POSSIBLE : Family.UNKNOWN);
    }
    if (sentence.has(Family.REJECT)) {
      return Optional.empty();
    }
    return ORDER.stream().filter(sentence::has).filter(family -> family != Family.HEARSAY || !sentence.has(Family.ADOPT)).findFirst();
  }

  private static Polarity polarity(Sentence sentence, Optional<Family> hedging) {
    boolean not = sentence.cues().stream().filter(cue -> cue.family() == Family.NOT || cue.family() == Family.PLAIN_DENIED).anyMatch(cue -> negates(sentence, cue, hedging));
    boolean denied;
    if (sentence.isQuestion() && sentence.has(Family.RHETORICAL)) {
      denied = !not;
    } else if (sentence.isQuestion() && sentence.has(Family.SUPPOSING)) {
      denied = false;
    } else {
      denied = not || sentence.has(Family.REJECT) || hedging.filter(Family::denies).isPresent();
    }
    return denied ? Polarity.DENIED : Polarity.AFFIRMED;
  }

  /// Whether a negation stands at the claim: not in the condition, not in what is joined behind it, and not where only the not knowing is told.
  private static boolean negates(Sentence sentence, Cue cue, Optional<Family> hedging) {
    int start = sentence.clauseStart(cue.from());
    boolean joined = start >= JOINED && sentence.lexicon().isFilling(sentence.words().get(start).key()) && sentence.words().get(start).before() == ',' && !sentence.has(Family.CONDITIONAL)
        && !sentence.has(Family.SAY);
    boolean ofNotKnowing = !sentence.isQuestion() && hedging.filter(Family.UNKNOWN::equals).isPresent()
        && sentence.cues(Family.UNKNOWN).stream().anyMatch(unknown -> unknown.from() >= start && unknown.from() < sentence.clauseEnd(cue.from()));
    return !joined && !ofNotKnowing && !sentence.isCondition(cue.from());
  }

  private static Tense tense(Sentence sentence, Hedge hedge, Type type) {
    boolean conditional = hedge == Hedge.CONDITIONAL || (sentence.has(Family.CONDITIONAL) && (hedge == Hedge.HEARSAY || hedge == Hedge.UNKNOWN));
    if (conditional || (type == Type.JUDGEMENT && Typing.isCounterfactual(sentence))) {
      return Tense.CONDITIONAL;
    }
    return switch (type) {
      case PLAN, APPEAL -> Tense.PLANNED;
      case FORECAST -> Tense.PREDICTED;
      case JUDGEMENT -> Typing.isFuture(sentence) ? Tense.PREDICTED : Tense.OBSERVED;
      case FACT, FIGURE, ACT -> Tense.OBSERVED;
    };
  }
}
