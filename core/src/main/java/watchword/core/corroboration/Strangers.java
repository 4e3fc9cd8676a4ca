package watchword.core.corroboration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import watchword.core.corroboration.Line.Reason;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// What has no proven record, in one direction: added up, held against what the desk learnt of such company, and bounded.
final class Strangers {

  /// log(1/ε) for one report in seven being planted: the Bayes factor of any number of unproven reports saturates there
  /// (notes on weighing: 1 to 2).
  static final double BOUND = 2;

  /// Less for denials: of many who pass a place few see what happened there, and a flood of new names that see nothing must not carry what stands at even odds
  /// below 20 %, where a desk may call it refuted (logit .2 = −1.39).
  private static final double DENIALS_BOUND = 1.2;

  private final boolean supports;
  private final boolean young;
  private final Sum sum;
  private final List<ReportId> reports = new ArrayList<>();

  /// By channel: what those without any record add one by one, and how many heads speak.
  private final Map<Channel, double[]> mass = new EnumMap<>(Channel.class);

  private final Map<Channel, int[]> heads = new EnumMap<>(Channel.class);
  private double recorded;
  private double oneByOne;

  Strangers(boolean supports, boolean young, Sum sum) {
    this.supports = supports;
    this.young = young;
    this.sum = sum;
  }

  /// @param head whether it is somebody else who speaks: any sealed report, of others the first in its words
  void add(Reading reading, double value, boolean recordedSource, boolean head) {
    name(reading);
    oneByOne += value;
    if (recordedSource) {
      recorded += value;
    } else {
      mass.computeIfAbsent(channel(reading), any -> new double[1])[0] += value;
    }
    if (head) {
      heads.computeIfAbsent(channel(reading), any -> new int[1])[0]++;
    }
  }

  /// Names a report that adds nothing.
  void name(Reading reading) {
    if (sum.tells()) {
      reports.add(reading.id());
    }
  }

  /// Strangers of one mailbox are in one company with those of one report: whoever makes mailboxes must not get a second one.
  static Channel channel(Reading reading) {
    return reading.channel() == Channel.MAILBOX ? Channel.SEALED : reading.channel();
  }

  List<Company> companies() {
    return heads.entrySet().stream().map(of -> Company.of(of.getKey(), supports, of.getValue()[0], young)).toList();
  }

  /// Adds the line that turns what they say one by one into what they say together.
  void bound(Experience experience, double prior) {
    double total = recorded;
    double so = 0;
    double judged = 0;
    for (Company company : companies()) {
      total += experience.worth(company, prior, bounded(mass.getOrDefault(company.channel(), new double[1])[0]));
      so += experience.held(company).so();
      judged += experience.held(company).judged();
    }
    double together = bounded(total);
    if (Math.abs(together - oneByOne) > 1e-12) {
      sum.add(together - oneByOne, 0, Reason.BOUND, words(together, so, judged), reports);
    }
  }

  private double bounded(double mass) {
    return bound() * StrictMath.tanh(mass / bound());
  }

  private double bound() {
    return supports ? BOUND : DENIALS_BOUND;
  }

  private String words(double together, double so, double judged) {
    String who = "%d %s without a proven record".formatted(reports.size(), supports ? reports.size() == 1 ? "report" : "reports" : reports.size() == 1 ? "denial" : "denials");
    String count = "%s: together they count %+.1f, and never more than %s".formatted(who, together, BigDecimal.valueOf(bound()).stripTrailingZeros().toPlainString());
    return judged < 1 ? count : count + "; such company was right %.0f times of %.0f".formatted(supports ? so : judged - so, judged);
  }
}
