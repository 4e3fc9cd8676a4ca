package watchword.core.statement;

import java.util.Optional;
import watchword.core.assessment.Hedge;

/// What a cue of a lexicon tells; the names in lower case with `-` head the sections of its file.
enum Family {
  /// Words that look like a cue and are none; the longest match wins, so they hide what stands inside them.
  PLAIN,
  /// Words that look like a hedge and only deny: "could not".
  PLAIN_DENIED,
  /// A supposing question put to nobody.
  SUPPOSING,
  UNKNOWN,
  HEARSAY,
  CONDITIONAL,
  POSSIBLE,
  POSSIBLE_DENIED,
  PROBABLE,
  PROBABLE_DENIED,
  CERTAIN,
  CERTAIN_DENIED,
  /// The speaker rejects what was reported.
  REJECT,
  /// The speaker takes over what was reported.
  ADOPT,
  /// A question that expects no.
  RHETORICAL,
  NOT,
  /// Begins a side clause whose cues do not count.
  ASIDE,
  ACT,
  APPEAL,
  COUNTERFACTUAL,
  PLAN,
  FORECAST,
  JUDGEMENT,
  FIGURE,
  /// What tells a number of nothing: a date, an hour, an ordinal.
  NO_FIGURE,
  NUMBER,
  /// A verb of saying.
  SAY,
  /// An office, a rank, an institution: somebody who could be asked.
  NAMED,
  INTERVIEWER,
  EDITOR,
  /// How long a rumour went round: a story about the rumour itself.
  RUMOUR_STORY,
  /// Says that the text was put into another language.
  TRANSLATION;

  Optional<Hedge> hedge() {
    return switch (this) {
      case UNKNOWN -> Optional.of(Hedge.UNKNOWN);
      case HEARSAY -> Optional.of(Hedge.HEARSAY);
      case CONDITIONAL -> Optional.of(Hedge.CONDITIONAL);
      case POSSIBLE, POSSIBLE_DENIED -> Optional.of(Hedge.POSSIBLE);
      case PROBABLE, PROBABLE_DENIED -> Optional.of(Hedge.PROBABLE);
      case CERTAIN, CERTAIN_DENIED -> Optional.of(Hedge.CERTAIN);
      default -> Optional.empty();
    };
  }

  boolean denies() {
    return this == PLAIN_DENIED || this == POSSIBLE_DENIED || this == PROBABLE_DENIED || this == CERTAIN_DENIED;
  }

  /// Whether its cues may hide others inside them.
  boolean hides() {
    return this == PLAIN || this == PLAIN_DENIED || this == ADOPT || this == REJECT || this == SUPPOSING || hedge().isPresent();
  }
}
