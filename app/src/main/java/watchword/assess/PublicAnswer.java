package watchword.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.archive.FormatException;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Judgements;
import watchword.core.assessment.PublicSentence;
import watchword.core.kind.Language;

/// A public sentence of a folder's judgement, in one language.
public record PublicAnswer(String hypothesis, Language language, String text) {

  /// One for each hypothesis that has a claim and each language; none without a judgement.
  ///
  /// @throws FormatException if a judgement claims too much, or its words break a rule of public sentences
  public static List<PublicAnswer> of(QuestionFolder folder, Instant asOf, List<Language> languages) {
    Optional<Judgement> held = folder.judgements().at(asOf);
    List<PublicAnswer> answers = new ArrayList<>();
    if (held.isEmpty()) {
      return answers;
    }
    // What a judgement may claim is measured on what was known when it was made.
    Assessment known = folder.assessment(held.get().at());
    try {
      for (Judgement judgement : folder.judgements().all()) {
        if (!judgement.at().isAfter(asOf)) {
          Judgements.requireFit(judgement, folder.assessment(judgement.at()));
        }
      }
      for (Hypothesis hypothesis : folder.question().hypotheses()) {
        Map<Language, String> claim = folder.claims().getOrDefault(hypothesis.id(), Map.of());
        for (Language language : languages) {
          String said = claim.get(language);
          if (said != null) {
            answers.add(new PublicAnswer(hypothesis.id(), language, PublicSentence.of(PublicWords.of(language), said, folder.question().closes(),
                folder.question().index(hypothesis.id()), held.get(), known, folder.judgements().before(held.get())).text()));
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw new FormatException("judgements.json: " + e.getMessage());
    }
    return answers;
  }
}
