package watchword.console;

import static watchword.console.AreaMap.number;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import watchword.console.OriginsView.Copy;
import watchword.console.OriginsView.Origin;
import watchword.core.corroboration.OriginGroup.Echo.Why;
import watchword.core.time.Span;

/// Draws origins as rows in time: the first report, then its copies, many in one place as one mark with their number.
record OriginsPicture(DeskTime time, Instant now) {

  private static final double WIDTH = 360;
  private static final double LEFT = 58;
  private static final double RIGHT = 340;

  /// Whatever is first seen last still has room for a copy behind it.
  private static final double LAST_FIRST = 280;

  private static final double ROW = 28;
  private static final double HEADING = 26;
  private static final double FOOT = 26;

  /// Copies nearer than this on the picture are one mark: wide enough for a number of three digits.
  private static final double SLOT = 44;

  private static final double MARK = 6;
  private static final double FIRST = 9;
  private static final double GAP = 4;

  /// A mark stands so far before the middle of its slot, and its number after it.
  private static final double BEFORE = 14;

  void draw(Html html, List<Origin> supports, List<Origin> denials) {
    double height = section(supports) + section(denials) + FOOT;
    Span all = all(Stream.concat(supports.stream(), denials.stream()).toList());
    html.open("svg", "viewBox", "0 0 %d %d".formatted((int) WIDTH, (int) height), "class", "origins-picture", "role", "img",
        "aria-label", "Origins and their copies in time; in words below");
    html.element("rect", "", "width", "100%", "height", "100%", "class", "ground");
    double y = rows(html, "Support it", supports, all, 0);
    y = rows(html, "Deny it", denials, all, y);
    html.element("path", "", "d", "M0 %sh%s".formatted(number(y + 2), number(WIDTH)), "class", "scale");
    html.element("text", time.near(all.earliest(), now), "x", "8", "y", number(height - 7), "class", "axis-name");
    html.element("text", time.near(all.latest(), now), "x", number(WIDTH - 8), "y", number(height - 7), "class", "axis-name end");
    html.close();
  }

  private static double section(List<Origin> origins) {
    return origins.isEmpty() ? 0 : HEADING + ROW * origins.size();
  }

  private static double rows(Html html, String heading, List<Origin> origins, Span all, double top) {
    if (origins.isEmpty()) {
      return top;
    }
    html.element("text", heading, "x", "8", "y", number(top + 19), "class", "axis-name");
    double y = top + HEADING;
    for (Origin origin : origins) {
      row(html, origin, all, y + ROW / 2);
      y += ROW;
    }
    return y;
  }

  private static void row(Html html, Origin origin, Span all, double y) {
    String side = origin.denies() ? "denies" : "supports";
    double from = x(origin.first().reading().when().earliest(), all);
    List<Mark> marks = marks(origin, all);
    html.element("text", Integer.toString(origin.first().number()), "x", number(LEFT - 20), "y", number(y + 5), "class", "mark-number end");
    if (!marks.isEmpty()) {
      html.element("path", "", "d", "M%s %sH%s".formatted(number(from), number(y), number(marks.getLast().x() - BEFORE)), "class", "tie " + side);
    }
    html.element("circle", "", "cx", number(from), "cy", number(y), "r", number(FIRST), "class", "first " + side + (origin.proven() ? " proven" : ""));
    if (origin.proven()) {
      html.element("text", "P", "x", number(from), "y", number(y + 5), "class", "letter");
    }
    marks.forEach(mark -> mark(html, mark, y, side));
  }

  /// Copies for one reason that stand in one place.
  private record Mark(Why why, double x, int count) {}

  /// A slot holds one mark: that of most of its copies, so that a row stays readable with hundreds.
  private static List<Mark> marks(Origin origin, Span all) {
    double from = x(origin.first().reading().when().earliest(), all) + FIRST + GAP + SLOT / 2;
    TreeMap<Integer, List<Copy>> slots = new TreeMap<>();
    int last = (int) Math.max(0, Math.floor((RIGHT - SLOT / 2 - from) / SLOT));
    for (Copy copy : origin.copies()) {
      double x = x(copy.report().reading().when().earliest(), all);
      int slot = (int) Math.max(0, Math.min(last, Math.round((x - from) / SLOT)));
      slots.computeIfAbsent(slot, key -> new ArrayList<>()).add(copy);
    }
    List<Mark> marks = new ArrayList<>();
    slots.forEach((slot, copies) -> marks.add(new Mark(most(copies), from + SLOT * slot, copies.size())));
    return marks;
  }

  private static Why most(List<Copy> copies) {
    TreeMap<Why, Integer> counts = new TreeMap<>();
    copies.forEach(copy -> counts.merge(copy.why(), 1, Integer::sum));
    Why most = counts.firstKey();
    for (Why why : counts.keySet()) {
      most = counts.getOrDefault(why, 0) > counts.getOrDefault(most, 0) ? why : most;
    }
    return most;
  }

  private static void mark(Html html, Mark mark, double y, String side) {
    double x = mark.x() - BEFORE;
    String shape = switch (mark.why()) {
      case SAME_PHOTO -> "M%s %sl%s %sh%sz".formatted(number(x), number(y - MARK), number(MARK), number(2 * MARK), number(-2 * MARK));
      case SAME_WORDS -> "M%s %sh%sv%sh%sz".formatted(number(x - MARK), number(y - MARK), number(2 * MARK), number(2 * MARK), number(-2 * MARK));
    };
    html.element("path", "", "d", shape, "class", "copy " + side);
    if (mark.count() > 1) {
      html.element("text", Integer.toString(mark.count()), "x", number(x + MARK + 3), "y", number(y + 5), "class", "copies");
    }
  }

  private static double x(Instant at, Span all) {
    return LEFT + (LAST_FIRST - LEFT) * (double) Duration.between(all.earliest(), at).toSeconds() / Math.max(1, all.length().toSeconds());
  }

  private static Span all(List<Origin> origins) {
    Instant first = origins.stream().map(origin -> origin.first().reading().when().earliest()).min(Instant::compareTo).orElse(Instant.EPOCH);
    Instant last = origins.stream()
        .flatMap(origin -> Stream.concat(Stream.of(origin.first()), origin.copies().stream().map(Copy::report)))
        .map(report -> report.reading().when().earliest()).max(Instant::compareTo).orElse(first);
    return new Span(first, last);
  }
}
