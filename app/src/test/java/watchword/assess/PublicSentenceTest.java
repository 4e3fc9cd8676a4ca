package watchword.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Confidence;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Item;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.PublicSentence;
import watchword.core.assessment.Question;
import watchword.core.assessment.SentenceLint;
import watchword.core.assessment.SentenceWords;
import watchword.core.bulletin.Likelihood;
import watchword.core.kind.Language;

/// What the public is told of a judgement.
class PublicSentenceTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final LocalDate BY = LocalDate.parse("2026-12-31");
  private static final Question QUESTION = new Question("q", "Lorne", "Will it?", "rule", "resolver", LocalDate.parse("2026-11-01"), BY,
      List.of(new Hypothesis("yes", "it does"), new Hypothesis("none", "none of these")), List.of());
  private static final Assessment COMPUTED = Assessment.of(QUESTION, new BaseRate(List.of(.05, .95), "counted"), List.of(), NOW);

  @Test
  void it_is_four_sentences_each_of_its_own() {
    assertThat(sentence(Language.EN, .3, Optional.of(.1))).isEqualTo("We judge it unlikely (20–45 %) that Xanadu Yonder by 31 December 2026. "
        + "Confidence is low: nothing but how often it happened before. Our judgement of 19 November 2026: very unlikely (5–20 %). What would change it: Zz.");
    assertThat(sentence(Language.UK, .6, Optional.empty()))
        .isEqualTo("За нашою оцінкою, ймовірно (55–80 %), що Xanadu Yonder не пізніше 31 грудня 2026 року. "
        + "Впевненість низька: лише те, як часто це траплялося раніше. Що змінить оцінку: Zz.");
  }

  @Test
  void of_trifles_alone_the_public_reads_of_slight_signs_and_not_of_several_origins() {
    Expectation little = new Expectation(List.of(Likelihood.LIKELY, Likelihood.ROUGHLY_EVEN));
    List<Evidence> trifles = IntStream.range(0, 5).<Evidence>mapToObj(i -> new Evidence.OfDocument(
        new Item("e" + i, "a paper", "paper " + i, NOW, little, Optional.empty(), Optional.empty()), .3)).toList();
    Assessment computed = Assessment.of(QUESTION, new BaseRate(List.of(.5, .5), "counted"), trifles, NOW);
    String text = PublicSentence.of(PublicWords.of(Language.EN), "Xanadu Yonder", BY, 0, judgement(.6, NOW, Optional.empty()), computed, Optional.empty()).text();
    assertThat(text).contains("Confidence is low: only slight signs.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_word_stands_with_its_range_in_every_language_and_never_beside_confidence(Language language) {
    Pattern confident = Pattern.compile(String.join("|", PublicWords.of(language).confidentStems()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    for (Likelihood likelihood : Likelihood.values()) {
      double probability = (likelihood.fromPercent() + likelihood.toPercent()) / 200.0;
      String text = sentence(language, probability, Optional.of(.5));
      String range = "(" + likelihood.fromPercent() + "–" + likelihood.toPercent() + " %)";
      assertThat(text).contains(PublicWords.of(language).terms().get(likelihood) + " " + range).doesNotContain("{", "..");
      List<String> sentences = List.of(text.split("(?<=\\.) (?=\\p{Lu})", -1));
      assertThat(sentences).hasSize(4);
      assertThat(sentences.get(0)).contains(range);
      assertThat(confident.matcher(sentences.get(0)).find()).isFalse();
      assertThat(confident.matcher(sentences.get(1)).find()).isTrue();
      assertThat(sentences.get(1)).doesNotContain("%");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_lint_finds_a_bare_word_a_wrong_range_and_likelihood_beside_confidence(Language language) {
    SentenceWords words = PublicWords.of(language);
    SentenceLint lint = new SentenceLint(words);
    String confident = words.confidentStems().getFirst();
    for (Likelihood likelihood : Likelihood.values()) {
      String word = words.terms().get(likelihood);
      String range = " (" + likelihood.fromPercent() + "–" + likelihood.toPercent() + " %)";
      assertThat(lint.faults("Aa " + word + range + " bb.")).isEmpty();
      assertThat(lint.faults("Aa " + word + range.replace(' ', '\u00a0').replaceFirst("\u00a0", " ") + " bb.")).isEmpty();
      assertThat(lint.faults("Aa " + word + " bb.")).as(word).anyMatch(fault -> fault.contains("without its range"));
      assertThat(lint.faults("Aa " + word + " (1–99 %) bb.")).as(word).hasSize(2);
      assertThat(lint.faults("Aa " + word + range + ", " + confident + " bb.")).containsExactly("likelihood and confidence stand in one sentence");
      assertThat(lint.faults("Aa " + word + range + " bb. X " + confident + " bb.")).isEmpty();
    }
    assertThat(lint.faults("Aa (20–45 %) bb.")).containsExactly("a range stands without the word it belongs to");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_range_of_one_word_behind_another_is_found_though_one_ends_like_the_other(Language language) {
    SentenceWords words = PublicWords.of(language);
    for (Likelihood word : Likelihood.values()) {
      for (Likelihood other : Likelihood.values()) {
        String text = "Aa " + words.terms().get(word) + " (" + other.fromPercent() + "–" + other.toPercent() + " %) bb.";
        assertThat(new SentenceLint(words).faults(text)).as(text).hasSize(word == other ? 0 : 2);
      }
    }
  }

  @Test
  void a_claim_or_a_change_that_breaks_a_rule_is_refused() {
    assertThatThrownBy(() -> PublicSentence.of(PublicWords.of(Language.EN), "a likely attack comes", BY, 0, judgement(.3, NOW, Optional.empty()),
        COMPUTED, Optional.empty()))
        .hasMessageContaining("\"likely\" stands without its range");
    assertThatThrownBy(() -> PublicSentence.of(PublicWords.of(Language.EN), "we are confident an attack comes", BY, 0, judgement(.3, NOW,
        Optional.empty()), COMPUTED,
        Optional.empty())).hasMessageContaining("in one sentence");
  }

  private static String sentence(Language language, double probability, Optional<Double> before) {
    return PublicSentence.of(PublicWords.of(language), "Xanadu Yonder", BY, 0, judgement(probability, NOW, before.map(earlier -> "more is known")),
        COMPUTED,
        before.map(earlier -> judgement(earlier, NOW.minus(Duration.ofDays(1)), Optional.empty()))).text();
  }

  private static Judgement judgement(double probability, Instant at, Optional<String> changed) {
    Map<Language, String> change = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      change.put(language, "Zz");
    }
    return new Judgement("heron", at, List.of(probability, 1 - probability), Confidence.LOW, List.of("nothing is hidden"), change, changed,
        List.of());
  }
}
