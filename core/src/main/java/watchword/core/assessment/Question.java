package watchword.core.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A standing question, so put that on its last day anybody can tell which answer was right.
///
/// @param territory what it is about, in words
/// @param rule what must have happened for an answer to be right, so that two readers decide alike
/// @param resolver whose published word decides
/// @param opened from this day on its words, hypotheses and base rate stay
/// @param closes the last day that counts
/// @param hypotheses two to six that exclude each other; the last is *none of these*
/// @param outcomes in order, the last one holds
public record Question(
    String id, String territory, String asks, String rule, String resolver, LocalDate opened, LocalDate closes, List<Hypothesis> hypotheses,
    List<Outcome> outcomes) {

  private static final int FEWEST = 2;

  /// More are no longer held apart by whoever has to give each a number.
  private static final int MOST = 6;

  /// The id that the last hypothesis has, so that no question forgets it.
  public static final String NONE = "none";

  public Question {
    Checks.said(id, "the id of a question");
    Checks.said(territory, "the territory of a question");
    Checks.said(asks, "what a question asks");
    Checks.said(rule, "the rule of a question");
    Checks.said(resolver, "the resolver of a question");
    if (closes.isBefore(opened)) {
      throw new IllegalArgumentException("a question closes before it is opened");
    }
    hypotheses = List.copyOf(hypotheses);
    if (hypotheses.size() < FEWEST || hypotheses.size() > MOST) {
      throw new IllegalArgumentException("a question has " + hypotheses.size() + " hypotheses; it has two to six");
    }
    if (!hypotheses.getLast().id().equals(NONE)) {
      throw new IllegalArgumentException("the last hypothesis is not " + NONE + ", none of these");
    }
    Set<String> ids = new HashSet<>();
    for (Hypothesis hypothesis : hypotheses) {
      if (!ids.add(hypothesis.id())) {
        throw new IllegalArgumentException("hypothesis " + hypothesis.id() + " stands twice");
      }
    }
    outcomes = List.copyOf(outcomes);
    requireOutcomes(ids, outcomes, opened);
  }

  private static void requireOutcomes(Set<String> ids, List<Outcome> outcomes, LocalDate opened) {
    for (Outcome outcome : outcomes) {
      if (outcome.on().isBefore(opened)) {
        throw new IllegalArgumentException("an outcome is older than the question");
      }
      if (outcome instanceof Outcome.Came came && !ids.contains(came.hypothesis())) {
        throw new IllegalArgumentException("an outcome names a hypothesis that the question does not have: " + came.hypothesis());
      }
    }
  }

  /// The outcome that holds.
  public Optional<Outcome> outcome() {
    return outcomes.isEmpty() || outcomes.getLast() instanceof Outcome.TakenBack ? Optional.empty() : Optional.of(outcomes.getLast());
  }

  /// From which day on the answer was known: the earliest that was noted for the answer that holds.
  ///
  /// What was taken back, and another answer, were not known: they were mistaken.
  public Optional<LocalDate> answeredOn() {
    Optional<LocalDate> earliest = Optional.empty();
    for (Outcome one : outcomes) {
      if (one instanceof Outcome.TakenBack) {
        earliest = Optional.empty();
      } else if (isHeld(one)) {
        LocalDate on = one.on();
        earliest = earliest.filter(before -> before.isBefore(on)).or(() -> Optional.of(on));
      }
    }
    return earliest;
  }

  private boolean isHeld(Outcome one) {
    return one instanceof Outcome.Came came ? came().equals(Optional.of(index(came.hypothesis()))) : outcome().filter(Outcome.Annulled.class::isInstance).isPresent();
  }

  /// The place of the hypothesis that came true; empty while the question is open and when it was annulled.
  public Optional<Integer> came() {
    return outcome().flatMap(outcome -> outcome instanceof Outcome.Came came ? Optional.of(index(came.hypothesis())) : Optional.empty());
  }

  /// The question with one outcome more; what was said before stays.
  public Question with(Outcome outcome) {
    List<Outcome> more = new ArrayList<>(outcomes);
    more.add(outcome);
    return new Question(id, territory, asks, rule, resolver, opened, closes, hypotheses, more);
  }

  /// The question in other words, which nobody may give it once it is open: whoever answered would have answered another one.
  ///
  /// @throws IllegalArgumentException if it is open, or the other has another id
  public Question reworded(Question other, LocalDate today) {
    if (!other.id.equals(id)) {
      throw new IllegalArgumentException("another question is no rewording");
    }
    if (!today.isBefore(opened) && !other.equals(this)) {
      throw new IllegalArgumentException("question " + id + " is open since " + opened + " and locked; annul it and ask another");
    }
    return other;
  }

  /// The place of a hypothesis, from 0.
  ///
  /// @throws IllegalArgumentException if there is none of this id
  public int index(String hypothesis) {
    for (int i = 0; i < hypotheses.size(); i++) {
      if (hypotheses.get(i).id().equals(hypothesis)) {
        return i;
      }
    }
    throw new IllegalArgumentException("question " + id + " has no hypothesis " + hypothesis);
  }
}
