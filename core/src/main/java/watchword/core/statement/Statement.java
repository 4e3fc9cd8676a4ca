package watchword.core.statement;

import java.util.List;
import java.util.Optional;
import watchword.core.assessment.Hedge;

/// A claim that a text makes, as suggested; a person decides.
///
/// @param start its first code point in the text, counted from 0
/// @param end behind its last
/// @param speaker who says it, as the text names them
/// @param chain through whom it came, the nearest first: an outlet, `forwarded`, the label, a translation, "there is information", `unnamed`
/// @param origin the deepest of the chain who is named: who quotes them goes back to them
/// @param figures numbers as they are written, and a day named in full as 2026-12-31
/// @param rumour whether it tells of a rumour going round: evidence that it went round and that its content is denied, never for its content
/// @param language ISO 639-1 code of the language it was read as
/// @param why the words that made the marks
public record Statement(int start, int end, String text, Voice voice, Optional<String> speaker, List<String> chain, Optional<String> origin, Type type, Polarity polarity,
    Tense tense, Hedge hedge, List<String> figures, boolean rumour, String language, List<Reason> why) {

  /// The last link of a chain that ends with nobody in particular.
  public static final String UNNAMED = "unnamed";

  public Statement {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a statement of no text");
    }
    chain = List.copyOf(chain);
    figures = List.copyOf(figures);
    why = List.copyOf(why);
  }

  /// Whether it may become evidence for what it claims.
  public boolean mayBeEvidence() {
    return type.mayBeEvidence() && !rumour;
  }
}
