package watchword.attack;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Evidence;
import watchword.core.corroboration.Experience;
import watchword.core.corroboration.LogOddsWeigher;
import watchword.core.corroboration.Verdict;
import watchword.core.corroboration.Weigher;
import watchword.core.decision.Decider;
import watchword.core.decision.Decision;
import watchword.core.decision.Policy;
import watchword.core.decision.RuleDecider;
import watchword.core.decision.Wish;
import watchword.core.incident.Incident;

/// The desk's own weigher and its own rules.
final class Ours extends Learner {

  private static final Wish CONFIRMED = new Wish(Status.CONFIRMED, Set.of("anna", "boris"));

  private final Weigher weigher = new LogOddsWeigher();
  private final Decider decider = new RuleDecider(Policy.DEFAULT);

  @Override
  public String name() {
    return "ours";
  }

  @Override
  Mind mind() {
    return new Desk();
  }

  private final class Desk implements Mind {
    private Experience experience = Experience.NONE;

    @Override
    public void learn(Event event, boolean verdict) {
      Verdict.Truth truth = verdict ? Verdict.Truth.CONFIRMED : Verdict.Truth.REFUTED;
      experience = experience.with(new Verdict("anna", truth, settled(event), event.incident().reports()), event.readings());
    }

    @Override
    public void pass(Event event) {
      experience = experience.without(event.readings(), settled(event));
    }

    private static Instant settled(Event event) {
      return World.at(event.number() + World.VERDICT_LAG);
    }

    @Override
    public Judgement judge(Event event) {
      Incident incident = event.incident();
      Corroboration weight = weigher.weigh(incident, new Evidence(experience, List.of()), event.heard());
      return new Judgement(weight.probability(), decider.decide(incident, weight, CONFIRMED, event.heard()) instanceof Decision.Publish);
    }
  }
}
