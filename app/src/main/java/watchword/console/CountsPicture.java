package watchword.console;

import static watchword.console.AreaMap.number;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.core.count.Alarm;
import watchword.core.count.DailyCounts;
import watchword.core.count.Measure;

/// Draws a subject's three counts under one another, a bar a day, on one scale of days; each has a scale of its own for its counts.
record CountsPicture(LocalDate today) {

  private static final double WIDTH = 360;
  private static final double LEFT = 8;
  private static final double STEP = 5.375;
  private static final double BAR = 3.9;
  private static final double HEADING = 34;
  private static final double HIGH = 44;
  private static final double ROW = HEADING + HIGH + 10;
  private static final double FOOT = 24;

  /// A mark above a bar that rang: told apart without its colour.
  private static final double MARK = 4;

  void draw(Html html, DailyCounts watched) {
    Measure[] measures = Measure.values();
    double height = measures.length * ROW + FOOT;
    html.open("svg", "viewBox", "0 0 %d %d".formatted((int) WIDTH, (int) height), "class", "counts-picture", "role", "img",
        "aria-label", "Incidents, reports and senders a day; in words beside it");
    html.element("rect", "", "width", "100%", "height", "100%", "class", "ground");
    for (int i = 0; i < measures.length; i++) {
      row(html, measures[i], watched.line(measures[i]), i * ROW);
    }
    int days = watched.line(Measure.INCIDENTS).counts().size();
    html.element("text", DeskTime.day(today.minusDays(days - 1L)), "x", number(LEFT), "y", number(height - 7), "class", "axis-name");
    html.element("text", DeskTime.day(today), "x", number(WIDTH - LEFT), "y", number(height - 7), "class", "axis-name end");
    html.close();
  }

  private void row(Html html, Measure measure, DailyCounts.Line line, double top) {
    List<Integer> counts = line.counts();
    int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(0));
    double ground = top + HEADING + HIGH;
    html.element("text", name(measure), "x", number(LEFT), "y", number(top + 16), "class", "count-of");
    html.element("text", "most %d a day".formatted(most), "x", number(WIDTH - LEFT), "y", number(top + 16), "class", "axis-name end");
    html.element("path", "", "d", "M%s %sH%s".formatted(number(LEFT), number(ground), number(WIDTH - LEFT)), "class", "scale");
    for (int i = 0; i < counts.size(); i++) {
      int ago = counts.size() - 1 - i;
      double x = WIDTH - LEFT - (ago + 1) * STEP;
      boolean rang = rang(line.alarm(), today.minusDays(ago));
      double high = HIGH * counts.get(i) / most;
      if (counts.get(i) > 0) {
        html.element("rect", "", "x", number(x), "y", number(ground - high), "width", number(BAR), "height", number(high),
            "class", "day" + (rang ? " rang" : "") + (ago == 0 ? " today" : ""));
      }
      if (rang) {
        html.element("path", "", "d", "M%s %sh%sl%s %sz".formatted(
            number(x + BAR / 2 - MARK), number(ground - high - 2 * MARK), number(2 * MARK), number(-MARK), number(MARK * 1.5)), "class", "ring-mark");
      }
    }
    if (line.judged() && line.usual() > 0) {
      double y = ground - HIGH * Math.min(1, line.usual() / most);
      html.element("path", "", "d", "M%s %sH%s".formatted(number(LEFT), number(y), number(WIDTH - LEFT)), "class", "usual");
    }
  }

  private static boolean rang(Optional<Alarm> alarm, LocalDate day) {
    return alarm.filter(one -> one.holds(day)).isPresent();
  }

  static String name(Measure measure) {
    return measure.name().charAt(0) + measure.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
