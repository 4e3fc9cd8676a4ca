package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Confidence;
import watchword.core.assessment.Estimate;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Hedge;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Item;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Question;
import watchword.core.assessment.Scores;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Status;
import watchword.core.report.Reading;
import watchword.desk.Case;
import watchword.desk.Desk;
import watchword.desk.Inquiry;
import watchword.desk.QuestionStep;

/// The question that a drill's two people answer all evening: whether armed units cross the border tonight.
///
/// They see what the console shows. The first follows the computed figure, the second believes the signs half as far, and what is judged is the middle of both:
/// anew when two rounds come to another word of likelihood. The other one wants it told. Nobody here knows what will come.
final class StandingQuestion {

  /// Patrols cross every ten days or so, and mostly go home: a night on which nothing is known is not one without risk.
  private static final int CROSSINGS = 70;

  private static final double MONTHS = 24;
  private static final double DAYS_A_MONTH = 30.44;

  /// What is foretold for the night after an evening comes by then.
  private static final Duration NIGHT = Duration.ofMinutes(150);

  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
  private static final Duration BETWEEN_JUDGEMENTS = Duration.ofMinutes(30);

  /// A judgement anew says something new.
  private static final double POINTS = .04;

  /// Below and above this no word of likelihood says anything.
  private static final double LEAST = .01;

  /// Whoever speaks for those who gave no estimate.
  private static final String RESOLVER = "resolver";

  private static final List<String> ASSUMPTIONS = List.of("whoever crosses would be seen gathering first", "observers at the border say what they see");

  private final Desk desk;
  private final String first;
  private final String second;
  private final Border border;
  private final Instant start;
  private final Instant end;
  private final QuestionWords words = QuestionWords.builtIn();
  private final List<Scores.Forecast> figures = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private int heard;
  private int noted;
  private boolean rumoured;
  private boolean ended;
  private Instant looked = Instant.MIN;
  private Optional<Likelihood> turning = Optional.empty();

  /// Puts the question a day before the evening begins.
  ///
  /// @param members two pseudonyms
  StandingQuestion(Desk desk, List<String> members, Border border, Instant start, Instant evening) {
    this.desk = desk;
    this.first = members.getFirst();
    this.second = members.getLast();
    this.border = border;
    this.start = start;
    LocalDate opened = LocalDate.ofInstant(start, ZoneOffset.UTC);
    LocalDate closes = LocalDate.ofInstant(evening.plus(NIGHT), ZoneOffset.UTC);
    this.end = closes.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    double days = (double) Duration.between(opened.atStartOfDay().toInstant(ZoneOffset.UTC), end).toDays();
    BaseRate base = BaseRate.counted(CROSSINGS, MONTHS, days / DAYS_A_MONTH, words.base());
    Instant before = start.minus(Duration.ofDays(1));
    act(first, new QuestionStep.Put(words.question(opened, closes), Map.of(Border.CROSSED, QuestionWords.in(words.claim())), base), before);
    BorderSigns.ALL.forEach(sign -> act(first, new QuestionStep.Watching(sign), before));
  }

  /// A round of theirs.
  void work(Instant now) {
    if (now.isBefore(start) || ended) {
      return;
    }
    if (!now.isBefore(end)) {
      act(RESOLVER, new QuestionStep.Ended(border.outcome(inquiry(now).known().question())), now);
      ended = true;
      return;
    }
    hear(now);
    rumours(now);
    look(now);
    Inquiry seen = inquiry(now);
    Assessment computed = seen.known().assessment(now);
    figures.add(new Scores.Forecast(now, computed.probabilities()));
    judge(seen.judgement(), computed, now);
  }

  /// What officials say goes in as it was said.
  private void hear(Instant now) {
    List<Border.Speech> said = border.said(now);
    for (; heard < said.size(); heard++) {
      Border.Speech speech = said.get(heard);
      String text = speech.official() + ": " + speech.text();
      act(second, new QuestionStep.Added(switch (speech.what()) {
        case JUSTIFIES -> new Evidence.OfSpeaking(said(text, speech.official(), speech.at(), BorderSigns.JUSTIFICATION));
        case DENIES_FOR_ITSELF -> new Evidence.OfStatement(said(text, speech.official(), speech.at(), BorderSigns.ANNOUNCED), Hedge.CERTAIN, true, true);
        case DENIES -> new Evidence.OfStatement(said(text, speech.official(), speech.at(), BorderSigns.ANNOUNCED), Hedge.NONE, false, true);
      }), now);
    }
  }

  /// Reports that foretell and look planted tell that somebody says so, and no more; all of them are one origin.
  private void rumours(Instant now) {
    if (!rumoured && desk.queue(now).stream().anyMatch(StandingQuestion::foretells)) {
      rumoured = true;
      act(second, new QuestionStep.Added(new Evidence.OfStatement(
          said("senders foretell an attack for an hour", "whoever spreads it", now, BorderSigns.ANNOUNCED), Hedge.HEARSAY, true, false)), now);
    }
  }

  private static boolean foretells(Case one) {
    return one.corroboration().wave().isPresent() && one.incident().readings().stream().anyMatch(Reading::foretells);
  }

  private Item said(String text, String origin, Instant when, String sign) {
    Indicator indicator = BorderSigns.of(sign);
    return new Item("said-" + ++noted, text, origin, when, indicator.expectation(), Optional.of(sign), Optional.of(indicator.halfLife()));
  }

  /// They call whoever can see the border each hour; a look that saw something is none, its sighting comes as a report.
  private void look(Instant now) {
    if (now.isBefore(looked.plus(BETWEEN_LOOKS))) {
      return;
    }
    looked = now;
    for (Indicator sign : BorderSigns.ALL) {
      Optional.ofNullable(BorderSigns.OBSERVERS.get(sign.id())).filter(_ -> sign.watch().filter(watch -> border.seesNothing(watch, now)).isPresent())
          .ifPresent(observers -> act(first, new QuestionStep.Looked(sign.id(), new Indicator.Look(now, observers)), now));
    }
  }

  private void judge(Optional<Judgement> held, Assessment computed, Instant now) {
    double usual = computed.base().probabilities().getFirst();
    double followed = within(computed.probabilities().getFirst());
    double doubted = within(halfway(usual, computed.probabilities().getFirst()));
    double middle = (followed + doubted) / 2;
    if (!turns(held, middle, now)) {
      return;
    }
    act(first, new QuestionStep.Estimated(new Estimate(first, now, both(followed), "as the signs say")), now);
    act(second, new QuestionStep.Estimated(new Estimate(second, now, both(doubted), "half as far from what is usual as the signs say")), now);
    Map<String, String> wouldChange = middle > usual ? words.falls() : words.rises();
    // Low, whatever the ceiling: a claim that the evidence bears no longer by the quarter of an hour would keep the judgement in.
    act(first, new QuestionStep.Judged(new Judgement(first, now, both(middle), Confidence.LOW, ASSUMPTIONS, QuestionWords.in(wouldChange),
        held.map(before -> changed(before.probabilities().getFirst(), middle, computed)), List.of())), now);
    act(second, new QuestionStep.Wished(Border.CROSSED), now);
  }

  /// Whether it is time to judge: first of all, then whenever two rounds in a row come to another word, some points away. A figure that only trembles is let be.
  private boolean turns(Optional<Judgement> held, double middle, Instant now) {
    Likelihood word = Likelihood.of(middle);
    boolean other = held.map(one -> Likelihood.of(one.probabilities().getFirst()) != word
        && StrictMath.abs(one.probabilities().getFirst() - middle) >= POINTS && !now.isBefore(one.at().plus(BETWEEN_JUDGEMENTS))).orElse(true);
    boolean again = held.isEmpty() || turning.equals(Optional.of(word));
    turning = other && !again ? Optional.of(word) : Optional.empty();
    return other && again;
  }

  /// From where to where, and the line that bears most that way.
  private static String changed(double before, double after, Assessment computed) {
    int way = after > before ? 1 : -1;
    Optional<String> most = computed.lines().stream().filter(line -> way * line.weights().getFirst() > 0)
        .max(Comparator.comparingDouble(line -> way * line.weights().getFirst())).map(line -> line.evidence().item().text());
    return String.format(Locale.ROOT, "%s from %.0f to %.0f %%; %s", way > 0 ? "up" : "down", 100 * before, 100 * after,
        most.map(text -> "most by: " + text).orElse("what bore on it has grown old"));
  }

  /// The middle of two probabilities in log odds.
  private static double halfway(double one, double other) {
    double odds = StrictMath.sqrt(one / (1 - one) * (other / (1 - other)));
    return odds / (1 + odds);
  }

  private static double within(double probability) {
    return StrictMath.max(LEAST, StrictMath.min(1 - LEAST, probability));
  }

  private static List<Double> both(double crossed) {
    return List.of(crossed, 1 - crossed);
  }

  /// What it all scored, once the question has ended.
  ///
  /// @throws IllegalStateException if it has not, or a step of theirs was refused
  QuestionScore score() {
    if (!refused.isEmpty()) {
      throw new IllegalStateException("a step of the drill's people was refused: " + refused.getFirst());
    }
    Inquiry inquiry = inquiry(end);
    Question question = inquiry.known().question();
    int came = question.came().orElseThrow(() -> new IllegalStateException("the question has not ended yet"));
    List<Scores.Forecast> judged = inquiry.known().judgements().all().stream().map(one -> new Scores.Forecast(one.at(), one.probabilities())).toList();
    int told = (int) desk.publications().stream().filter(one -> one.bulletin().notice().status() == Status.JUDGED).count();
    return new QuestionScore(Scores.brier(inquiry.known().base().probabilities(), came), weighted(figures, came), weighted(judged, came), told);
  }

  private double weighted(List<Scores.Forecast> forecasts, int came) {
    return Scores.timeWeighted(forecasts, start, end, given -> Scores.brier(given, came)).mean();
  }

  private Inquiry inquiry(Instant now) {
    return desk.questions().find(first, Border.QUESTION, now).orElseThrow(() -> new IllegalStateException("the question of the drill is not there"));
  }

  /// Somebody at the console may have got in between, so that a step no longer fits; where nobody does, as in a drill that is scored, none may be refused.
  private void act(String member, QuestionStep step, Instant now) {
    desk.questions().act(member, Border.QUESTION, step, now).ifPresent(refused::add);
  }
}
