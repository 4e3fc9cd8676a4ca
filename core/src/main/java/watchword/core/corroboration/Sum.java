package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchword.core.corroboration.Line.Reason;
import watchword.core.report.ReportId;

/// Lines so far, their sum, and how unsure it is.
///
/// After [#SINGLE] lines, those of one reason and the same words become one line that names all their reports.
final class Sum {

  /// An editor reads no more lines than this.
  private static final int SINGLE = 200;

  private final boolean told;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private Pool last = new Pool(Reason.COPY, "");
  private double logOdds;
  private double variance;

  /// Many lines as one.
  private static final class Pool {
    private final Reason reason;
    private final String words;
    private final List<ReportId> reports = new ArrayList<>();
    private double logOdds;

    Pool(Reason reason, String words) {
      this.reason = reason;
      this.words = words;
    }
  }

  private Sum(boolean told) {
    this.told = told;
  }

  /// Keeps its lines for an editor.
  static Sum told() {
    return new Sum(true);
  }

  /// Keeps what it comes to and no line: of a million reports, lines are most of the work.
  static Sum untold() {
    return new Sum(false);
  }

  /// Whether anybody will read its lines.
  boolean tells() {
    return told;
  }

  /// Adds a line of its own.
  void add(double value, double unsure, Reason reason, String words, List<ReportId> reports) {
    if (told) {
      lines.add(new Line(value, reason, words, reports));
    }
    logOdds += value;
    variance += unsure;
  }

  /// Adds what one report says.
  void report(double value, double unsure, Reason reason, String words, ReportId report) {
    if (told && lines.size() < SINGLE) {
      lines.add(new Line(value, reason, words, List.of(report)));
    } else if (told) {
      Pool pool = pool(reason, words);
      pool.logOdds += value;
      pool.reports.add(report);
    }
    logOdds += value;
    variance += unsure;
  }

  /// The same as before for all but the first of many copies.
  private Pool pool(Reason reason, String words) {
    if (last.reason != reason || !last.words.equals(words)) {
      last = pools.computeIfAbsent(reason + " " + words, any -> new Pool(reason, words));
    }
    return last;
  }

  /// What is bounded or stretched is as much surer or less sure.
  void stretch(double slope) {
    variance *= slope * slope;
  }

  double logOdds() {
    return logOdds;
  }

  double variance() {
    return variance;
  }

  /// All lines, those of many reports after those of one.
  List<Line> lines() {
    List<Line> all = new ArrayList<>(lines);
    pools.values().forEach(pool -> all.add(new Line(pool.logOdds, pool.reason, pool.words + ", " + pool.reports.size() + " reports", pool.reports)));
    return all;
  }
}
