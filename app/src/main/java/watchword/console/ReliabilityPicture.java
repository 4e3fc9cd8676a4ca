package watchword.console;

import static watchword.console.AreaMap.number;

import watchword.core.corroboration.ReliabilityDiagram;
import watchword.core.corroboration.ReliabilityDiagram.Band;

/// Draws a reliability diagram: a mark a band, with the range its count leaves open.
final class ReliabilityPicture {

  private static final double WIDTH = 360;
  private static final double HEIGHT = 372;
  private static final double LEFT = 44;
  private static final double TOP = 30;
  private static final double SIDE = 300;
  private static final int STEPS = 5;

  /// A mark's area grows with its count, within what can be seen and what hides others.
  private static final double SMALLEST = 3.5;

  private static final double LARGEST = 9;

  void draw(Html html, ReliabilityDiagram diagram) {
    html.open("svg", "viewBox", "0 0 %d %d".formatted((int) WIDTH, (int) HEIGHT), "class", "reliability", "role", "img",
        "aria-label", "Reliability diagram; the table below says the same in numbers");
    html.element("rect", "", "width", "100%", "height", "100%", "class", "ground");
    for (int i = 0; i <= STEPS; i++) {
      double share = (double) i / STEPS;
      html.element("path", "", "d", "M%s %sh%s".formatted(number(LEFT), number(y(share)), number(SIDE)), "class", "hour");
      html.element("path", "", "d", "M%s %sv%s".formatted(number(x(share)), number(TOP), number(SIDE)), "class", "hour");
      html.element("text", Integer.toString(100 * i / STEPS), "x", number(LEFT - 6), "y", number(y(share) + 5), "class", "hour-name end");
      html.element("text", Integer.toString(100 * i / STEPS), "x", number(x(share)), "y", number(TOP + SIDE + 18), "class", "hour-name");
    }
    html.element("text", "held", "x", "6", "y", "18", "class", "axis-name");
    html.element("text", "we said, %", "x", number(LEFT + SIDE), "y", number(HEIGHT - 6), "class", "axis-name end");
    html.element("path", "", "d", "M%s %sL%s %s".formatted(number(LEFT), number(y(0)), number(LEFT + SIDE), number(y(1))), "class", "border");
    int most = diagram.bands().stream().mapToInt(Band::said).max().orElse(1);
    diagram.bands().forEach(band -> mark(html, band, most));
    html.close();
  }

  private static void mark(Html html, Band band, int most) {
    double x = x(band.mean());
    html.element("path", "", "d", "M%s %sV%s".formatted(number(x), number(y(band.open().low())), number(y(band.open().high()))), "class", "open");
    double radius = Math.max(SMALLEST, LARGEST * Math.sqrt((double) band.said() / most));
    html.element("circle", "", "cx", number(x), "cy", number(y(band.share())), "r", number(radius), "class", band.agrees() ? "held" : "held off");
    html.element("text", Integer.toString(band.said()), "x", number(x), "y", number(TOP - 10), "class", "count-name");
  }

  private static double x(double said) {
    return LEFT + SIDE * said;
  }

  private static double y(double held) {
    return TOP + SIDE * (1 - held);
  }
}
