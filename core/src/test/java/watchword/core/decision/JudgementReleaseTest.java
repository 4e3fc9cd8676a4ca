package watchword.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Confidence;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.PublicSentence;
import watchword.core.assessment.Question;
import watchword.core.assessment.SentenceWords;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.Basis;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.kind.Language;
import watchword.core.text.Words;
import watchword.core.time.Span;

/// A judgement leaves by the same door as an incident: what it may tell, how long it stands, and how it is taken back.
class JudgementReleaseTest {

  private static final LocalDate OPENED = LocalDate.parse("2026-11-01");
  private static final LocalDate BY = LocalDate.parse("2026-12-31");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
  private static final String CLAIM = "ground forces of Vesk cross the southern border";
  private static final String CHANGE = "field hospitals near the crossing at Bruma";

  private static final Question QUESTION = question(BY);

  @Test
  void A01_a_judgement_is_a_bulletin_over_the_days_its_question_asks_about() {
    Notice notice = released(QUESTION, sentences(.3), Optional.empty(), NOON).notice();
    assertThat(notice.status()).isEqualTo(Status.JUDGED);
    assertThat(notice.likelihood()).contains(Likelihood.UNLIKELY);
    assertThat(notice.window()).isEqualTo(new Span(Instant.parse("2026-11-01T00:00:00Z"), END));
    assertThat(notice.thread()).isEqualTo(notice.id());
    assertThat(notice.note()).isEmpty();
    assertThat(notice.subject()).isInstanceOfSatisfying(Subject.Judged.class, judged -> {
      assertThat(judged.by()).isEqualTo(BY);
      assertThat(judged.claim()).containsOnlyKeys(Language.EN, Language.PL).containsEntry(Language.EN, CLAIM);
      assertThat(judged.sentence().values()).allSatisfy(said -> assertThat(said).contains(CLAIM, "(20–45 %)"));
    });
  }

  @Test
  void A02_it_stands_for_thirty_one_days_and_never_beyond_the_last_day_that_counts() {
    assertThat(released(QUESTION, sentences(.3), Optional.empty(), NOON).notice().expires()).isEqualTo(NOON.plus(Duration.ofDays(31)));
    Instant late = Instant.parse("2026-12-31T23:45:00Z");
    assertThat(released(QUESTION, sentences(.3), Optional.empty(), late).notice().expires()).isEqualTo(END);
  }

  @Test
  void A03_nothing_is_judged_before_the_question_opens_after_its_last_day_or_once_its_outcome_is_known() {
    assertThat(refused(QUESTION, Optional.empty(), Instant.parse("2026-10-31T23:59:59Z"))).contains("not open yet");
    assertThat(refused(QUESTION, Optional.empty(), END)).contains("last day of the question is over");
    assertThat(refused(QUESTION.with(new Outcome.Came("none", LocalDate.parse("2026-11-20"), "as reported")), Optional.empty(), NOON)).contains("has its outcome");
  }

  @Test
  void B01_a_claim_or_a_change_in_a_reports_words_is_refused_in_any_language() {
    assertThat(refused("i saw that GROUND forces of Vesk cross here")).contains("five words in a row", "in en");
    assertThat(refused("there are field hospitals near the crossing now")).contains("five words in a row");
    assertThat(refused("ground forces of Vesk")).isEmpty();
  }

  @Test
  void B02_words_of_the_templates_are_nobodys_report() {
    assertThat(refused("Confidence is LOW: it was BASE_RATE. We judge it unlikely by 31 m12 2026, what would change it")).isEmpty();
  }

  @Test
  void B03_who_sends_the_boards_own_sentence_to_the_desk_does_not_keep_it_from_being_renewed() {
    Notice first = released(QUESTION, sentences(.3), Optional.empty(), NOON).notice();
    List<Words> echo = List.of(Words.of("you write: " + sentences(.3).getFirst().text()));
    Release.Draft renewal = new Release.Draft(new BulletinId("b2"), "", echo, NOON.plus(Duration.ofDays(20)));
    assertThat(Release.judgement(QUESTION, sentences(.5), Optional.of(first), renewal)).isInstanceOf(Release.Outcome.Released.class);
    assertThat(Release.judgement(QUESTION, sentences(.5), Optional.empty(), renewal)).as("which only what is out already may do")
        .isInstanceOf(Release.Outcome.Refused.class);
  }

  @Test
  void C01_a_later_judgement_follows_in_its_thread_with_another_likelihood_and_the_same_claim() {
    Notice first = released(QUESTION, sentences(.3), Optional.empty(), NOON).notice();
    Bulletin next = released(QUESTION, sentences(.6), Optional.of(first), NOON.plus(Duration.ofDays(3)));
    assertThat(next).isInstanceOfSatisfying(Bulletin.Update.class, update -> assertThat(update.replaces()).isEqualTo(first.id()));
    assertThat(next.notice().thread()).isEqualTo(first.thread());
    assertThat(next.notice().version()).isEqualTo(2);
    assertThat(next.notice().likelihood()).contains(Likelihood.LIKELY);
    assertThat(Release.judgement(QUESTION, sentences("no ground forces cross", .6), Optional.of(first), draft(List.of(), NOON)))
        .isInstanceOfSatisfying(Release.Outcome.Refused.class, refused -> assertThat(refused.reason()).contains("keeps its claim"));
  }

  @Test
  void C02_no_judgement_follows_in_the_thread_of_an_incident() {
    Notice incident = new Notice(new BulletinId("i"), new BulletinId("i"), 1, Status.NO_SIGN,
        new Subject.Happening(Story.COLUMN, Optional.<Area>empty(), Basis.CHECKED_ONCE), new Span(NOON, NOON), NOON, NOON, Optional.empty(), "");
    assertThat(refused(QUESTION, Optional.of(incident), NOON)).contains("keeps its claim");
  }

  @Test
  void C03_sentences_of_two_judgements_or_of_another_question_and_a_note_are_errors() {
    List<PublicSentence> two = List.of(sentences(.3).getFirst(), sentences(.6).getLast());
    assertThatThrownBy(() -> Release.judgement(QUESTION, two, Optional.empty(), draft(List.of(), NOON))).hasMessageContaining("one judgement on this question");
    List<PublicSentence> twice = List.of(sentences(.3).getFirst(), sentences(.3).getFirst());
    assertThatThrownBy(() -> Release.judgement(QUESTION, twice, Optional.empty(), draft(List.of(), NOON))).hasMessageContaining("one judgement on this question");
    assertThatThrownBy(() -> Release.judgement(question(BY.plusDays(1)), sentences(.3), Optional.empty(), draft(List.of(), NOON)))
        .hasMessageContaining("one judgement on this question");
    assertThatThrownBy(() -> Release.judgement(QUESTION, List.of(), Optional.empty(), draft(List.of(), NOON))).isInstanceOf(IllegalArgumentException.class);
    Release.Draft noted = new Release.Draft(new BulletinId("b1"), "we mean it", List.of(), NOON);
    assertThatThrownBy(() -> Release.judgement(QUESTION, sentences(.3), Optional.empty(), noted)).hasMessageContaining("no note");
  }

  @Test
  void D01_a_withdrawal_keeps_what_it_was_about_and_tells_no_likelihood() {
    Notice published = released(QUESTION, sentences(.3), Optional.empty(), NOON).notice();
    Bulletin.Cancel cancel = Release.withdrawal(published, new BulletinId("b9"), NOON.plusSeconds(60));
    assertThat(cancel.replaces()).isEqualTo(published.id());
    assertThat(cancel.notice().status()).isEqualTo(Status.RETRACTED);
    assertThat(cancel.notice().likelihood()).isEmpty();
    assertThat(cancel.notice().subject()).isEqualTo(published.subject());
    assertThat(cancel.notice().expires()).isEqualTo(NOON.plusSeconds(60).plus(Duration.ofHours(24)));
  }

  @Test
  void E01_a_notice_says_judged_of_judgements_alone_and_never_without_a_likelihood() {
    Notice good = released(QUESTION, sentences(.3), Optional.empty(), NOON).notice();
    Subject column = new Subject.Happening(Story.COLUMN, Optional.<Area>empty(), Basis.CHECKED_ONCE);
    assertThatThrownBy(() -> with(good, Status.CONFIRMED, good.subject(), good.likelihood())).hasMessageContaining("something else");
    assertThatThrownBy(() -> with(good, Status.JUDGED, column, good.likelihood())).hasMessageContaining("something else");
    assertThatThrownBy(() -> with(good, Status.JUDGED, good.subject(), Optional.empty())).hasMessageContaining("no likelihood");
    assertThat(with(good, Status.RETRACTED, column, Optional.empty()).status()).isEqualTo(Status.RETRACTED);
  }

  @Test
  void E02_claim_and_sentence_of_a_judgement_are_in_the_same_languages_and_belong_together() {
    assertThatThrownBy(() -> new Subject.Judged(Map.of(), BY, Map.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Subject.Judged(Map.of(Language.EN, "a"), BY, Map.of(Language.PL, "a"))).hasMessageContaining("the same languages");
    assertThatThrownBy(() -> new Subject.Judged(Map.of(Language.EN, "a"), BY, Map.of(Language.EN, "b"))).hasMessageContaining("stand in its sentence");
  }

  private static Notice with(Notice notice, Status status, Subject subject, Optional<Likelihood> likelihood) {
    return new Notice(notice.id(), notice.thread(), 1, status, subject, notice.window(), notice.published(), notice.expires(), likelihood, "");
  }

  private static Bulletin released(Question question, List<PublicSentence> sentences, Optional<Notice> previous, Instant asOf) {
    return ((Release.Outcome.Released) Release.judgement(question, sentences, previous, draft(List.of(), asOf))).bulletin();
  }

  private static String refused(Question question, Optional<Notice> previous, Instant asOf) {
    return reason(Release.judgement(question, sentences(.3), previous, draft(List.of(), asOf)));
  }

  /// Why it is refused beside this report; empty where it is not.
  private static String refused(String report) {
    return reason(Release.judgement(QUESTION, sentences(.3), Optional.empty(), draft(List.of(Words.of(report)), NOON)));
  }

  private static String reason(Release.Outcome outcome) {
    return switch (outcome) {
      case Release.Outcome.Released ignored -> "";
      case Release.Outcome.Refused refused -> refused.reason();
    };
  }

  private static Release.Draft draft(List<Words> reports, Instant asOf) {
    return new Release.Draft(new BulletinId("b1"), "", reports, asOf);
  }

  private static List<PublicSentence> sentences(double probability) {
    return sentences(CLAIM, probability);
  }

  private static List<PublicSentence> sentences(String claim, double probability) {
    Assessment computed = Assessment.of(QUESTION, new BaseRate(List.of(.05, .95), "counted"), List.of(), NOON);
    Judgement judgement = new Judgement("heron", NOON, List.of(probability, 1 - probability), Confidence.LOW, List.of("nothing is hidden"),
        Map.of(Language.EN, CHANGE, Language.PL, "szpitale polowe"), Optional.empty(), List.of());
    List<PublicSentence> sentences = new ArrayList<>();
    for (Language language : List.of(Language.EN, Language.PL)) {
      sentences.add(PublicSentence.of(words(language), claim, BY, 0, judgement, computed, Optional.empty()));
    }
    return sentences;
  }

  private static Question question(LocalDate closes) {
    return new Question("q", "Lorne", "Will they?", "rule", "resolver", OPENED, closes,
        List.of(new Hypothesis("yes", "they do"), new Hypothesis("none", "none of these")), List.of());
  }

  /// The shape of public words; how they are said in each language is the application's.
  private static SentenceWords words(Language language) {
    List<String> months = Arrays.stream("m1 m2 m3 m4 m5 m6 m7 m8 m9 m10 m11 m12".split(" ", -1)).toList();
    return new SentenceWords(language, each(Likelihood.values(), word -> "We judge it {term} ({range}) that {claim} by {date}."),
        each(Likelihood.values(), word -> word.name().toLowerCase(Locale.ROOT).replace('_', ' ')), "Confidence is {level}: it was {basis}.",
        each(Confidence.values(), Enum::name), each(SentenceWords.Founded.values(), Enum::name), "Before, of {date}: {term} ({range}).",
        "What would change it: {change}.", "{day} {month} {year}", months, List.of("likel", "unlikel"), List.of("confiden"));
  }

  private static <E extends Enum<E>> Map<E, String> each(E[] values, Function<E, String> says) {
    return new EnumMap<>(Arrays.stream(values).collect(Collectors.toMap(Function.identity(), says)));
  }
}
