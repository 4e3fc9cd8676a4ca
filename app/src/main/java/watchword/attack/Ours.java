package watchword.attack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Evidence;
import watchword.core.corroboration.Learning;
import watchword.core.corroboration.LogOddsWeigher;
import watchword.core.corroboration.SourceRecords;
import watchword.core.corroboration.Verdict;
import watchword.core.corroboration.Weigher;
import watchword.core.decision.Decider;
import watchword.core.decision.Decision;
import watchword.core.decision.Policy;
import watchword.core.decision.RuleDecider;
import watchword.core.decision.Wish;
import watchword.core.incident.Incident;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

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
    private SourceRecords records = SourceRecords.NONE;

    @Override
    public void learn(Event event, boolean verdict) {
      Map<ReportId, Reading> readings = new HashMap<>();
      event.told().forEach(told -> readings.put(told.reading().id(), told.reading()));
      Verdict judged = new Verdict("anna", verdict ? Verdict.Truth.CONFIRMED : Verdict.Truth.REFUTED, World.at(event.number() + World.VERDICT_LAG), event.incident().reports());
      records = Learning.records(records, List.of(judged), id -> Optional.ofNullable(readings.get(id)));
    }

    @Override
    public Judgement judge(Event event) {
      Incident incident = event.incident();
      Corroboration weight = weigher.weigh(incident, new Evidence(records, List.of()), event.at().plus(Duration.ofDays(1)));
      return new Judgement(weight.probability(), decider.decide(incident, weight, CONFIRMED, event.at().plus(Duration.ofDays(1))) instanceof Decision.Publish);
    }
  }
}
