package watchword.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/// A standing question as the desk holds it: what is known, and what was done about it.
///
/// Days are UTC's. A question is locked when it opens: from then on signs, evidence and what people think of it are added, and its words, hypotheses and base rate stay.
///
/// @param known all that counts; with the incidents that feed it where [Questions] hands it out
/// @param struck what counts no more, with why, oldest first
/// @param wish who wants the judgement that stands told
/// @param figure what was computed before the answer, once it is out
public record Inquiry(QuestionFolder known, List<Struck> struck, Optional<Wish> wish, Optional<List<Double>> figure) {

  private static final int MOST_YEARS = 10;

  /// A wish to tell the public.
  ///
  /// @param since when the first of them wished it
  public record Wish(String hypothesis, Set<String> members, Instant since) {
    public Wish {
      members = Set.copyOf(members);
    }
  }

  /// A piece of evidence or a sign that counts no more.
  ///
  /// @param text what it said
  /// @param member who struck it
  public record Struck(String id, String text, String why, String member) {}

  public Inquiry {
    struck = List.copyOf(struck);
  }

  /// The question as its first step puts it.
  ///
  /// @throws IllegalArgumentException if the step is another
  static Inquiry of(Entry.Questioned first) {
    if (!(first.step() instanceof QuestionStep.Put put)) {
      throw new IllegalArgumentException("there is no question " + first.question() + "; put it first");
    }
    requireId(first, put.question());
    requireNear(put.question(), day(first.at()));
    return new Inquiry(
        new QuestionFolder(put.question(), put.claims(), put.base(), List.of(), List.of(), List.of(), List.of(), new Estimates(List.of()), new Judgements(List.of())),
        List.of(), Optional.empty(), Optional.empty());
  }

  /// The question after one step more.
  ///
  /// @throws IllegalArgumentException that says why it cannot be taken
  Inquiry with(Entry.Questioned entry) {
    requireDesk(entry);
    requireOpen(entry.step(), day(entry.at()));
    QuestionFolder next = switch (entry.step()) {
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
      case QuestionStep.Wished _, QuestionStep.Stopped _, QuestionStep.Told _, QuestionStep.Figured _ -> known;
    };
    List<Struck> out = new ArrayList<>(struck);
    if (entry.step() instanceof QuestionStep.Struck(String id, String why)) {
      out.add(new Struck(id, text(id), why, entry.member()));
    }
    return new Inquiry(next, out, wish(entry), figure(entry.step(), next));
  }

  /// The same, fed by these incidents.
  Inquiry fedBy(Feed feed) {
    List<Evidence> live = feed.live(known.evidence());
    return new Inquiry(new QuestionFolder(known.question(), known.claims(), known.base(), known.indicators(), known.cuts(), live, feed.watched(live),
        known.estimates(), known.judgements()), struck, wish, figure);
  }

  /// Whether estimates and judgements of it still count.
  public boolean isOpen(Instant now) {
    return known.question().outcome().isEmpty() && isBegun(now) && now.isBefore(known.end());
  }

  /// From the day it opens; until then it may still be changed.
  public boolean isBegun(Instant now) {
    return !day(now).isBefore(known.question().opened());
  }

  /// An id that neither evidence nor a sign of this question has or had.
  public String free(String prefix) {
    int number = known.indicators().size() + known.evidence().size() + struck.size() + 1;
    while (isTaken(prefix + number)) {
      number++;
    }
    return prefix + number;
  }

  /// The judgement that stands.
  public Optional<Judgement> judgement() {
    List<Judgement> all = known.judgements().all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// Whether a member may see what others think of it: not before they have said what they think.
  public boolean isSeeing(String member) {
    return known.question().outcome().isPresent() || !known.estimates().visibleTo(member).isEmpty();
  }

  /// The median of estimates, as a member may see it; empty below three people.
  ///
  /// Without those of whom a checkpoint has forgotten the name: who estimated before and since would count twice.
  public Optional<List<Double>> median(String member) {
    return isSeeing(member)
        ? new Estimates(known.estimates().all().stream().filter(one -> !one.member().startsWith(Checkpoint.FORMER_NUMBERED)).toList()).median()
        : Optional.empty();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
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

  /// What the desk told and computed is its own word alone.
  private static void requireDesk(Entry.Questioned entry) {
    if ((entry.step() instanceof QuestionStep.Told || entry.step() instanceof QuestionStep.Figured) && !entry.member().equals(Desk.DESK)) {
      throw new IllegalArgumentException("only the desk does this");
    }
  }

  private void requireOpen(QuestionStep step, LocalDate today) {
    if (step instanceof QuestionStep.Ended ended && ended.outcome().on().isAfter(today)) {
      throw new IllegalArgumentException("an outcome of a day to come");
    }
    Question question = known.question();
    boolean forecast = step instanceof QuestionStep.Estimated || step instanceof QuestionStep.Judged || step instanceof QuestionStep.Wished;
    boolean after = step instanceof QuestionStep.Ended || step instanceof QuestionStep.Stopped || step instanceof QuestionStep.Told || step instanceof QuestionStep.Figured;
    if (question.outcome().isPresent() && !after) {
      throw new IllegalArgumentException("the question has ended; what is added now would know the answer");
    }
    if (forecast && (today.isBefore(question.opened()) || today.isAfter(question.closes()))) {
      throw new IllegalArgumentException("the question is open from %s to %s; estimates and judgements are of those days".formatted(question.opened(), question.closes()));
    }
  }

  private QuestionFolder put(Entry.Questioned entry, QuestionStep.Put put) {
    requireId(entry, put.question());
    requireNear(put.question(), day(entry.at()));
    if (!day(entry.at()).isBefore(known.question().opened())) {
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
        all.set(i, new Indicator(one.id(), one.domain(), one.text(), one.expectation(), one.halfLife(), one.justification(), one.watch(), looks));
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
    List<Indicator> indicators = known.indicators().stream().filter(one -> !one.id().equals(id)).toList();
    if (evidence.size() == known.evidence().size() && indicators.size() == known.indicators().size()) {
      throw new IllegalArgumentException("there is no evidence and no indicator " + id);
    }
    if (evidence.stream().anyMatch(one -> one.item().indicator().equals(Optional.of(id)))) {
      throw new IllegalArgumentException("evidence feeds this indicator; strike that first");
    }
    return changed(indicators, evidence, known.estimates(), known.judgements());
  }

  /// What a piece of evidence or a sign says.
  private String text(String id) {
    return known.evidence().stream().map(Evidence::item).filter(one -> one.id().equals(id)).map(Item::text).findFirst()
        .or(() -> known.indicators().stream().filter(one -> one.id().equals(id)).map(Indicator::text).findFirst()).orElse("");
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

  /// An answer of an earlier day has another figure before it; said anew of the same day it has the one that was kept, since less may be known by then.
  private Optional<List<Double>> figure(QuestionStep step, QuestionFolder next) {
    if (step instanceof QuestionStep.Figured(List<Double> probabilities)) {
      requireFit(probabilities.size());
      return Optional.of(probabilities);
    }
    return next.scoredUntil().equals(known.scoredUntil()) ? figure : Optional.empty();
  }

  /// A judgement anew takes the wish for the one before with it.
  private Optional<Wish> wish(Entry.Questioned entry) {
    return switch (entry.step()) {
      case QuestionStep.Wished(String hypothesis) -> {
        if (judgement().isEmpty()) {
          throw new IllegalArgumentException("there is no judgement to tell");
        }
        if (known.claims().getOrDefault(hypothesis, Map.of()).isEmpty()) {
          throw new IllegalArgumentException("hypothesis " + hypothesis + " has no words for the public");
        }
        Optional<Wish> live = wish.filter(before -> before.hypothesis().equals(hypothesis) && entry.at().isBefore(before.since().plus(Derived.LAPSE)));
        Set<String> members = new LinkedHashSet<>(live.map(Wish::members).orElse(Set.of()));
        members.add(entry.member());
        yield Optional.of(new Wish(hypothesis, members, live.map(Wish::since).orElse(entry.at())));
      }
      case QuestionStep.Stopped _, QuestionStep.Told _, QuestionStep.Judged _, QuestionStep.Ended _ -> Optional.empty();
      case QuestionStep.Put _, QuestionStep.Watching _, QuestionStep.Looked _, QuestionStep.Cut _, QuestionStep.Added _, QuestionStep.Struck _, QuestionStep.Estimated _,
          QuestionStep.Dissented _, QuestionStep.Figured _ -> wish;
    };
  }

  private QuestionFolder changed(List<Indicator> indicators, List<Evidence> evidence, Estimates estimates, Judgements judgements) {
    return new QuestionFolder(known.question(), known.claims(), known.base(), indicators, known.cuts(), evidence, known.incidents(), estimates, judgements);
  }

  private void requireNew(String id) {
    if (isTaken(id)) {
      throw new IllegalArgumentException("evidence or an indicator has the id " + id + " already");
    }
  }

  private boolean isTaken(String id) {
    return known.indicators().stream().anyMatch(one -> one.id().equals(id)) || known.evidence().stream().anyMatch(one -> one.item().id().equals(id))
        || struck.stream().anyMatch(one -> one.id().equals(id));
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
