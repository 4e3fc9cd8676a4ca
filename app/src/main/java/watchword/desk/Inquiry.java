package watchword.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.assess.QuestionFolder;
import watchword.core.assessment.Estimates;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.time.Span;

/// A standing question as the desk holds it: what is known, and what was done about it.
///
/// Days are UTC's. A question is locked when it opens: from then on signs, evidence and what people think of it are added, and its words, hypotheses and base rate stay.
///
/// @param known all that counts; with the incidents that feed it where [Questions] hands it out
/// @param struck what counts no more, with why, oldest first
/// @param wish who wants the judgement that stands told
/// @param figures what was computed before the answer, by when the answer was said to be known
public record Inquiry(QuestionFolder known, List<Struck> struck, Optional<Wish> wish, Map<Instant, List<Double>> figures) {

  /// A wish to tell the public.
  ///
  /// @param since when the first of them wished it
  public record Wish(String hypothesis, Set<String> members, Instant since) {
    public Wish {
      members = Set.copyOf(members);
    }
  }

  /// A piece of evidence, a sign, a look or a cut of the network that counts no more.
  ///
  /// @param text what it said
  /// @param member who struck it
  public record Struck(String id, String text, String why, String member) {}

  public Inquiry {
    struck = List.copyOf(struck);
    figures = Map.copyOf(figures);
  }

  /// The question as its first step puts it.
  ///
  /// @throws IllegalArgumentException if the step is another
  static Inquiry of(Entry.Questioned first) {
    if (!(first.step() instanceof QuestionStep.Put put)) {
      throw new IllegalArgumentException("there is no question " + first.question() + "; put it first");
    }
    return new Inquiry(Course.begun(first, put), List.of(), Optional.empty(), Map.of());
  }

  /// The question after one step more.
  ///
  /// @throws IllegalArgumentException that says why it cannot be taken
  Inquiry with(Entry.Questioned entry) {
    requireDesk(entry);
    requireOpen(entry.step(), day(entry.at()));
    Course course = new Course(known, struck);
    QuestionFolder next = course.after(entry);
    List<Struck> out = new ArrayList<>(struck);
    if (entry.step() instanceof QuestionStep.Struck(String id, String why)) {
      out.add(new Struck(id, course.text(id), why, entry.member()));
    }
    return new Inquiry(next, out, wish(entry), figures(entry.step()));
  }

  /// The same, fed by these incidents.
  Inquiry fedBy(Feed feed) {
    List<Evidence> live = feed.live(known.evidence());
    return new Inquiry(new QuestionFolder(known.question(), known.claims(), known.base(), known.indicators(), known.cuts(), live, feed.watched(live),
        known.estimates(), known.judgements()), struck, wish, figures);
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
    Course course = new Course(known, struck);
    int number = known.indicators().size() + known.evidence().size() + struck.size() + 1;
    while (course.isTaken(prefix + number)) {
      number++;
    }
    return prefix + number;
  }

  /// A look or a cut of the network, as it may be struck.
  public record Timed(String id, String text, Span when) {}

  /// Looks and cuts, the looks by their sign; each may be mistaken, or planted.
  public List<Timed> strikable() {
    List<Timed> all = new ArrayList<>();
    for (Indicator one : known.indicators()) {
      one.looks().forEach(look -> all.add(new Timed(Course.id(one, look), Course.text(one, look), new Span(look.when(), look.when()))));
    }
    known.cuts().forEach(cut -> all.add(new Timed(Course.id(cut), Course.CUT, cut)));
    return all;
  }

  /// What was computed before the answer that holds; empty where none was kept.
  public Optional<List<Double>> figure() {
    return known.question().outcome().flatMap(_ -> Optional.ofNullable(figures.get(known.scoredUntil())));
  }

  /// The judgement that stands.
  public Optional<Judgement> judgement() {
    List<Judgement> all = known.judgements().all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// Whether a member may see what others think of it: not before they have said what they think, or the last day is over.
  ///
  /// An answer that came earlier shows nothing: who notes one only to look, could take it back and estimate.
  public boolean isSeeing(String member, Instant now) {
    return !known.estimates().visibleTo(member).isEmpty() || (known.question().outcome().isPresent() && !now.isBefore(known.end()));
  }

  /// The median of estimates, as a member may see it; empty below three people.
  ///
  /// Without those of whom a checkpoint has forgotten the name: who estimated before and since would count twice.
  public Optional<List<Double>> median(String member, Instant now) {
    return isSeeing(member, now)
        ? new Estimates(known.estimates().all().stream().filter(one -> !one.member().startsWith(Checkpoint.FORMER_NUMBERED)).toList()).median()
        : Optional.empty();
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
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
    if (step instanceof QuestionStep.Ended(Outcome.TakenBack _) && known.question().outcome().isEmpty()) {
      throw new IllegalArgumentException("there is no outcome to take back");
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

  /// All are kept: an answer that is taken back and said again has the figure of before, since less may be known by then.
  private Map<Instant, List<Double>> figures(QuestionStep step) {
    if (!(step instanceof QuestionStep.Figured(List<Double> probabilities))) {
      return figures;
    }
    Map<Instant, List<Double>> more = new HashMap<>(figures);
    more.put(known.scoredUntil(), probabilities);
    return more;
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
}
