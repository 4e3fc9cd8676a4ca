package watchword.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.assess.QuestionFolder;
import watchword.core.assessment.Estimate;
import watchword.core.assessment.Estimates;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Item;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Judgements;
import watchword.core.assessment.Question;
import watchword.core.time.Span;

/// What is known of a question, and what each step makes of it.
///
/// @param struck what counts no more; its ids are not given again
record Course(QuestionFolder known, List<Inquiry.Struck> struck) {

  /// What is told of a cut that is struck.
  static final String CUT = "a cut of the network";

  private static final int MOST_YEARS = 10;

  /// What is known when a question is put.
  static QuestionFolder begun(Entry.Questioned first, QuestionStep.Put put) {
    requireId(first, put.question());
    requireNear(put.question(), Inquiry.day(first.at()));
    return new QuestionFolder(put.question(), put.claims(), put.base(), List.of(), List.of(), List.of(), List.of(), new Estimates(List.of()), new Judgements(List.of()));
  }

  /// What is known after a step.
  ///
  /// @throws IllegalArgumentException that says why it cannot be taken
  QuestionFolder after(Entry.Questioned entry) {
    return switch (entry.step()) {
      case QuestionStep.Put put -> put(entry, put);
      case QuestionStep.Watching(Indicator indicator) -> watching(indicator);
      case QuestionStep.Looked looked -> looked(looked, entry.at());
      case QuestionStep.Cut(Span span) -> cut(span, entry.at());
      case QuestionStep.Added(Evidence evidence) -> added(evidence, entry.at());
      case QuestionStep.Struck(String id, String _) -> struck(id);
      case QuestionStep.Estimated(Estimate estimate) -> changed(known.indicators(), known.evidence(), known.estimates().with(estimate), known.judgements());
      case QuestionStep.Judged(Judgement judgement) -> judged(judgement);
      case QuestionStep.Dissented(String text) -> dissented(new Judgement.Dissent(entry.member(), text));
      case QuestionStep.Ended ended -> new QuestionFolder(known.question().with(ended.outcome()), known.claims(), known.base(), known.indicators(), known.cuts(),
          known.evidence(), known.incidents(), known.estimates(), known.judgements());
      case QuestionStep.Wished _, QuestionStep.Stopped _, QuestionStep.Told _ -> known;
      case QuestionStep.Figured(List<Double> probabilities) -> {
        requireFit(probabilities.size());
        yield known;
      }
    };
  }

  private QuestionFolder put(Entry.Questioned entry, QuestionStep.Put put) {
    requireId(entry, put.question());
    requireNear(put.question(), Inquiry.day(entry.at()));
    if (!Inquiry.day(entry.at()).isBefore(known.question().opened())) {
      throw new IllegalArgumentException("the question is open since %s and locked; annul it and ask another".formatted(known.question().opened()));
    }
    boolean same = put.question().hypotheses().stream().map(one -> one.id()).toList().equals(known.question().hypotheses().stream().map(one -> one.id()).toList());
    if (!same && !(known.indicators().isEmpty() && known.evidence().isEmpty())) {
      throw new IllegalArgumentException("there are signs or evidence for these hypotheses; put another question, or strike them first");
    }
    return new QuestionFolder(put.question(), put.claims(), put.base(), known.indicators(), known.cuts(), known.evidence(), known.incidents(), known.estimates(), known.judgements());
  }

  private QuestionFolder watching(Indicator indicator) {
    requireNew(indicator.id());
    requireFit(indicator.expectation().words().size());
    List<Indicator> more = new ArrayList<>(known.indicators());
    more.add(indicator);
    return changed(more, known.evidence(), known.estimates(), known.judgements());
  }

  private QuestionFolder looked(QuestionStep.Looked looked, Instant at) {
    requirePast(looked.look().when(), at, "a look");
    List<Indicator> all = new ArrayList<>(known.indicators());
    for (int i = 0; i < all.size(); i++) {
      Indicator one = all.get(i);
      if (one.id().equals(looked.indicator())) {
        List<Indicator.Look> looks = new ArrayList<>(one.looks());
        looks.add(looked.look());
        all.set(i, looks(one, looks));
        return changed(all, known.evidence(), known.estimates(), known.judgements());
      }
    }
    throw new IllegalArgumentException("the question has no indicator " + looked.indicator());
  }

  private QuestionFolder cut(Span span, Instant at) {
    requirePast(span.latest(), at, "a cut");
    List<Span> more = new ArrayList<>(known.cuts());
    more.add(span);
    return new QuestionFolder(known.question(), known.claims(), known.base(), known.indicators(), more, known.evidence(), known.incidents(), known.estimates(), known.judgements());
  }

  private QuestionFolder added(Evidence evidence, Instant at) {
    requireNew(evidence.item().id());
    requireFit(evidence.likelihoods().size());
    requirePast(evidence.item().when(), at, "evidence");
    List<Evidence> more = new ArrayList<>(known.evidence());
    more.add(evidence);
    QuestionFolder next = changed(known.indicators(), more, known.estimates(), known.judgements());
    next.watchlist(at); // refuses what feeds no indicator of the question, or a justification in another way than by words
    return next;
  }

  private QuestionFolder struck(String id) {
    List<Evidence> evidence = known.evidence().stream().filter(one -> !one.item().id().equals(id)).toList();
    List<Indicator> indicators = known.indicators().stream().filter(one -> !one.id().equals(id)).map(one -> unlooked(one, id)).toList();
    List<Span> cuts = known.cuts().stream().filter(one -> !id(one).equals(id)).toList();
    if (evidence.equals(known.evidence()) && indicators.equals(known.indicators()) && cuts.equals(known.cuts())) {
      throw new IllegalArgumentException("there is no evidence, indicator, look or cut " + id);
    }
    if (evidence.stream().anyMatch(one -> one.item().indicator().equals(Optional.of(id)))) {
      throw new IllegalArgumentException("evidence feeds this indicator; strike that first");
    }
    return new QuestionFolder(known.question(), known.claims(), known.base(), indicators, cuts, evidence, known.incidents(), known.estimates(), known.judgements());
  }

  private static Indicator unlooked(Indicator indicator, String id) {
    return looks(indicator, indicator.looks().stream().filter(look -> !id(indicator, look).equals(id)).toList());
  }

  private static Indicator looks(Indicator one, List<Indicator.Look> looks) {
    return new Indicator(one.id(), one.domain(), one.text(), one.expectation(), one.halfLife(), one.justification(), one.watch(), looks);
  }

  /// By what a cut is struck; the same times twice are one.
  static String id(Span cut) {
    return cut.earliest() + "/" + cut.latest();
  }

  /// By what a look is struck; the same time of one indicator twice is one.
  static String id(Indicator indicator, Indicator.Look look) {
    return indicator.id() + "@" + look.when();
  }

  /// What a piece of evidence or a sign says, who looked, or when the network was cut.
  String text(String id) {
    return known.evidence().stream().map(Evidence::item).filter(one -> one.id().equals(id)).map(Item::text).findFirst()
        .or(() -> known.indicators().stream().filter(one -> one.id().equals(id)).map(Indicator::text).findFirst())
        .or(() -> known.indicators().stream().flatMap(one -> one.looks().stream().filter(look -> id(one, look).equals(id)).map(look -> text(one, look))).findFirst())
        .or(() -> known.cuts().stream().filter(cut -> id(cut).equals(id)).map(_ -> CUT).findFirst())
        .orElseThrow();
  }

  /// "look of the observers for trains".
  static String text(Indicator indicator, Indicator.Look look) {
    return "look of " + look.origin() + " for " + indicator.text();
  }

  private QuestionFolder judged(Judgement judgement) {
    requireFit(judgement.probabilities().size());
    List<Judgement> more = new ArrayList<>(known.judgements().all());
    more.add(judgement);
    return changed(known.indicators(), known.evidence(), known.estimates(), new Judgements(more));
  }

  private QuestionFolder dissented(Judgement.Dissent dissent) {
    List<Judgement> all = new ArrayList<>(known.judgements().all());
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there is no judgement to dissent from");
    }
    Judgement last = all.removeLast();
    List<Judgement.Dissent> dissents = new ArrayList<>(last.dissents());
    dissents.add(dissent);
    all.add(new Judgement(last.member(), last.at(), last.probabilities(), last.confidence(), last.assumptions(), last.wouldChange(), last.changed(), dissents));
    return changed(known.indicators(), known.evidence(), known.estimates(), new Judgements(all));
  }

  private QuestionFolder changed(List<Indicator> indicators, List<Evidence> evidence, Estimates estimates, Judgements judgements) {
    return new QuestionFolder(known.question(), known.claims(), known.base(), indicators, known.cuts(), evidence, known.incidents(), estimates, judgements);
  }

  private void requireNew(String id) {
    if (isTaken(id)) {
      throw new IllegalArgumentException("evidence or an indicator has the id " + id + " already");
    }
  }

  boolean isTaken(String id) {
    return known.indicators().stream().anyMatch(one -> one.id().equals(id)) || known.evidence().stream().anyMatch(one -> one.item().id().equals(id))
        || struck.stream().anyMatch(one -> one.id().equals(id));
  }

  private static void requireId(Entry.Questioned entry, Question question) {
    if (!question.id().equals(entry.question())) {
      throw new IllegalArgumentException("a step of question " + entry.question() + " puts another");
    }
  }

  /// Nobody waits longer for an answer.
  private static void requireNear(Question question, LocalDate today) {
    if (question.opened().isBefore(today.minusYears(MOST_YEARS)) || question.closes().isAfter(today.plusYears(MOST_YEARS))) {
      throw new IllegalArgumentException("a question opens and closes within ten years of today");
    }
  }

  private void requireFit(int hypotheses) {
    if (hypotheses != known.question().hypotheses().size()) {
      throw new IllegalArgumentException("it speaks of " + hypotheses + " hypotheses, and the question has " + known.question().hypotheses().size());
    }
  }

  private static void requirePast(Instant when, Instant now, String what) {
    if (when.isAfter(now)) {
      throw new IllegalArgumentException(what + " of a time to come");
    }
  }
}
