package watchword.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The part of the world whose places are loaded: countries, or a box.
public sealed interface Territory {

  /// The one spelling, which `parse` reads back.
  String spelling();

  /// Countries by their ISO 3166 codes.
  record Countries(List<String> codes) implements Territory {
    public Countries {
      codes = List.copyOf(new TreeSet<>(codes));
    }

    @Override
    public String spelling() {
      return String.join(",", codes);
    }
  }

  /// A box in decimal degrees that does not cross the date line.
  record Box(double west, double south, double east, double north) implements Territory {
    public Box {
      if (!(west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90)) {
        throw ArchiveException.misuse("a box is west,south,east,north in decimal degrees, such as 23.1,51.2,32.8,56.2");
      }
    }

    boolean holds(double latitude, double longitude) {
      return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
    }

    boolean meets(Box other) {
      return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }

    @Override
    public String spelling() {
      return List.of(west, south, east, north).stream().map(String::valueOf).collect(Collectors.joining(","));
    }
  }

  /// Reads "BY,LT" or "23.1,51.2,32.8,56.2".
  static Territory parse(String text) {
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (parts.stream().allMatch(part -> part.matches("[A-Za-z]{2}"))) {
      return new Countries(parts.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList());
    }
    if (parts.size() == 4 && parts.stream().allMatch(part -> part.matches("-?\\d{1,3}(\\.\\d{1,10})?"))) {
      List<Double> edges = parts.stream().map(Double::valueOf).toList();
      return new Box(edges.get(0), edges.get(1), edges.get(2), edges.get(3));
    }
    throw ArchiveException.misuse("an area is countries by two letters, such as BY,LT, or a box west,south,east,north, such as 23.1,51.2,32.8,56.2");
  }
}
