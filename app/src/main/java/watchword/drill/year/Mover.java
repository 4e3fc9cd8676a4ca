package watchword.drill.year;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Weighed;

/// Names the one piece of evidence that moved a figure most, in the direction in which all of them together moved it.
final class Mover {

  private static final Map<String, String> TEXTS = new HashMap<>();

  static {
    for (Indicator sign : Signs.indicators(_ -> List.of())) {
      TEXTS.put(sign.id(), sign.text());
    }
  }

  private Mover() {}

  /// Its text, its origin, and how many times likelier it made a crossing against none; empty if nothing moved it.
  static String of(Assessment assessment) {
    boolean up = assessment.probabilities().getFirst() > assessment.base().probabilities().getFirst();
    Optional<Weighed> most = assessment.lines().stream().filter(line -> up ? ratio(line) > 0 : ratio(line) < 0)
        .max(Comparator.comparingDouble(line -> StrictMath.abs(ratio(line))));
    return most.map(line -> String.format(Locale.ROOT, "%s ×%.2f", said(line.evidence()), StrictMath.exp(ratio(line)))).orElse("");
  }

  private static String said(Evidence evidence) {
    String text = TEXTS.getOrDefault(evidence.item().indicator().orElse(""), evidence.item().text());
    return switch (evidence) {
      case Evidence.OfAbsence _ -> "looked and not seen: " + text;
      case Evidence.OfStatement said when said.denied() -> "denied: " + text + " (" + said.item().origin() + ")";
      case Evidence other -> text + " (" + other.item().origin() + ")";
    };
  }

  /// The logarithm of how much likelier it makes a crossing than none.
  private static double ratio(Weighed line) {
    return line.weights().getFirst() - line.weights().getLast();
  }
}
