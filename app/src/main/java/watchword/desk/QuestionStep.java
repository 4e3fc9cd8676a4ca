package watchword.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Estimate;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.kind.Language;
import watchword.core.time.Span;

/// One thing done about a standing question. All are kept; what takes something back is a step of its own.
public sealed interface QuestionStep {

  /// The question is put, or put anew while it is not open yet.
  ///
  /// @param question without outcomes
  /// @param claims for a hypothesis that may be told the public, the clause that tells it, by language
  record Put(Question question, Map<String, Map<Language, String>> claims, BaseRate base) implements QuestionStep {
    public Put {
      claims = Map.copyOf(claims);
      if (!question.outcomes().isEmpty()) {
        throw new IllegalArgumentException("a question that is put has ended already");
      }
      if (base.probabilities().size() != question.hypotheses().size()) {
        throw new IllegalArgumentException("the base rate has " + base.probabilities().size() + " probabilities for " + question.hypotheses().size() + " hypotheses");
      }
      claims.keySet().forEach(question::index);
    }
  }

  /// A sign is watched for from now on.
  ///
  /// @param indicator without looks
  record Watching(Indicator indicator) implements QuestionStep {
    public Watching {
      if (!indicator.looks().isEmpty()) {
        throw new IllegalArgumentException("an indicator that is only now watched for was looked at already");
      }
    }
  }

  /// Somebody looked for a sign and did not see it.
  record Looked(String indicator, Indicator.Look look) implements QuestionStep {}

  /// The network was cut: looks of that time tell nothing.
  record Cut(Span span) implements QuestionStep {}

  record Added(Evidence evidence) implements QuestionStep {}

  /// Evidence, an indicator that none feeds, a look or a cut of the network counts no more.
  ///
  /// @param id of the evidence or indicator; for looks and cuts see [Course]
  record Struck(String id, String why) implements QuestionStep {}

  record Estimated(Estimate estimate) implements QuestionStep {}

  /// A member judges.
  ///
  /// @param judgement without dissents: they are steps of others
  record Judged(Judgement judgement) implements QuestionStep {
    public Judged {
      if (!judgement.dissents().isEmpty()) {
        throw new IllegalArgumentException("a judgement brings the dissent of others");
      }
    }
  }

  /// A member disagrees with the judgement that stands.
  record Dissented(String text) implements QuestionStep {}

  /// A member wants the judgement that stands told, for this hypothesis.
  record Wished(String hypothesis) implements QuestionStep {}

  /// Nobody wants it told any more, until somebody wishes it again.
  record Stopped() implements QuestionStep {}

  /// The judgement that stands is told, by the bulletin of the same claim that follows.
  record Told() implements QuestionStep {}

  record Ended(Outcome outcome) implements QuestionStep {}

  /// What the desk computed before the answer, of what had been entered by then: what the computed figure is scored by.
  ///
  /// @param probabilities in the order of the hypotheses
  record Figured(List<Double> probabilities) implements QuestionStep {
    public Figured {
      probabilities = List.copyOf(probabilities);
      if (probabilities.stream().anyMatch(one -> !(one >= 0 && one <= 1))) {
        throw new IllegalArgumentException("a figure is not made of probabilities");
      }
    }
  }

  /// Whose estimate, judgement or dissent a step holds, beside the member whose step it is.
  default Optional<String> signs() {
    return switch (this) {
      case Estimated(Estimate estimate) -> Optional.of(estimate.member());
      case Judged(Judgement judgement) -> Optional.of(judgement.member());
      case Put _, Watching _, Looked _, Cut _, Added _, Struck _, Dissented _, Wished _, Stopped _, Told _, Ended _, Figured _ -> Optional.empty();
    };
  }
}
