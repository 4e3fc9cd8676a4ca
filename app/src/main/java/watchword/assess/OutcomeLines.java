package watchword.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchword.core.assessment.Outcome;
import watchword.core.corroboration.ReliabilityDiagram.Band;

/// How a question ended, and how good base rate, figure and judgements were.
final class OutcomeLines {

  private OutcomeLines() {}

  /// The outcome that holds and those that hold no more; nothing where none was noted.
  ///
  /// @param noted all, oldest first
  static List<String> noted(List<Outcome> noted) {
    if (noted.isEmpty()) {
      return List.of();
    }
    boolean open = noted.getLast() instanceof Outcome.TakenBack;
    List<String> lines = new ArrayList<>(List.of("", "7  Outcome: " + (open ? "none, the question goes on" : said(noted.getLast()))));
    noted.subList(0, noted.size() - (open ? 0 : 1)).forEach(one -> lines.add("   Noted before, and holds no more: " + said(one)));
    return lines;
  }

  private static String said(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Annulled annulled -> "annulled on " + annulled.on() + ", nobody is scored: " + annulled.why();
      case Outcome.TakenBack back -> "taken back on " + back.on() + ": " + back.why();
      case Outcome.Came came -> came.hypothesis() + ", " + came.on() + ": " + came.why();
    };
  }

  /// A line for each that is scored, and what is told of all together.
  static List<String> scores(Scored scored) {
    List<String> lines = new ArrayList<>();
    for (Scored.Line one : scored.lines()) {
      lines.add(String.format(Locale.ROOT, "   %-20s Brier %.4f, log %.4f, baseline %+.1f", one.of(), one.brier(), one.log(), one.baseline()));
    }
    scored.judgements().ifPresent(stood -> lines.add(String.format(
        Locale.ROOT, "   judgements, by how long each stood: Brier %.4f over %.0f %% of the time", stood.mean(), 100 * stood.coverage())));
    scored.skill().ifPresent(skill -> lines.add(String.format(Locale.ROOT, "   skill of the judgement against the base rate: %+.0f %%", 100 * skill)));
    scored.calibration().ifPresent(diagram -> {
      lines.add(String.format(Locale.ROOT, "   calibration, of %d probabilities of this one question:", diagram.judged()));
      for (Band band : diagram.bands()) {
        lines.add(String.format(Locale.ROOT, "     said %d-%d %%: %d of %d came", band.from(), band.to(), band.held(), band.said()));
      }
    });
    return lines;
  }
}
