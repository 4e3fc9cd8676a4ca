package watchword.core.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Line;
import watchword.core.corroboration.Line.Reason;
import watchword.core.incident.Incident;
import watchword.core.kind.Rule;
import watchword.core.report.Reading;

/// The publication rules of DESIGN 5.10, as code.
public final class RuleDecider implements Decider {

  /// UNCONFIRMED is soon over by itself; below this, readers are told the opposite of what the desk holds likely.
  private static final double WITHDRAW_BELOW = 0.20;

  /// A refutation needs the probability at or below this.
  private static final double REFUTED_AT = 0.20;

  private final Policy policy;

  public RuleDecider(Policy policy) {
    this.policy = policy;
  }

  @Override
  public Decision decide(Incident incident, Corroboration corroboration, Wish wish, Instant asOf) {
    Rule rule = policy.rule(incident.kind());
    List<String> reasons = new ArrayList<>(switch (wish.status()) {
      case CONFIRMED -> confirmed(corroboration, wish);
      case UNCONFIRMED -> unconfirmed(incident, corroboration, wish, rule);
      case NOT_CONFIRMED -> List.<String>of();
      case NO_SIGN -> noSign(corroboration);
      case REFUTED -> refuted(corroboration, wish);
      case JUDGED -> List.of("a judgement answers a question, not what was reported");
      case RETRACTED -> List.of("withdraw what was published; that retracts it");
    });
    if (rule.never()) {
      reasons.addFirst("this kind is never published");
    }
    Optional<Instant> until = until(incident, wish.status(), rule).filter(asOf::isBefore);
    if (!reasons.isEmpty() || until.isPresent()) {
      until.ifPresent(instant -> reasons.add("this kind waits %d minutes".formatted(rule.delayMinutes())));
      return new Decision.Hold(reasons, until);
    }
    boolean alone = rule.dangerToLife() && wish.status() == Status.UNCONFIRMED;
    boolean districtOnly = asOf.isBefore(incident.when().latest().plusSeconds(3_600L * rule.districtOnlyHours()));
    return new Decision.Publish(wish.status(), Policy.expiry(wish.status(), alone), rule.dangerToLife(), districtOnly);
  }

  @Override
  public Optional<Decision.Withdraw> review(Corroboration corroboration, Status published) {
    return switch (published) {
      // It stands for hours: what could not go out as UNCONFIRMED any more cannot stay CONFIRMED.
      case CONFIRMED -> below(policy.unconfirmedAt(), corroboration);
      case UNCONFIRMED -> below(WITHDRAW_BELOW, corroboration);
      case NOT_CONFIRMED, NO_SIGN, REFUTED, JUDGED, RETRACTED -> Optional.empty();
    };
  }

  private static Optional<Decision.Withdraw> below(double least, Corroboration corroboration) {
    if (corroboration.probability() >= least) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    long denying = corroboration.denyingOrigins();
    if (denying > 0) {
      reasons.add(denying == 1 ? "one origin denies it" : "%d origins deny it".formatted(denying));
    }
    long checks = corroboration.lines().stream().filter(RuleDecider::checkedAndFoundNothing).count();
    if (checks > 0) {
      reasons.add(checks == 1 ? "one check found nothing" : "%d checks found nothing".formatted(checks));
    }
    reasons.add("it stands at %.0f %%, below %.0f %%".formatted(100 * corroboration.probability(), 100 * least));
    return Optional.of(new Decision.Withdraw(reasons));
  }

  private static boolean checkedAndFoundNothing(Line line) {
    return line.logOdds() < 0 && line.reason() == Reason.FINDING;
  }

  private List<String> confirmed(Corroboration corroboration, Wish wish) {
    List<String> reasons = new ArrayList<>();
    if (corroboration.provenSupports() < 2) {
      reasons.add("CONFIRMED needs two proven independent supports, there are %d".formatted(corroboration.provenSupports()));
    }
    if (corroboration.probability() < policy.confirmAt()) {
      reasons.add("CONFIRMED needs %.0f %%".formatted(100 * policy.confirmAt()));
    }
    agreed(wish).ifPresent(reasons::add);
    return reasons;
  }

  private List<String> unconfirmed(Incident incident, Corroboration corroboration, Wish wish, Rule rule) {
    List<String> reasons = new ArrayList<>();
    if (foretold(incident)) {
      reasons.add("a claim about the future is never published as UNCONFIRMED");
    }
    if (corroboration.probability() < policy.unconfirmedAt()) {
      reasons.add("UNCONFIRMED needs %.0f %%".formatted(100 * policy.unconfirmedAt()));
    }
    boolean proven = corroboration.provenSupports() > 0;
    if (!proven && corroboration.supportingOrigins() < rule.origins()) {
      reasons.add("UNCONFIRMED needs %d independent origins or one proven support".formatted(rule.origins()));
    }
    if (!proven && !rule.dangerToLife()) {
      reasons.add("UNCONFIRMED needs one proven support: a finding, an observer or a named source with a record");
    }
    if (!proven && corroboration.wave().isPresent()) {
      reasons.add("it looks like a planted wave; check it first");
    }
    if (!rule.dangerToLife()) {
      agreed(wish).ifPresent(reasons::add);
    }
    return reasons;
  }

  private static List<String> noSign(Corroboration corroboration) {
    boolean looked = corroboration.lines().stream().anyMatch(RuleDecider::lookedAndFoundNothing);
    return looked ? List.of() : List.of("NO SIGN needs someone who looked: a finding or a denial from the place");
  }

  private List<String> refuted(Corroboration corroboration, Wish wish) {
    List<String> reasons = new ArrayList<>(noSign(corroboration));
    if (corroboration.probability() > REFUTED_AT) {
      reasons.add("REFUTED needs at most 20 %");
    }
    agreed(wish).ifPresent(reasons::add);
    return reasons;
  }

  private static boolean lookedAndFoundNothing(Line line) {
    return line.logOdds() < 0 && (line.reason() == Reason.FINDING || line.reason() == Reason.DENIAL);
  }

  private Optional<String> agreed(Wish wish) {
    return wish.members().size() >= policy.membersNeeded() ? Optional.empty() : Optional.of("another member must agree");
  }

  /// Whether what is reported lies in the future for most who report it.
  private static boolean foretold(Incident incident) {
    long foretelling = incident.readings().stream().filter(Reading::foretells).count();
    return 2 * foretelling >= incident.readings().size();
  }

  private static Optional<Instant> until(Incident incident, Status status, Rule rule) {
    boolean claims = status == Status.CONFIRMED || status == Status.UNCONFIRMED;
    return claims && rule.delayMinutes() > 0
        ? Optional.of(incident.when().latest().plusSeconds(60L * rule.delayMinutes()))
        : Optional.empty();
  }
}
