package watchword.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchword.archive.Entry;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.kind.Language;

/// `question.json`: what is asked, by which rule it is answered, and what usually happens.
record QuestionFile(Question question, Map<String, Map<Language, String>> claims, BaseRate base) {

  static QuestionFile read(Entry root) {
    Entry file = root.only(
        Set.of("format", "id", "territory", "asks", "rule", "resolver", "opened", "closes", "hypotheses", "baseRate"), Set.of("outcomes"));
    List<Hypothesis> hypotheses = new ArrayList<>();
    Map<String, Map<Language, String>> claims = new HashMap<>();
    for (Entry entry : file.objects("hypotheses")) {
      Entry one = entry.only(Set.of("id", "text"), Set.of("claim"));
      hypotheses.add(Document.made(one, () -> new Hypothesis(one.text("id"), one.text("text"))));
      if (one.has("claim")) {
        claims.put(one.text("id"), one.words("claim"));
      }
    }
    LocalDate opened = Document.day(file, "opened");
    LocalDate closes = Document.day(file, "closes");
    List<Outcome> outcomes = file.has("outcomes") ? file.objects("outcomes").stream().map(QuestionFile::outcome).toList() : List.of();
    Question question = Document.made(file, () -> new Question(
        file.text("id"), file.text("territory"), file.text("asks"), file.text("rule"), file.text("resolver"), opened, closes, hypotheses, outcomes));
    return new QuestionFile(question, claims, base(file, question));
  }

  private static Outcome outcome(Entry entry) {
    if (entry.has("came")) {
      Entry came = entry.only(Set.of("came", "on", "why"), Set.of());
      return Document.made(came, () -> new Outcome.Came(came.text("came"), Document.day(came, "on"), came.text("why")));
    }
    if (entry.has("takenBack")) {
      Entry back = entry.only(Set.of("takenBack", "on"), Set.of());
      return Document.made(back, () -> new Outcome.TakenBack(Document.day(back, "on"), back.text("takenBack")));
    }
    Entry annulled = entry.only(Set.of("annulled", "on"), Set.of());
    return Document.made(annulled, () -> new Outcome.Annulled(Document.day(annulled, "on"), annulled.text("annulled")));
  }

  private static BaseRate base(Entry file, Question question) {
    Entry base = file.object("baseRate").orElseThrow(() -> file.fault("baseRate", "is not an object"));
    if (base.has("probabilities")) {
      Entry given = base.only(Set.of("probabilities", "why"), Set.of());
      return Document.made(given, () -> new BaseRate(Document.probabilities(given, "probabilities", question), given.text("why")));
    }
    Entry counted = base.only(Set.of("events", "months", "horizonMonths", "why"), Set.of());
    if (question.hypotheses().size() != 2) {
      throw counted.fault("events", "give a base rate for two hypotheses only; give probabilities instead");
    }
    return Document.made(counted, () -> BaseRate.counted(
        counted.whole("events", 0), counted.number("months", 0, 12_000), counted.number("horizonMonths", 0, 1200), counted.text("why")));
  }
}
