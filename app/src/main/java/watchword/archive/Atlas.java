package watchword.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchword.core.place.Outline;
import watchword.core.place.Outline.Line;
import watchword.core.place.Outline.Point;
import watchword.core.place.Town;

/// The towns and borders of the world, packed by country at build time; only what is asked for is read (web/README.md).
public final class Atlas {

  private static final String FOLDER = "/watchword/web/places/";
  private static final String TOWNS = "watchword.places/1";
  private static final String OUTLINES = "watchword.outlines/1";
  private static final int TOWN_FIELDS = 7;

  /// Lines count thousandths of a degree.
  private static final double THOUSANDTHS = 1_000;

  private final String version;
  private final Map<String, Territory.Box> countries;

  private Atlas(String version, Map<String, Territory.Box> countries) {
    this.version = version;
    this.countries = countries;
  }

  /// The data this program was built with.
  public static Atlas packed() {
    List<String> index = lines("index.txt", TOWNS);
    Map<String, Territory.Box> countries = new LinkedHashMap<>();
    for (String line : index.subList(1, index.size())) {
      String[] fields = line.split("\t", -1);
      double[] edges = Arrays.stream(fields).skip(2).mapToDouble(Double::parseDouble).toArray();
      // A country of one town has a box of no width.
      countries.put(fields[0], new Territory.Box(edges[1] - 0.001, edges[0] - 0.001, edges[3] + 0.001, edges[2] + 0.001));
    }
    return new Atlas(index.getFirst().substring(TOWNS.length() + 1), countries);
  }

  /// Package, date and licence of the towns' data.
  public String version() {
    return version + " (CC BY 4.0)";
  }

  /// The towns of an area, country by country, the largest of each first.
  ///
  /// @throws ArchiveException if it names a country that there is not
  public List<Town> towns(Territory territory) {
    List<Town> towns = new ArrayList<>();
    switch (territory) {
      case Territory.Countries named -> {
        require(named);
        named.codes().forEach(code -> towns.addAll(country(code)));
      }
      case Territory.Box box -> countries.forEach((code, extent) -> {
        if (extent.meets(box)) {
          country(code).stream().filter(town -> box.holds(town.latitude(), town.longitude())).forEach(towns::add);
        }
      });
    }
    return towns;
  }

  /// The coasts and borders of an area: whole for countries; for a box what lies in it, and its frame.
  public Outline outline(Territory territory) {
    List<String> packed = lines("outlines.txt", OUTLINES);
    List<Line> lines = new ArrayList<>();
    for (String text : packed.subList(1, packed.size())) {
      int tab = text.indexOf('\t');
      Set<String> sides = Set.of(text.substring(0, tab).split(" ", -1));
      switch (territory) {
        case Territory.Countries named -> {
          if (named.codes().stream().anyMatch(sides::contains)) {
            lines.add(new Line(points(text.substring(tab + 1))));
          }
        }
        case Territory.Box box -> lines.addAll(within(points(text.substring(tab + 1)), box));
      }
    }
    if (territory instanceof Territory.Box box) {
      lines.add(frame(box));
    }
    return new Outline(lines);
  }

  private void require(Territory.Countries named) {
    named.codes().stream().filter(code -> !countries.containsKey(code)).findFirst().ifPresent(code -> {
      throw ArchiveException.misuse("there is no country " + code + " with towns; an area is countries by their two letters in ISO 3166, such as BY,LT");
    });
  }

  private static List<Town> country(String code) {
    return text(code + ".txt").stream().map(Atlas::town).toList();
  }

  private static Town town(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != TOWN_FIELDS) {
      throw new IllegalStateException("the packed towns are damaged");
    }
    List<String> names = fields[6].isEmpty() ? List.of() : List.of(fields[6].split("\\|", -1));
    return new Town(
        "g" + fields[0], fields[1], names, Double.parseDouble(fields[2]), Double.parseDouble(fields[3]), Long.parseLong(fields[4]), fields[5]);
  }

  /// The first point, then steps, longitude before latitude.
  private static List<Point> points(String steps) {
    String[] numbers = steps.split(" ", -1);
    List<Point> points = new ArrayList<>();
    int longitude = 0;
    int latitude = 0;
    for (int i = 0; i + 1 < numbers.length; i += 2) {
      longitude += Integer.parseInt(numbers[i]);
      latitude += Integer.parseInt(numbers[i + 1]);
      points.add(new Point(latitude / THOUSANDTHS, longitude / THOUSANDTHS));
    }
    return points;
  }

  /// The runs of points inside a box; the step across its edge is left out.
  private static List<Line> within(List<Point> points, Territory.Box box) {
    List<Line> runs = new ArrayList<>();
    List<Point> run = new ArrayList<>();
    for (Point point : points) {
      if (box.holds(point.latitude(), point.longitude())) {
        run.add(point);
      } else {
        if (run.size() > 1) {
          runs.add(new Line(run));
        }
        run = new ArrayList<>();
      }
    }
    if (run.size() > 1) {
      runs.add(new Line(run));
    }
    return runs;
  }

  private static Line frame(Territory.Box box) {
    Point first = new Point(box.south(), box.west());
    return new Line(List.of(first, new Point(box.south(), box.east()), new Point(box.north(), box.east()), new Point(box.north(), box.west()), first));
  }

  private static List<String> lines(String name, String title) {
    List<String> lines = text(name);
    if (lines.isEmpty() || !lines.getFirst().startsWith(title + "\t")) {
      throw new IllegalStateException("the packed places are not of " + title);
    }
    return lines;
  }

  private static List<String> text(String name) {
    try (InputStream file = Atlas.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException("the packed places are missing from the build");
      }
      return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the packed places cannot be read", e);
    }
  }
}
