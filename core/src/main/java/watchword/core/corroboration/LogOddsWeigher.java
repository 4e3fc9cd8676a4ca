package watchword.core.corroboration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import watchword.core.claim.Interval;
import watchword.core.corroboration.Finding.Outcome;
import watchword.core.corroboration.Line.Reason;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.incident.Incident;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// Adds up what each origin says, bounds what is unproven, and holds the sum below the rule.
///
/// L = prior + Σ proven + B·tanh(U⁺/B) + B·tanh(U⁻/B) + findings, where U± is the sum over unproven supports and denials. Without a bound any number is reached by enough
/// fresh senders; sybils cannot be told from witnesses (Douceur 2002), only capped. The rule comes last, so that nothing re-inflates what it holds.
public final class LogOddsWeigher implements Weigher {

  /// Of what reaches a desk unasked, about two in five turn out to be so.
  private static final double PRIOR = logit(0.4);

  /// log(1/ε) for one report in six being planted: the Bayes factor of any number of unproven reports saturates there.
  private static final double BOUND = 1.8;

  /// The k-th copy counts δ^k of its original.
  private static final double COPY = 0.1;

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
    Sum sum = new Sum();
    sum.add(PRIOR, 0.3, Reason.PRIOR, "before any report: two in five", List.of());
    List<OriginGroup> origins = new ArrayList<>();
    Unproven supports = new Unproven();
    Unproven denials = new Unproven();
    int proven = 0;
    for (List<Reading> group : Origins.of(incident.readings())) {
      OriginGroup origin = origin(group, evidence.records());
      origins.add(origin);
      if (origin.proven()) {
        proven += origin.denies() ? 0 : 1;
        provenLines(sum, group, evidence.records());
      } else {
        (origin.denies() ? denials : supports).add(sum, group, evidence.records());
      }
    }
    supports.bound(sum, "supports");
    denials.bound(sum, "denials");
    proven += findings(sum, evidence.findings());
    return conclude(incident, evidence, sum, origins, proven);
  }

  private static Corroboration conclude(Incident incident, Evidence evidence, Sum sum, List<OriginGroup> origins, int proven) {
    double unruled = sum.logOdds;
    double deviation = StrictMath.sqrt(sum.variance);
    double logOdds = ruled(unruled, proven);
    if (logOdds != unruled) {
      String words = logOdds < unruled && proven < SUPPORTS_NEEDED ? "rule: two proven supports missing, held at 80 %" : "rule: nothing is certain, held within 1 and 99 %";
      sum.add(logOdds - unruled, 0, Reason.RULE, words, List.of());
    }
    Interval interval = new Interval(sigmoid(ruled(unruled - DEVIATIONS * deviation, proven)), sigmoid(ruled(unruled + DEVIATIONS * deviation, proven)));
    double probability = sigmoid(sum.logOdds);
    return new Corroboration(
        probability,
        interval,
        sum.lines,
        origins,
        proven,
        Grading.grade(incident, evidence.records(), probability, interval, origins),
        Waves.reason(incident, origins, evidence),
        sigmoid(ruled(unruled + ONE_MORE, proven + 1)));
  }

  private static OriginGroup origin(List<Reading> group, SourceRecords records) {
    boolean proven = group.stream().anyMatch(reading -> Grading.proven(reading, records));
    return new OriginGroup(group.stream().map(Reading::id).toList(), proven, Origins.denies(group.getFirst()));
  }

  /// The proven source speaks for the whole group; the others add nothing.
  private static void provenLines(Sum sum, List<Reading> group, SourceRecords records) {
    boolean spoken = false;
    for (Reading reading : group) {
      if (!spoken && Grading.proven(reading, records)) {
        Tally tally = records.of(reading.source());
        double variance = 1.0 / (tally.right() + 1) + 1.0 / (tally.wrong() + 1);
        sum.add(SourceRates.logRatio(reading, tally), variance, Origins.denies(reading) ? Reason.DENIAL : Reason.PROVEN, SourceRates.words(reading, tally), List.of(reading.id()));
        spoken = true;
      } else {
        sum.add(0, 0, Reason.COPY, "same words as a proven source", List.of(reading.id()));
      }
    }
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

  private static double ruled(double logOdds, int proven) {
    double ceiling = proven < SUPPORTS_NEEDED ? UNPROVEN_CEILING : 1 - LEAST;
    return Math.max(logit(LEAST), Math.min(logit(ceiling), logOdds));
  }

  static double logit(double probability) {
    return StrictMath.log(probability / (1 - probability));
  }

  static double sigmoid(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  /// The lines so far, their sum, and its variance.
  private static final class Sum {
    final List<Line> lines = new ArrayList<>();
    double logOdds;
    double variance;

    void add(double value, double variance, Reason reason, String words, List<ReportId> reports) {
      lines.add(new Line(value, reason, words, reports));
      this.logOdds += value;
      this.variance += variance;
    }
  }

  /// What has no record, in one direction.
  private static final class Unproven {
    private double mass;
    private int origins;
    private final List<ReportId> reports = new ArrayList<>();

    /// Adds a line for the first report and one for each copy.
    void add(Sum sum, List<Reading> group, SourceRecords records) {
      double share = 1;
      for (int k = 0; k < group.size(); k++) {
        Reading reading = group.get(k);
        double value = share * SourceRates.logRatio(reading, records.of(reading.source()));
        Reason reason = k > 0 ? Reason.COPY : Origins.denies(reading) ? Reason.DENIAL : Reason.UNPROVEN;
        String words = k > 0 ? "copy of an earlier report" : SourceRates.words(reading, records.of(reading.source()));
        sum.add(value, value * value, reason, words, List.of(reading.id()));
        mass += value;
        share *= COPY;
        reports.add(reading.id());
      }
      origins++;
    }

    void bound(Sum sum, String what) {
      double bounded = BOUND * StrictMath.tanh(mass / BOUND);
      if (origins > 1) {
        String words = "%d origins without a record: as %s they count 1.8 at most together".formatted(origins, what);
        sum.add(bounded - mass, 0, Reason.BOUND, words, reports);
        double slope = 1 - (bounded / BOUND) * (bounded / BOUND);
        sum.variance *= Math.max(slope, 0.2);
      }
    }
  }
}
