package watchword.core.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The judgements of one question in their order; none is ever removed.
public record Judgements(List<Judgement> all) {

  public Judgements {
    all = List.copyOf(all);
    for (int i = 0; i < all.size(); i++) {
      requireChange(i == 0 ? Optional.empty() : Optional.of(all.get(i - 1)), all.get(i));
    }
  }

  private static void requireChange(Optional<Judgement> before, Judgement next) {
    if (before.isPresent() && next.at().isBefore(before.get().at())) {
      throw new IllegalArgumentException("a judgement is older than the one before it");
    }
    if (before.isPresent() != next.changed().isPresent()) {
      throw new IllegalArgumentException(before.isPresent()
          ? "a judgement does not say what changed since the one before, and why"
          : "a first judgement says what changed, and there is none before it");
    }
    if (before.isPresent() && before.get().probabilities().size() != next.probabilities().size()) {
      throw new IllegalArgumentException("judgements of one question speak of different numbers of hypotheses");
    }
  }

  /// One judgement more.
  ///
  /// @param computed what stood beside it: its confidence may not exceed the ceiling
  /// @throws IllegalArgumentException that says what to change
  public Judgements with(Judgement next, Assessment computed) {
    requireFit(next, computed);
    List<Judgement> more = new ArrayList<>(all);
    more.add(next);
    return new Judgements(more);
  }

  /// Refuses a judgement that claims more confidence than its evidence bears, or speaks of another question.
  public static void requireFit(Judgement judgement, Assessment computed) {
    if (judgement.probabilities().size() != computed.probabilities().size()) {
      throw new IllegalArgumentException("a judgement speaks of another number of hypotheses than its question");
    }
    if (judgement.confidence().compareTo(computed.ceiling()) > 0) {
      throw new IllegalArgumentException("a judgement claims " + judgement.confidence() + " confidence, and its evidence bears " + computed.ceiling() + " at most: "
          + computed.independentOrigins() + " independent origins" + (computed.restsOnOne() ? ", and it rests on one of them" : ""));
    }
  }

  /// The one that held at this time.
  public Optional<Judgement> at(Instant time) {
    return all.stream().filter(one -> !one.at().isAfter(time)).reduce((earlier, later) -> later);
  }

  /// The one before that.
  public Optional<Judgement> before(Judgement judgement) {
    int index = all.indexOf(judgement);
    return index > 0 ? Optional.of(all.get(index - 1)) : Optional.empty();
  }
}
