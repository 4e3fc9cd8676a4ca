package watchword.desk;

import watchword.core.corroboration.LogOddsWeigher;
import watchword.core.corroboration.Weigher;
import watchword.core.decision.Decider;
import watchword.core.decision.Policy;
import watchword.core.decision.RuleDecider;
import watchword.core.incident.Merger;
import watchword.core.merging.LinkageMerger;

/// The three models of a desk, each replaceable through its signature.
public record Models(Merger merger, Weigher weigher, Decider decider) {

  public static Models standard(Policy policy) {
    return new Models(new LinkageMerger(), new LogOddsWeigher(), new RuleDecider(policy));
  }
}
