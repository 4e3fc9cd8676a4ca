package watchword.core.assessment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import watchword.core.assessment.SentenceWords.Founded;
import watchword.core.bulletin.Likelihood;
import watchword.core.kind.Language;

/// A judgement in public words: how likely, how sure, what was said before, what would change it. Each is a sentence of its own.
///
/// It says no probability finer than a word's range and no number of reports, and nothing of who judged. Claim and change are a person's words, all others come
/// from templates. Only [#of] makes one, so whoever holds one holds what [SentenceLint] let pass.
public final class PublicSentence {

  private final Language language;
  private final String claim;
  private final LocalDate by;
  private final Likelihood likelihood;
  private final String change;
  private final String text;

  private PublicSentence(Language language, String claim, LocalDate by, Likelihood likelihood, String change, String text) {
    this.language = language;
    this.claim = claim;
    this.by = by;
    this.likelihood = likelihood;
    this.change = change;
    this.text = text;
  }

  /// The sentence of one hypothesis.
  ///
  /// @param claim what the hypothesis says, as a clause of its own in the words' language ("troops enter from Tarn")
  /// @param by the last day that counts
  /// @param before the judgement before this one
  /// @throws IllegalArgumentException if claim or change break a rule of the lint, or the judgement gives no words in this language
  public static PublicSentence of(
      SentenceWords words, String claim, LocalDate by, int hypothesis, Judgement judgement, Assessment computed, Optional<Judgement> before) {
    Checks.said(claim, "the claim");
    Judgements.requireFit(judgement, computed);
    String change = Optional.ofNullable(judgement.wouldChange().get(words.language())).orElseThrow(
        () -> new IllegalArgumentException("the judgement does not say in " + words.language().code() + " what would change it"));
    StringBuilder text = new StringBuilder(words.judged(word(judgement, hypothesis), claim, by));
    text.append(' ').append(words.confident(judgement.confidence(), Founded.of(computed)));
    before.ifPresent(earlier -> text.append(' ').append(words.earlier(LocalDate.ofInstant(earlier.at(), ZoneOffset.UTC), word(earlier, hypothesis))));
    text.append(' ').append(words.changing(change));
    List<String> faults = new SentenceLint(words).faults(text.toString());
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("the public sentence in " + words.language().code() + " breaks a rule: " + String.join("; ", faults));
    }
    return new PublicSentence(words.language(), claim, by, word(judgement, hypothesis), change, text.toString());
  }

  public Language language() {
    return language;
  }

  /// What is judged, as a clause.
  public String claim() {
    return claim;
  }

  /// The last day that counts.
  public LocalDate by() {
    return by;
  }

  public Likelihood likelihood() {
    return likelihood;
  }

  /// What would change it, in the words of whoever judged.
  public String change() {
    return change;
  }

  /// All of it.
  public String text() {
    return text;
  }

  private static Likelihood word(Judgement judgement, int hypothesis) {
    return Likelihood.of(judgement.probabilities().get(hypothesis));
  }
}
