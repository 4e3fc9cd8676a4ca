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

  static Marking of(Reading reading) {
    Optional<Family> hedging = hedging(reading);
    Hedge hedge = hedging.flatMap(Family::hedge).orElse(Hedge.NONE);
    Type type = Typing.of(reading, hedge);
    return new Marking(hedge, type, polarity(reading, hedging), tense(reading, hedge, type));
  }

  private static Optional<Family> hedging(Reading reading) {
    if (reading.isQuestion()) {
      return reading.has(Family.RHETORICAL) ? Optional.empty() : Optional.of(reading.has(Family.SUPPOSING) ? Family.POSSIBLE : Family.UNKNOWN);
    }
    if (reading.has(Family.REJECT)) {
      return Optional.empty();
    }
    return ORDER.stream().filter(reading::has).filter(family -> family != Family.HEARSAY || !reading.has(Family.ADOPT)).findFirst();
  }

  private static Polarity polarity(Reading reading, Optional<Family> hedging) {
    boolean not = reading.cues().stream().filter(cue -> cue.family() == Family.NOT || cue.family() == Family.PLAIN_DENIED).anyMatch(cue -> negates(reading, cue, hedging));
    boolean denied;
    if (reading.isQuestion() && reading.has(Family.RHETORICAL)) {
      denied = !not;
    } else if (reading.isQuestion() && reading.has(Family.SUPPOSING)) {
      denied = false;
    } else {
      denied = not || reading.has(Family.REJECT) || hedging.filter(Family::denies).isPresent();
    }
    return denied ? Polarity.DENIED : Polarity.AFFIRMED;
  }

  /// Whether a negation stands at the claim: not in the condition, not in what is joined behind it, and not where only the not knowing is told.
  private static boolean negates(Reading reading, Cue cue, Optional<Family> hedging) {
    int start = reading.clauseStart(cue.from());
    boolean joined = start >= JOINED && reading.lexicon().isFilling(reading.words().get(start).key()) && reading.words().get(start).before() == ',' && !reading.has(Family.CONDITIONAL)
        && !reading.has(Family.SAY);
    boolean ofNotKnowing = !reading.isQuestion() && hedging.filter(Family.UNKNOWN::equals).isPresent()
        && reading.cues(Family.UNKNOWN).stream().anyMatch(unknown -> unknown.from() >= start && unknown.from() < reading.clauseEnd(cue.from()));
    return !joined && !ofNotKnowing && !reading.isCondition(cue.from());
  }

  private static Tense tense(Reading reading, Hedge hedge, Type type) {
    boolean conditional = hedge == Hedge.CONDITIONAL || (reading.has(Family.CONDITIONAL) && (hedge == Hedge.HEARSAY || hedge == Hedge.UNKNOWN));
    if (conditional || (type == Type.JUDGEMENT && Typing.isCounterfactual(reading))) {
      return Tense.CONDITIONAL;
    }
    return switch (type) {
      case PLAN, APPEAL -> Tense.PLANNED;
      case FORECAST -> Tense.PREDICTED;
      case JUDGEMENT -> Typing.isFuture(reading) ? Tense.PREDICTED : Tense.OBSERVED;
      case FACT, FIGURE, ACT -> Tense.OBSERVED;
    };
  }
}
