package watchword.core.corroboration;

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

  private final boolean supports;
  private final boolean young;
  private final List<ReportId> reports = new ArrayList<>();

  /// By channel: what those without any record add one by one, and how many heads speak.
  private final Map<Channel, double[]> mass = new EnumMap<>(Channel.class);

  private final Map<Channel, Integer> heads = new EnumMap<>(Channel.class);
  private double recorded;
  private double oneByOne;

  Strangers(boolean supports, boolean young) {
    this.supports = supports;
    this.young = young;
  }

  /// @param head whether it is somebody else who speaks: any sealed report, of others the first in its words
  void add(Reading reading, double value, boolean recordedSource, boolean head) {
    reports.add(reading.id());
    oneByOne += value;
    if (recordedSource) {
      recorded += value;
    } else {
      mass.computeIfAbsent(channel(reading), any -> new double[1])[0] += value;
    }
    if (head) {
      heads.merge(channel(reading), 1, Integer::sum);
    }
  }

  /// Strangers of one mailbox are in one company with those of one report: whoever makes mailboxes must not get a second one.
  static Channel channel(Reading reading) {
    return reading.channel() == Channel.MAILBOX ? Channel.SEALED : reading.channel();
  }

  List<Company> companies() {
    return heads.entrySet().stream().map(of -> Company.of(of.getKey(), supports, of.getValue(), young)).toList();
  }

  /// Adds the line that turns what they say one by one into what they say together.
  void bound(Sum sum, Experience experience, double prior) {
    if (reports.isEmpty()) {
      return;
    }
    double total = recorded;
    double so = 0;
    double judged = 0;
    for (Company company : companies()) {
      double each = mass.getOrDefault(company.channel(), new double[1])[0];
      total += experience.worth(company, prior, bounded(each));
      so += experience.held(company).so();
      judged += experience.held(company).judged();
    }
    double together = bounded(total);
    if (Math.abs(together - oneByOne) > 1e-12) {
      sum.add(together - oneByOne, 0, Reason.BOUND, words(together, so, judged), reports);
    }
  }

  private static double bounded(double mass) {
    return BOUND * StrictMath.tanh(mass / BOUND);
  }

  private String words(double together, double so, double judged) {
    String who = "%d %s without a proven record".formatted(reports.size(), supports ? reports.size() == 1 ? "report" : "reports" : reports.size() == 1 ? "denial" : "denials");
    String count = "%s: together they count %+.1f, and never more than %.0f".formatted(who, together, BOUND);
    return judged < 1 ? count : count + "; such company was right %.0f times of %.0f".formatted(supports ? so : judged - so, judged);
  }
}
