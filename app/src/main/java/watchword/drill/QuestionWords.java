package watchword.drill;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Question;
import watchword.core.kind.Language;

/// The words of the standing question of the invented country: `question.json` as it stands.
///
/// @param base what was counted for the base rate
/// @param hypothesis that somebody crosses
/// @param claim that, as a clause for the public, by language
/// @param rises what would raise a low judgement, by language
/// @param falls what would lower a high one, by language
record QuestionWords(
    String territory, String asks, String rule, String resolver, String base, String hypothesis, Map<String, String> claim, Map<String, String> rises,
    Map<String, String> falls) {

  static QuestionWords builtIn() {
    return DrillFile.read("question.json", QuestionWords.class);
  }

  Question question(LocalDate opened, LocalDate closes) {
    return new Question(Border.QUESTION, territory, asks, rule, resolver, opened, closes,
        List.of(new Hypothesis(Border.CROSSED, hypothesis), new Hypothesis(Question.NONE, "none of these")), List.of());
  }

  /// The same by language.
  static Map<Language, String> in(Map<String, String> words) {
    Map<Language, String> all = new EnumMap<>(Language.class);
    words.forEach((code, text) -> all.put(Language.find(code).orElseThrow(() -> new IllegalStateException("the question is told in an unknown language")), text));
    return all;
  }
}
