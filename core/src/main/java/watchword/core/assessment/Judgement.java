package watchword.core.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.kind.Language;

/// What a person of the desk concludes, beside the computed figure and never replaced by it.
///
/// @param member who signs it
/// @param probabilities in the order of the hypotheses, each from .01 to .99
/// @param assumptions what it takes for granted
/// @param wouldChange what would change their mind, in words for the public, by language
/// @param changed what changed since the judgement before, and why; empty for the first
/// @param dissents who disagrees and says so; kept whatever becomes of it
public record Judgement(
    String member, Instant at, List<Double> probabilities, Confidence confidence, List<String> assumptions, Map<Language, String> wouldChange,
    Optional<String> changed, List<Dissent> dissents) {

  public record Dissent(String member, String text) {
    public Dissent {
      Checks.said(member, "who dissents");
      Checks.said(text, "a dissent");
    }
  }

  public Judgement {
    Checks.said(member, "who judges");
    probabilities = Checks.shares(probabilities, Estimate.LEAST, "a judgement");
    assumptions = List.copyOf(assumptions);
    wouldChange = Map.copyOf(wouldChange);
    dissents = List.copyOf(dissents);
    if (assumptions.isEmpty() || assumptions.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a judgement names no key assumption");
    }
    if (wouldChange.isEmpty() || wouldChange.values().stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a judgement does not say what would change it");
    }
    changed.ifPresent(text -> Checks.said(text, "what changed since the judgement before"));
  }
}
