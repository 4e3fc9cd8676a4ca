package watchword.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.assess.PublicWords;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Confidence;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.PublicSentence;
import watchword.core.assessment.Question;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Notice;
import watchword.core.decision.Release;
import watchword.core.kind.Language;

/// A question of the invented country, with the words its answers are told in.
record StandingQuestion(Question question, Map<Language, String> claims, Map<Language, String> changes) {

  static final StandingQuestion ATTACK = new StandingQuestion(
      question("attack", "2026-12-31"),
      Map.of(
          Language.EN, "ground forces of Vesk cross the southern border",
          Language.BE, "сухапутныя войскі Веска пяройдуць паўднёвую мяжу",
          Language.RU, "сухопутные войска Веска перейдут южную границу",
          Language.UK, "сухопутні війська Веска перейдуть південний кордон",
          Language.PL, "wojska lądowe Vesku przekroczą południową granicę",
          Language.LT, "Vesko sausumos pajėgos kirs pietinę sieną"),
      Map.of(
          Language.EN, "field hospitals near the border, or fuel trains going south",
          Language.BE, "палявыя шпіталі каля мяжы або цягнікі з палівам на поўдзень",
          Language.RU, "полевые госпитали у границы или поезда с топливом на юг",
          Language.UK, "польові шпиталі біля кордону або потяги з пальним на південь",
          Language.PL, "szpitale polowe przy granicy albo pociągi z paliwem na południe",
          Language.LT, "lauko ligoninės prie sienos arba kuro traukiniai į pietus"));

  static final StandingQuestion VOTE = new StandingQuestion(
      question("vote", "2026-12-06"),
      Map.of(
          Language.EN, "the vote in Pelsan is put off",
          Language.BE, "галасаванне ў Пелсане перанясуць",
          Language.RU, "голосование в Пелсане перенесут",
          Language.UK, "голосування в Пелсані перенесуть",
          Language.PL, "głosowanie w Pelsanie zostanie przełożone",
          Language.LT, "balsavimas Pelsane bus atidėtas"),
      Map.of(
          Language.EN, "an order of the electoral office",
          Language.BE, "загад выбарчай камісіі",
          Language.RU, "распоряжение избирательной комиссии",
          Language.UK, "розпорядження виборчої комісії",
          Language.PL, "zarządzenie komisji wyborczej",
          Language.LT, "rinkimų komisijos įsakymas"));

  private static Question question(String id, String closes) {
    return new Question(id, "Lorne", "Will it?", "rule", "resolver", LocalDate.parse("2026-11-01"), LocalDate.parse(closes),
        List.of(new Hypothesis("yes", "it does"), new Hypothesis("none", "none of these")), List.of());
  }

  /// The bulletin as the desk would release it.
  Bulletin judge(double probability, Optional<Notice> previous, BulletinId id, Instant at, List<Language> languages) {
    Release.Draft draft = new Release.Draft(id, "", List.of(), at);
    return switch (Release.judgement(question, sentences(probability, previous, at, languages), previous, draft)) {
      case Release.Outcome.Released released -> released.bulletin();
      case Release.Outcome.Refused refused -> throw new IllegalArgumentException(refused.reason());
    };
  }

  private List<PublicSentence> sentences(double probability, Optional<Notice> previous, Instant at, List<Language> languages) {
    Assessment computed = Assessment.of(question, new BaseRate(List.of(.05, .95), "counted"), List.of(), at);
    Optional<Judgement> before = previous.map(notice -> judgement(notice.likelihood().orElseThrow().fromPercent() / 100.0, notice.published(), Optional.empty()));
    Judgement judgement = judgement(probability, at, before.map(earlier -> "more is known"));
    List<PublicSentence> sentences = new ArrayList<>();
    for (Language language : languages) {
      sentences.add(PublicSentence.of(PublicWords.of(language), claim(language), question.closes(), 0, judgement, computed, before));
    }
    return sentences;
  }

  private Judgement judgement(double probability, Instant at, Optional<String> changed) {
    return new Judgement("heron", at, List.of(probability, 1 - probability), Confidence.LOW, List.of("nothing is hidden"), changes, changed, List.of());
  }

  String claim(Language language) {
    return Optional.ofNullable(claims.get(language)).orElseThrow();
  }
}
