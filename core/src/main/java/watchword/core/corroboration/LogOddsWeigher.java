package watchword.core.corroboration;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import watchword.core.claim.Interval;
import watchword.core.corroboration.Finding.Outcome;
import watchword.core.corroboration.Grading.Likely;
import watchword.core.corroboration.Line.Reason;
import watchword.core.incident.Incident;
import watchword.core.report.SourceKey;

/// Adds up what the reports say, calibrates it on the desk's own verdicts, adds members' checks, and holds the sum below the rule (spec/credibility.md).
///
/// L = prior + Σ proven + bounded supports + bounded denials; then slope·L + shift + Σ findings. Without a bound any number is reached by enough
/// fresh senders; sybils cannot be told from witnesses (Douceur 2002), only priced and capped. The rule comes last, so that nothing re-inflates what it holds.
public final class LogOddsWeigher implements Weigher {

  /// A check of one's own is right about 19 times in 20; "nothing there" is often the wrong place.
  private static final double FOUND = 2.9;

  private static final double NOT_FOUND = -1.2;

  /// A second check by the same member shares the first one's mistakes.
  private static final double REPEATED = 0.3;

  /// Without two proven independent supports (DESIGN 5.9).
  private static final double UNPROVEN_CEILING = 0.80;

  private static final int SUPPORTS_NEEDED = 2;

  /// Nothing is certain.
  private static final double LEAST = 0.01;

  /// 10 to 90 % of a normal.
  private static final double DEVIATIONS = 1.2816;

  /// A proven source of which no more is known is right six times in seven.
  private static final double ONE_MORE = logit(6.0 / 7);

  @Override
  public Corroboration weigh(Incident incident, Evidence evidence, Instant asOf) {
    Experience experience = evidence.experience();
    boolean young = !asOf.isAfter(Experience.youngUntil(incident.readings()));
    Said said = Said.of(incident.readings(), incident.kind(), experience::proven);
    Sum sum = Sum.told();
    Account account = Account.of(incident, said, experience, Experience.day(asOf), young, sum);
    calibrate(sum, experience.calibration(young));
    int proven = account.proven() + findings(sum, evidence.findings());
    double unruled = sum.logOdds();
    Interval interval = interval(sum, proven);
    if (ruled(unruled, proven) != unruled) {
      String words = unruled > 0 && proven < SUPPORTS_NEEDED ? "rule: two proven supports missing, held at 80 %" : "rule: nothing is certain, held within 1 and 99 %";
      sum.add(ruled(unruled, proven) - unruled, 0, Reason.RULE, words, List.of());
    }
    double probability = sigmoid(sum.logOdds());
    List<OriginGroup> origins = account.origins();
    Grading grading = new Grading(incident, experience, origins);
    return new Corroboration(
        probability,
        interval,
        sum.lines(),
        origins,
        proven,
        grading.grade(new Likely(probability, interval), source -> withoutRecord(incident, said, evidence, asOf, young, source)),
        Waves.reason(incident, origins, evidence),
        sigmoid(ruled(unruled + ONE_MORE, proven + 1)));
  }

  private static void calibrate(Sum sum, Calibration calibration) {
    double change = calibration.apply(sum.logOdds()) - sum.logOdds();
    if (change != 0) {
      sum.stretch(calibration.slope(sum.logOdds(), StrictMath.sqrt(sum.variance())));
      sum.add(change, 0, Reason.CALIBRATION, "calibration: by what the desk said before its last %d verdicts".formatted(calibration.verdicts()), List.of());
    }
  }

  private static Interval interval(Sum sum, int proven) {
    double deviation = StrictMath.sqrt(sum.variance());
    return new Interval(sigmoid(ruled(sum.logOdds() - DEVIATIONS * deviation, proven)), sigmoid(ruled(sum.logOdds() + DEVIATIONS * deviation, proven)));
  }

  /// What it would be where one source's word weighs as its class's: the number of a grade must not lean on the letter.
  private static Likely withoutRecord(Incident incident, Said said, Evidence evidence, Instant asOf, boolean young, SourceKey source) {
    Experience others = evidence.experience().hiding(source);
    Sum sum = Sum.untold();
    Account account = Account.of(incident, said, others, Experience.day(asOf), young, sum);
    calibrate(sum, others.calibration(young));
    int proven = account.proven() + findings(sum, evidence.findings());
    return new Likely(sigmoid(ruled(sum.logOdds(), proven)), interval(sum, proven));
  }

  private static int findings(Sum sum, List<Finding> findings) {
    Set<String> found = new HashSet<>();
    Set<String> looked = new HashSet<>();
    for (Finding finding : findings) {
      double share = looked.contains(finding.member()) ? REPEATED : 1;
      switch (finding.outcome()) {
        case FOUND -> {
          found.add(finding.member());
          sum.add(share * FOUND, 0.5, Reason.FINDING, "a member's own check found it (" + method(finding) + ")", finding.reports());
        }
        case NOT_FOUND -> sum.add(share * NOT_FOUND, 0.5, Reason.FINDING, "a member's own check found nothing (" + method(finding) + ")", finding.reports());
        case UNREACHABLE -> sum.add(0, 0, Reason.FINDING, "a member's check reached nobody (" + method(finding) + ")", finding.reports());
      }
      if (finding.outcome() != Outcome.UNREACHABLE) {
        looked.add(finding.member());
      }
    }
    return found.size();
  }

  private static String method(Finding finding) {
    return switch (finding.method()) {
      case PHOTO_LOCATED -> "photo located";
      case TIMETABLE -> "timetable";
      case SATELLITE -> "satellite";
      case CALL -> "call";
      case OTHER -> "other";
    };
  }

  static double ruled(double logOdds, int proven) {
    double ceiling = proven < SUPPORTS_NEEDED ? UNPROVEN_CEILING : 1 - LEAST;
    return Math.max(logit(LEAST), Math.min(logit(ceiling), logOdds));
  }

  static double logit(double probability) {
    return StrictMath.log(probability / (1 - probability));
  }

  static double sigmoid(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }
}
