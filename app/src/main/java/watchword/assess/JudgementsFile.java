package watchword.assess;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchword.archive.Entry;
import watchword.core.assessment.Confidence;
import watchword.core.assessment.Estimate;
import watchword.core.assessment.Estimates;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Judgement.Dissent;
import watchword.core.assessment.Judgements;
import watchword.core.assessment.Question;

/// `judgements.json`: what people estimate and conclude.
record JudgementsFile(Estimates estimates, Judgements judgements) {

  static final JudgementsFile NONE = new JudgementsFile(new Estimates(List.of()), new Judgements(List.of()));

  static JudgementsFile read(Entry root, Question question) {
    Entry file = root.only(Set.of("format", "judgements"), Set.of("estimates"));
    List<Estimate> estimates = file.has("estimates") ? file.objects("estimates").stream()
        .map(entry -> estimate(entry, question)).toList() : List.of();
    List<Judgement> judgements = file.objects("judgements").stream().map(entry -> judgement(entry, question)).toList();
    return Document.made(file, () -> new JudgementsFile(new Estimates(estimates), new Judgements(judgements)));
  }

  private static Estimate estimate(Entry entry, Question question) {
    Entry one = entry.only(Set.of("member", "on", "probabilities", "why"), Set.of());
    return Document.made(one, () -> new Estimate(
        one.text("member"), Document.minute(one, "on"), Document.probabilities(one, "probabilities", question), one.text("why")));
  }

  private static Judgement judgement(Entry entry, Question question) {
    Entry one = entry.only(Set.of("member", "on", "probabilities", "confidence", "assumptions", "wouldChange"), Set.of("changed", "dissents"));
    List<Dissent> dissents = one.has("dissents") ? one.objects("dissents").stream().map(JudgementsFile::dissent).toList() : List.of();
    Optional<String> changed = one.has("changed") ? Optional.of(one.text("changed")) : Optional.empty();
    return Document.made(one, () -> new Judgement(one.text("member"), Document.minute(one, "on"),
        Document.probabilities(one, "probabilities", question),
        Document.one(one, "confidence", Confidence.class), one.texts("assumptions"), one.words("wouldChange"), changed, dissents));
  }

  private static Dissent dissent(Entry entry) {
    Entry one = entry.only(Set.of("member", "text"), Set.of());
    return Document.made(one, () -> new Dissent(one.text("member"), one.text("text")));
  }
}
