package watchword.core.assessment;

import java.time.LocalDate;

/// How a question ended, by its own rule. A later outcome corrects an earlier one or takes it back; all are kept.
public sealed interface Outcome {

  LocalDate on();

  /// Why, in the resolver's words or the desk's.
  String why();

  /// A hypothesis came true, and with it no other: it is *yes* for this one and *no* for each of the rest.
  record Came(String hypothesis, LocalDate on, String why) implements Outcome {
    public Came {
      Checks.said(hypothesis, "the hypothesis that came true");
      Checks.said(why, "why a question ended so");
    }
  }

  /// What was noted before was a mistake: the question goes on.
  record TakenBack(LocalDate on, String why) implements Outcome {
    public TakenBack {
      Checks.said(why, "why an outcome is taken back");
    }
  }

  /// The question cannot be answered by its rule; nobody is scored.
  record Annulled(LocalDate on, String why) implements Outcome {
    public Annulled {
      Checks.said(why, "why a question is annulled");
    }
  }
}
