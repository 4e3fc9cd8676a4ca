package watchword.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Judgements;
import watchword.core.assessment.Watched;

/// Standing questions: members put them, say what bears on them and what they think, and answer to the outcome.
///
/// Incidents feed them as the desk sees them when it is asked. Safe for several threads, under the desk's own lock.
public final class Questions {

  private final Object lock;
  private final Sights sights;
  private final Casebook casebook;
  private final BiConsumer<String, Entry> note;

  Questions(Object lock, Sights sights, Casebook casebook, BiConsumer<String, Entry> note) {
    this.lock = lock;
    this.sights = sights;
    this.casebook = casebook;
    this.note = note;
  }

  /// All of them, in the order in which they were first put, as this member's own keys show them.
  public List<Inquiry> list(String member, Instant now) {
    synchronized (lock) {
      List<Watched> incidents = incidents(sights.of(member), now);
      return sights.casebook(member).questions().all().stream().map(one -> one.fedBy(incidents)).toList();
    }
  }

  public Optional<Inquiry> find(String member, String id, Instant now) {
    synchronized (lock) {
      return sights.casebook(member).questions().find(id).map(one -> one.fedBy(incidents(sights.of(member), now)));
    }
  }

  /// Takes a step of a member's; empty, or why not.
  public Optional<String> act(String member, String question, QuestionStep step, Instant now) {
    synchronized (lock) {
      try {
        Entry.Questioned entry = new Entry.Questioned(now, member, question, step);
        Inquiry next = casebook.questions().after(entry).fedBy(incidents(sights.whole(), now));
        if (step instanceof QuestionStep.Judged(Judgement judgement)) {
          Judgements.requireFit(judgement, assessment(next, now));
        }
        note.accept(member, entry);
        return Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }
  }

  static Assessment assessment(Inquiry inquiry, Instant now) {
    return inquiry.known().assessment(now);
  }

  /// Incidents as indicators see them; one whose place nobody knows feeds none.
  private static List<Watched> incidents(Derived derived, Instant now) {
    return derived.cases(now).stream().<Watched>mapMulti((one, out) -> one.incident().place().ifPresent(place -> out.accept(new Watched(
        one.incident().id().value(), one.incident().kind().id(), place, one.incident().when().earliest(), one.corroboration().probability(),
        "reports of incident " + one.incident().id().value())))).toList();
  }
}
