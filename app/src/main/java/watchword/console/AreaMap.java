package watchword.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import watchword.core.incident.Incident;
import watchword.core.place.Gazetteer;
import watchword.core.place.Outline;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Reading;
import watchword.core.report.Stance;

/// Draws where an incident's reports say it is: a circle a report, towns as names, borders as lines, no tiles.
record AreaMap(Gazetteer gazetteer, Outline outline) {

  private static final double WIDTH = 360;
  private static final double HEIGHT = 260;
  private static final int NAMES = 7;

  /// More numbers than this cannot be told apart.
  private static final int NUMBERED = 12;

  private static final double LETTER = 9;
  private static final double LINE = 18;

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  void draw(Html html, Incident incident) {
    List<Place> places = new ArrayList<>(incident.readings().stream().flatMap(reading -> reading.place().stream()).toList());
    incident.place().ifPresent(places::add);
    if (places.isEmpty()) {
      html.element("p", "No report tells a place.", "class", "empty");
      return;
    }
    Projection projection = Projection.of(places, WIDTH, HEIGHT);
    html.open("svg", "viewBox", "0 0 %d %d".formatted((int) WIDTH, (int) HEIGHT), "class", "map", "role", "img", "aria-label", "Where the reports say it is");
    html.element("rect", "", "width", "100%", "height", "100%", "class", "ground");
    borders(html, projection);
    circles(html, incident, projection);
    incident.place().ifPresent(place -> cross(html, projection.x(place), projection.y(place)));
    towns(html, projection);
    scale(html, projection);
    html.close();
  }

  /// Those steps of the outline that may cross the picture.
  private void borders(Html html, Projection projection) {
    StringBuilder path = new StringBuilder();
    for (Outline.Line line : outline.lines()) {
      for (int i = 1; i < line.points().size(); i++) {
        double x0 = projection.x(place(line.points().get(i - 1)));
        double y0 = projection.y(place(line.points().get(i - 1)));
        double x1 = projection.x(place(line.points().get(i)));
        double y1 = projection.y(place(line.points().get(i)));
        if (Math.max(x0, x1) >= 0 && Math.min(x0, x1) <= WIDTH && Math.max(y0, y1) >= 0 && Math.min(y0, y1) <= HEIGHT) {
          path.append("M%s %sL%s %s".formatted(number(x0), number(y0), number(x1), number(y1)));
        }
      }
    }
    if (!path.isEmpty()) {
      html.element("path", "", "d", path.toString(), "class", "border");
    }
  }

  private static Place place(Outline.Point point) {
    return new Place(point.latitude(), point.longitude(), 1, "");
  }

  private static void circles(Html html, Incident incident, Projection projection) {
    List<Reading> readings = incident.readings();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      if (reading.place().isEmpty()) {
        continue;
      }
      Place place = reading.place().get();
      String side = reading.stance() == Stance.DENIAL ? "denies" : "supports";
      String x = number(projection.x(place));
      String y = number(projection.y(place));
      html.element("circle", "", "cx", x, "cy", y, "r", number(Math.max(3, place.uncertaintyMetres() * projection.scale())), "class", "area " + side);
      html.element("circle", "", "cx", x, "cy", y, "r", "3", "class", "pin " + side);
      if (readings.size() <= NUMBERED) {
        html.element("text", Integer.toString(i + 1), "x", number(projection.x(place) + 5), "y", number(projection.y(place) - 4), "class", "mark-number");
      }
    }
  }

  /// The desk's own estimate.
  private static void cross(Html html, double x, double y) {
    html.element("path", "", "d", "M%s %sh16M%s %sv16".formatted(number(x - 8), number(y), number(x), number(y - 8)), "class", "estimate");
  }

  private void towns(Html html, Projection projection) {
    List<Town> shown = gazetteer.towns().stream()
        .filter(town -> projection.shows(town.place()))
        .sorted(Comparator.comparingLong((Town town) -> -town.population()).thenComparing(Town::id))
        .toList();
    List<Box> taken = new ArrayList<>();
    for (Town town : shown) {
      double x = projection.x(town.place());
      double y = projection.y(town.place());
      double wide = LETTER * town.name().length() + 8;
      boolean left = x + wide > WIDTH;
      // Below its mark, where neither the estimate's cross nor a report's number stands.
      double line = y + LINE;
      Box box = left ? new Box(x - wide, line - LINE / 2, x, line + LINE / 2) : new Box(x, line - LINE / 2, x + wide, line + LINE / 2);
      if (taken.size() < NAMES && taken.stream().noneMatch(box::meets)) {
        taken.add(box);
        html.element("rect", "", "x", number(x - 2), "y", number(y - 2), "width", "4", "height", "4", "class", "town");
        html.element("text", town.name(), "x", number(left ? x - 6 : x + 6), "y", number(line + 4), "class", left ? "town-name left" : "town-name");
      }
    }
  }

  private static void scale(Html html, Projection projection) {
    double metres = 100_000;
    for (double round : new double[] {50_000, 20_000, 10_000, 5_000, 2_000, 1_000}) {
      if (metres * projection.scale() > WIDTH / 3) {
        metres = round;
      }
    }
    double y = HEIGHT - 10;
    html.element("path", "", "d", "M10 %sh%s".formatted(number(y), number(metres * projection.scale())), "class", "scale");
    html.element("text", Say.kilometres(metres), "x", "10", "y", number(y - 5), "class", "scale-name");
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
