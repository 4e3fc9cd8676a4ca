package watchword.archive;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.place.Place;
import watchword.core.text.Folding;

/// Gives places that are known only by name a point each, so that equal names meet and different ones do not.
///
/// Merging compares points, and an archive of regions has none. What such rows do tell is whether two of them name the same region; where
/// it lies adds nothing to that. So every name gets a point of an artificial sheet: a grid over the globe whose points are at least
/// `APART_METRES` from each other and from every real pin of the same input, dealt out in the order of the folded names. The sheet depends on
/// the set of names and pins alone, never on the order of rows. Its points mean nothing outside one merge and never leave it: `IncidentsFile`
/// writes the name instead.
final class NamedPlaces {

  /// Far beyond what any kind's distance scale and any cell's margin could bridge.
  static final double APART_METRES = 50_000;

  /// One name is one place; the radius only has to be small beside `APART_METRES` and below what counts as vague.
  private static final double UNCERTAINTY_METRES = 500;

  /// Degrees of latitude between two rows of the sheet: 55.6 km.
  private static final double STEP_DEGREES = 0.5;

  /// Beyond it meridians come too close.
  private static final double MAX_LATITUDE = 80;

  /// Metres in a degree of latitude on the mean sphere.
  private static final double DEGREE_METRES = 111_195;

  /// Words that one language adds to a region's name and another leaves out: "Kyiv City", "Київ".
  private static final Set<String> ADDED =
      Stream.of("City", "місто", "м", "город", "г").map(Folding::key).map(NamedPlaces::letters).collect(Collectors.toUnmodifiableSet());

  private final Map<String, Place> byKey;

  private NamedPlaces(Map<String, Place> byKey) {
    this.byKey = byKey;
  }

  /// Lays out the sheet.
  ///
  /// @throws ArchiveException if there are more names than the sheet has points
  static NamedPlaces of(Collection<String> names, Free free) {
    Set<String> keys = names.stream().map(NamedPlaces::key).collect(Collectors.toCollection(TreeSet::new));
    Map<String, Place> byKey = new HashMap<>();
    Sheet sheet = new Sheet();
    for (String key : keys) {
      Place point = sheet.next();
      while (free.isKept(point)) {
        point = sheet.next();
      }
      byKey.put(key, point);
    }
    return new NamedPlaces(byKey);
  }

  /// The point of a name the sheet was laid out for, under that name.
  Place place(String name) {
    Place point = byKey.get(key(name));
    if (point == null) {
      throw new IllegalArgumentException("the sheet was laid out without this name");
    }
    return new Place(point.latitude(), point.longitude(), point.uncertaintyMetres(), name);
  }

  /// One key for the spellings of a name in English, Ukrainian, Russian and Belarusian.
  static String key(String name) {
    List<String> tokens = Folding.tokens(name).stream().map(NamedPlaces::letters).toList();
    List<String> kept = tokens.stream().filter(token -> !ADDED.contains(token)).toList();
    return String.join(" ", kept.isEmpty() ? tokens : kept);
  }

  /// A name without the words that one language adds to it; the name itself where nothing else is left.
  static String bare(String name) {
    List<String> kept = Folding.tokens(name).stream().filter(token -> !ADDED.contains(letters(token))).toList();
    return kept.isEmpty() ? name : String.join(" ", kept);
  }

  /// Folding writes ш as s and the English sh as sg; here both become s. The other digraphs likewise.
  private static String letters(String folded) {
    return folded.replace("sgcg", "s").replace("sg", "s").replace("cg", "c").replace("zg", "z").replace("kg", "g").replace("ts", "c");
  }

  /// The squares of one degree that real places keep free of the sheet.
  static final class Free {

    private static final int COLUMNS = 360;

    private final BitSet kept = new BitSet();

    /// A pin's own square and those around it, more at high latitudes where they are narrow.
    void keep(Place pin) {
      for (int row = -1; row <= 1; row++) {
        double latitude = Math.clamp(pin.latitude() + row, -90, 90);
        int reach = (int) Math.ceil(1 / Math.max(0.15, StrictMath.cos(StrictMath.toRadians(latitude))));
        for (int column = -reach; column <= reach; column++) {
          kept.set(square(latitude, pin.longitude() + column));
        }
      }
    }

    boolean isKept(Place point) {
      return kept.get(square(point.latitude(), point.longitude()));
    }

    private static int square(double latitude, double longitude) {
      return ((int) Math.floor(latitude) + 90) * COLUMNS + Math.floorMod((int) Math.floor(longitude), COLUMNS);
    }
  }

  /// The points of the sheet, from the south, row by row.
  private static final class Sheet {
    private double latitude = -MAX_LATITUDE;
    private double longitude = -180;

    Place next() {
      if (longitude > 180 - step()) {
        latitude += STEP_DEGREES;
        longitude = -180;
      }
      if (latitude > MAX_LATITUDE) {
        throw ArchiveException.unusable("there are more place names than merging can tell apart; give the rows latitude and longitude");
      }
      Place point = new Place(latitude, longitude, UNCERTAINTY_METRES, "");
      longitude += step();
      return point;
    }

    private double step() {
      return APART_METRES / (DEGREE_METRES * StrictMath.cos(StrictMath.toRadians(latitude)));
    }
  }
}
