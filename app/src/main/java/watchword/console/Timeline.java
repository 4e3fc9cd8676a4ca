package watchword.console;

import static watchword.console.AreaMap.number;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import watchword.core.incident.Incident;
import watchword.core.report.Reading;
import watchword.core.report.Stance;
import watchword.core.time.Span;

/// Draws when the reports say it was: a bar a report, stacked where they overlap.
record Timeline(DeskTime time) {

  private static final double WIDTH = 360;
  private static final double TALLEST = 260;
  private static final double SMALLEST = 110;
  private static final double MARGIN = 14;
  private static final double FOOT = 26;

  /// A bar never gets higher or lower than this.
  private static final double HIGHEST = 18;

  private static final double LOWEST = 2;
  private static final int NUMBERED = 12;

  /// Marks on the axis stand one of these apart, in minutes.
  private static final int[] STEPS = {5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 43_200};

  private static final int MOST_MARKS = 5;

  void draw(Html html, Incident incident) {
    Span all = widened(incident.readings().stream().map(Reading::when).reduce(Span::union).orElse(incident.when()));
    List<Integer> lanes = lanes(incident.readings());
    int count = 1 + lanes.stream().mapToInt(Integer::intValue).max().orElse(0);
    double lane = Math.max(LOWEST, Math.min(HIGHEST, (TALLEST - FOOT - 2 * MARGIN) / count));
    double height = Math.max(SMALLEST, Math.min(TALLEST, count * lane + FOOT + 2 * MARGIN));
    html.open("svg", "viewBox", "0 0 %d %d".formatted((int) WIDTH, (int) height), "class", "timeline", "role", "img", "aria-label", "When the reports say it was");
    html.element("rect", "", "width", "100%", "height", "100%", "class", "ground");
    axis(html, all, height);
    for (int i = 0; i < incident.readings().size(); i++) {
      Reading reading = incident.readings().get(i);
      double y = Math.min(height - FOOT - lane, MARGIN + lane * lanes.get(i));
      bar(html, reading, i + 1, all, y, lane, incident.readings().size() <= NUMBERED);
    }
    html.close();
  }

  private static void bar(Html html, Reading reading, int number, Span all, double y, double lane, boolean numbered) {
    String side = reading.stance() == Stance.DENIAL ? "denies" : "supports";
    double from = x(reading.when().earliest(), all);
    double to = Math.max(from + 4, x(reading.when().latest(), all));
    html.element("rect", "", "x", number(from), "y", number(y + lane * 0.15), "width", number(to - from), "height", number(lane * 0.7), "rx", "2", "class", "bar " + side);
    if (numbered) {
      boolean left = to > WIDTH - 24;
      html.element("text", Integer.toString(number), "x", number(left ? from - 4 : to + 4), "y", number(y + lane / 2 + 5), "class", left ? "mark-number left" : "mark-number");
    }
  }

  private void axis(Html html, Span all, double height) {
    double y = height - FOOT;
    html.element("path", "", "d", "M0 %sh%s".formatted(number(y), number(WIDTH)), "class", "scale");
    long step = 60L * step(all.length());
    // Marks stand on whole hours and minutes of the desk's zone.
    long offset = time.zone().getRules().getOffset(all.earliest()).getTotalSeconds();
    long first = (Math.floorDiv(all.earliest().getEpochSecond() + offset, step) + 1) * step - offset;
    for (long at = first; at < all.latest().getEpochSecond(); at += step) {
      double x = x(Instant.ofEpochSecond(at), all);
      html.element("path", "", "d", "M%s 0V%s".formatted(number(x), number(y + 4)), "class", "hour");
      html.element("text", step < 86_400 ? time.time(Instant.ofEpochSecond(at)) : time.moment(Instant.ofEpochSecond(at)).substring(0, 6), "x", number(x), "y", number(height - 6), "class", "hour-name");
    }
  }

  private static int step(Duration length) {
    for (int step : STEPS) {
      if (length.toMinutes() / step <= MOST_MARKS) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  private static double x(Instant at, Span all) {
    double share = (double) Duration.between(all.earliest(), at).toSeconds() / Math.max(1, all.length().toSeconds());
    return MARGIN + share * (WIDTH - 2 * MARGIN);
  }

  /// At least ten minutes, so that an instant has a width.
  private static Span widened(Span span) {
    return span.length().compareTo(Duration.ofMinutes(10)) >= 0
        ? span
        : new Span(span.earliest().minus(Duration.ofMinutes(5)), span.latest().plus(Duration.ofMinutes(5)));
  }

  /// The first lane that is free at each reading's start.
  private static List<Integer> lanes(List<Reading> readings) {
    List<Instant> busyUntil = new ArrayList<>();
    List<Integer> lanes = new ArrayList<>();
    for (Reading reading : readings) {
      int lane = 0;
      while (lane < busyUntil.size() && !busyUntil.get(lane).isBefore(reading.when().earliest())) {
        lane++;
      }
      if (lane == busyUntil.size()) {
        busyUntil.add(Instant.MIN);
      }
      busyUntil.set(lane, reading.when().latest().plus(Duration.ofMinutes(4)));
      lanes.add(lane);
    }
    return lanes;
  }
}
