package watchword.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import watchword.assess.PublicWords;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Item;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Judgements;
import watchword.core.assessment.PublicSentence;
import watchword.core.assessment.Question;
import watchword.core.assessment.SpeakerRecord;
import watchword.core.assessment.Watched;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.decision.Policy;
import watchword.core.decision.Release;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.kind.Language;
import watchword.core.text.Words;
import watchword.desk.Desk.Outcome.Waiting;

/// Standing questions: members put them, say what bears on them and what they think, and answer to the outcome.
///
/// Incidents feed them as the desk sees them when it is asked. What a judgement claims is measured on all that the unlocked desk knows, whoever looks; where that is
/// less than all, nothing is told. Safe for several threads, under the desk's own lock.
public final class Questions {

  private final Lent lent;

  /// What the desk lends.
  record Lent(Object lock, Sights sights, Casebook casebook, Ledger ledger, Supplier<BulletinId> bulletinIds, BiConsumer<String, Entry> note) {}

  Questions(Lent lent) {
    this.lent = lent;
  }

  /// All of them, in the order in which they were first put, as this member's own keys show them.
  public List<Inquiry> list(String member, Instant now) {
    synchronized (lent.lock()) {
      Feed feed = feed(lent.sights().of(member), now);
      return lent.sights().casebook(member).questions().all().stream().map(one -> one.fedBy(feed)).toList();
    }
  }

  public Optional<Inquiry> find(String member, String id, Instant now) {
    synchronized (lent.lock()) {
      return lent.sights().casebook(member).questions().find(id).map(one -> one.fedBy(feed(lent.sights().of(member), now)));
    }
  }

  /// An id that nothing of a question has or had, by all that the desk knows of it.
  ///
  /// @throws IllegalArgumentException if there is no such question
  public String free(String question, String prefix) {
    synchronized (lent.lock()) {
      return lent.casebook().questions().find(question).orElseThrow(() -> new IllegalArgumentException("there is no question " + question)).free(prefix);
    }
  }

  /// Takes a step of a member's; empty, or why not.
  public Optional<String> act(String member, String question, QuestionStep step, Instant now) {
    synchronized (lent.lock()) {
      try {
        Entry.Questioned entry = new Entry.Questioned(now, member, question, coarse(step));
        Feed feed = feed(lent.sights().whole(), now);
        Inquiry next = lent.casebook().questions().after(entry).fedBy(feed);
        requireNew(step, next, feed, now);
        // Whatever the step, what it leaves can be computed: nobody makes a sheet that cannot be shown.
        Assessment computed = next.known().assessment(now);
        if (step instanceof QuestionStep.Judged(Judgement judgement)) {
          Judgements.requireFit(judgement, computed);
        }
        Optional<QuestionStep.Figured> figure = step instanceof QuestionStep.Ended ? figured(next) : Optional.empty();
        lent.note().accept(member, entry);
        figure.ifPresent(one -> lent.note().accept(Desk.DESK, new Entry.Questioned(now, Desk.DESK, question, one)));
        return Optional.empty();
      } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }
  }

  /// A step is kept as long as its question, and told to newcomers: the minute of an incident stays with its reports, which are forgotten.
  private static QuestionStep coarse(QuestionStep step) {
    return step instanceof QuestionStep.Added(Evidence.OfIncident(Item item, double probability))
        ? new QuestionStep.Added(new Evidence.OfIncident(
            new Item(item.id(), item.text(), item.origin(), Precision.hour(item.when()), item.expectation(), item.indicator(), item.halfLife()), probability))
        : step;
  }

  /// What the desk computed before the answer, of what had been entered by then, where it was not kept yet. Later nobody could tell any more: entries are cut, and reports forgotten.
  private Optional<QuestionStep.Figured> figured(Inquiry ended) {
    if (ended.figure().isPresent() || ended.known().question().came().isEmpty() || !lent.ledger().whole()) {
      return Optional.empty();
    }
    Instant answer = ended.known().scoredUntil();
    Sights.Seen then = lent.sights().before(answer);
    return then.casebook().questions().find(ended.known().question().id())
        .map(inquiry -> new QuestionStep.Figured(inquiry.fedBy(feed(then.derived(), answer)).known().assessment(answer).probabilities()));
  }

  /// Refuses an incident that the desk does not hold, or that bears on the question already.
  private static void requireNew(QuestionStep step, Inquiry next, Feed feed, Instant now) {
    if (step instanceof QuestionStep.Added(Evidence.OfIncident added)) {
      IncidentId id = feed.incident(added).orElseThrow(() -> new IllegalArgumentException("the desk holds no such incident")).incident().id();
      boolean known = next.known().watchlist(now).evidence().stream().filter(one -> !one.item().id().equals(added.item().id()))
          .anyMatch(one -> feed.incident(one).filter(other -> other.incident().id().equals(id)).isPresent());
      if (known) {
        throw new IllegalArgumentException("this incident bears on the question already");
      }
    }
  }

  /// Incidents that a member may add, the newest first.
  public List<Incident> incidents(String member) {
    synchronized (lent.lock()) {
      return lent.sights().of(member).incidents().stream()
          .sorted(Comparator.comparing((Incident one) -> one.when().earliest()).reversed().thenComparing(Incident::id)).toList();
    }
  }

  /// Notes which marks of a suggested statement a member kept, and which they corrected.
  public void check(Entry.Checked checked) {
    synchronized (lent.lock()) {
      lent.note().accept(checked.member(), checked);
    }
  }

  /// How often suggestions were kept, by language and mark.
  public Corrections corrections(String member) {
    synchronized (lent.lock()) {
      return Corrections.of(lent.sights().casebook(member).corrections());
    }
  }

  /// The records of those who said something, as this member's own keys show them; empty for whom a newcomer is told no name.
  public List<SpeakerRecord> speakers(String member) {
    synchronized (lent.lock()) {
      return SpeakerRecord.of(lent.sights().casebook(member).questions().all().stream().map(one -> new SpeakerRecord.Heard(one.known().question(),
          one.known().evidence().stream().filter(evidence -> !evidence.item().text().equals(FormerSteps.BEFORE)).toList())).toList());
    }
  }

  /// The judgement that stands in public words, one sentence a language, as what is known now founds it.
  ///
  /// @throws IllegalArgumentException that says why it cannot be told
  public static List<PublicSentence> sentences(Inquiry inquiry, String hypothesis, Instant now) {
    Judgement judgement = inquiry.judgement().orElseThrow(() -> new IllegalArgumentException("there is no judgement to tell"));
    Question question = inquiry.known().question();
    Assessment computed = inquiry.known().assessment(now);
    Map<Language, String> claims = inquiry.known().claims().getOrDefault(hypothesis, Map.of());
    List<PublicSentence> sentences = new ArrayList<>();
    for (Language language : Language.values()) {
      String claim = Optional.ofNullable(claims.get(language)).orElseThrow(() -> new IllegalArgumentException("the answer has no words in " + language.code()));
      sentences.add(PublicSentence.of(PublicWords.of(language), claim, question.closes(), question.index(hypothesis), judgement, computed,
          inquiry.known().judgements().before(judgement)));
    }
    return sentences;
  }

  /// What a wish waits for; empty where nothing is wished.
  public Optional<Waiting> waiting(Inquiry inquiry, Instant now) {
    synchronized (lent.lock()) {
      return inquiry.wish().map(wish -> against(inquiry, wish, now).orElseGet(() -> waits("it goes out on the next quarter of an hour")));
    }
  }

  private static Waiting waits(String reason) {
    return new Waiting(List.of(reason), Optional.empty());
  }

  /// Tells the judgements whose wishes the rules now allow.
  ///
  /// @return bulletins that went out
  List<Bulletin> tick(Instant now) {
    List<Bulletin> out = new ArrayList<>();
    List<Inquiry> wished = lent.casebook().questions().all().stream().filter(one -> one.wish().isPresent()).toList();
    if (!wished.isEmpty()) {
      Feed feed = feed(lent.sights().whole(), now);
      wished.forEach(one -> tell(one.fedBy(feed), now).ifPresent(out::add));
    }
    return out;
  }

  private Optional<Bulletin> tell(Inquiry inquiry, Instant now) {
    Inquiry.Wish wish = inquiry.wish().orElseThrow();
    if (!(against(inquiry, wish, now).isEmpty() && release(inquiry, wish, now) instanceof Release.Outcome.Released released)) {
      return Optional.empty();
    }
    // In this order: a desk that is killed between the two has told nothing and shows the wish's button again, and never tells it twice.
    lent.note().accept(Desk.DESK, new Entry.Questioned(now, Desk.DESK, inquiry.known().question().id(), new QuestionStep.Told()));
    lent.note().accept(Desk.DESK, new Entry.Published(now, released.bulletin(), List.of()));
    return Optional.of(released.bulletin());
  }

  /// Why a wish is not carried out yet: a judgement takes the word of one who did not make it, or a day where nobody else could give it.
  private Optional<Waiting> against(Inquiry inquiry, Inquiry.Wish wish, Instant now) {
    Judgement judgement = inquiry.judgement().orElseThrow();
    String judge = judgement.member();
    if (!lent.ledger().whole()) {
      return Optional.of(waits("it waits for a member who knows what the desk held before the others came"));
    }
    if (judge.startsWith(Checkpoint.FORMER_NUMBERED)) {
      return Optional.of(waits("nobody knows any more who made the judgement; judge anew, so that another can agree"));
    }
    if (!now.isBefore(wish.since().plus(Derived.LAPSE))) {
      return Optional.of(waits("the wish has lapsed; stop it, and wish it again"));
    }
    if (told(inquiry).filter(notice -> notice.status() == Status.RETRACTED && notice.published().isAfter(judgement.at())).isPresent()) {
      return Optional.of(waits("it was withdrawn since it was judged; judge anew"));
    }
    return unanswered(wish, judge, now).or(() -> refusal(inquiry, wish, now));
  }

  /// Whose word is missing.
  private Optional<Waiting> unanswered(Inquiry.Wish wish, String judge, Instant now) {
    Set<String> others = new HashSet<>(wish.members());
    others.remove(judge);
    Optional<Set<String>> voices = lent.ledger().voices(judge, now);
    if (others.stream().anyMatch(voices.orElse(others)::contains)) {
      return Optional.empty();
    }
    if (voices.isEmpty() || !voices.get().isEmpty()) {
      return Optional.of(waits("it waits for the word of another member, who did not make the judgement"));
    }
    Instant alone = wish.since().plus(Policy.WAIT);
    return now.isBefore(alone) ? Optional.of(new Waiting(List.of("nobody else could agree, so it waits a day; any member may stop it"), Optional.of(alone))) : Optional.empty();
  }

  private Optional<Waiting> refusal(Inquiry inquiry, Inquiry.Wish wish, Instant now) {
    try {
      return release(inquiry, wish, now) instanceof Release.Outcome.Refused refused ? Optional.of(waits(refused.reason())) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return Optional.of(waits(String.valueOf(e.getMessage())));
    }
  }

  private Release.Outcome release(Inquiry inquiry, Inquiry.Wish wish, Instant now) {
    List<Words> reports = lent.casebook().arrivals().stream().map(arrival -> arrival.reading().words()).toList();
    Optional<Notice> previous = told(inquiry).filter(notice -> notice.status() != Status.RETRACTED);
    Instant tick = Dispatch.nextTick(now);
    Instant leaves = previous.map(Notice::published).filter(tick::isBefore).orElse(tick);
    return Release.judgement(inquiry.known().question(), sentences(inquiry, wish.hypothesis(), now), previous, new Release.Draft(lent.bulletinIds().get(), "", reports, leaves));
  }

  /// What the public was told last: the newest bulletin that judges a claim of this question.
  public Optional<Notice> told(Inquiry inquiry) {
    synchronized (lent.lock()) {
      return lent.casebook().threads().stream().map(history -> history.getLast().bulletin().notice())
          .filter(notice -> notice.subject() instanceof Subject.Judged judged && judged.by().equals(inquiry.known().question().closes())
              && inquiry.known().claims().containsValue(judged.claim()))
          .max(Comparator.comparing(Notice::published));
    }
  }

  /// Incidents as questions are fed by them; one whose place nobody knows feeds no sign.
  private static Feed feed(Derived derived, Instant now) {
    return new Feed(derived.cases(now).stream().<Watched>mapMulti((one, out) -> one.incident().place().ifPresent(place -> out.accept(new Watched(
        one.incident().id().value(), one.incident().kind().id(), place, one.incident().when().earliest(), one.corroboration().probability(),
        one.incident().id().value())))).toList(), report -> derived.holding(report, now));
  }
}
