package watchword.archive;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.core.place.Road;
import watchword.core.place.Town;
import watchword.core.text.Folding;

/// A desk's own places from a file: polling stations, crossings, quarters.
///
/// Columns `name`, `lat`, `lon`, and where wanted `id`, `names` (others, parted by `|`), `uncertainty` in metres, `inhabitants`, `kind`.
/// Rows of the kind `road` that bear one name are the points of one road, in their order.
///
/// @param towns the places of all good rows, but for roads
/// @param rejects the rows that are none, with the reason
/// @param version tells one content of the file from another
public record PlaceList(List<Town> towns, List<Road> roads, List<Reject> rejects, String version) {

  /// A place of the list that says no more is about a building and its yard.
  private static final double USUAL_METRES = 200;

  private static final double MOST_METRES = 2_000_000;
  private static final int LONGEST_NAME = 120;
  private static final String USUAL_KIND = "place";
  private static final String ROAD = "road";
  private static final int VERSION_DIGITS = 12;

  public PlaceList {
    towns = List.copyOf(towns);
    roads = List.copyOf(roads);
    rejects = List.copyOf(rejects);
  }

  /// No places of its own.
  public static final PlaceList NONE = new PlaceList(List.of(), List.of(), List.of(), "none");

  private enum Column {
    ID, NAME, NAMES, LATITUDE, LONGITUDE, UNCERTAINTY, INHABITANTS, KIND;

    /// What a header may call it, the usual name first.
    private List<String> spellings() {
      return switch (this) {
        case ID -> List.of("id");
        case NAME -> List.of("name");
        case NAMES -> List.of("names", "other_names", "also");
        case LATITUDE -> List.of("lat", "latitude");
        case LONGITUDE -> List.of("lon", "lng", "longitude");
        case UNCERTAINTY -> List.of("uncertainty", "uncertainty_metres");
        case INHABITANTS -> List.of("inhabitants", "population");
        case KIND -> List.of("kind");
      };
    }

    Optional<String> in(Map<String, String> byFolded) {
      return spellings().stream().filter(byFolded::containsKey).map(name -> byFolded.getOrDefault(name, name)).findFirst();
    }
  }

  /// Reads a list, CSV or JSON Lines.
  ///
  /// @throws ArchiveException if the file cannot be used at all
  public static PlaceList read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Map<String, Town> towns = new LinkedHashMap<>();
    RoadRows roads = new RoadRows(name);
    Map<String, Long> rowOf = new HashMap<>();
    List<Reject> rejects = new ArrayList<>();
    try (Rows rows = ArchiveFile.open(file, name, bytes -> {})) {
      Map<Column, String> columns = columns(rows.columns(), name);
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        switch (row.get()) {
          case Row.Unreadable bad -> rejects.add(new Reject(name, bad.number(), bad.reason(), bad.raw()));
          case Row.Read read -> {
            try {
              Town town = town(read, columns);
              Long before = rowOf.putIfAbsent(town.id(), read.number());
              if (before != null) {
                throw new RowFault("its id is that of row " + before + " too");
              }
              if (town.kind().equals(ROAD)) {
                roads.add(read, town);
              } else {
                towns.put(town.id(), town);
              }
            } catch (RowFault fault) {
              rejects.add(new Reject(name, read.number(), fault.reason(), read.raw()));
            }
          }
        }
      }
    } catch (IOException e) {
      throw ArchiveFile.unreadable(name, e);
    }
    return new PlaceList(List.copyOf(towns.values()), roads.roads(rejects), rejects, version(file));
  }

  private static Map<Column, String> columns(Set<String> header, String file) {
    Map<String, String> byFolded = new HashMap<>();
    header.forEach(column -> byFolded.putIfAbsent(Normalizer2.getNFKCCasefoldInstance().normalize(column), column));
    Map<Column, String> columns = new HashMap<>();
    for (Column column : Column.values()) {
      column.in(byFolded).ifPresent(own -> columns.put(column, own));
    }
    for (Column needed : List.of(Column.NAME, Column.LATITUDE, Column.LONGITUDE)) {
      if (!columns.containsKey(needed)) {
        throw ArchiveException.misuse(file + " has no column " + needed.spellings().getFirst() + "; a place list has name, lat and lon at least");
      }
    }
    return columns;
  }

  private static Town town(Row.Read row, Map<Column, String> columns) throws RowFault {
    String name = cell(row, columns, Column.NAME).orElseThrow(() -> new RowFault("the name is missing"));
    if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl) || Folding.tokens(name).isEmpty()) {
      throw new RowFault("the name is not of 1 to " + LONGEST_NAME + " characters on one line with a letter or digit among them");
    }
    double latitude = number(row, columns, Column.LATITUDE, "latitude", -90, 90).orElseThrow(() -> new RowFault("the latitude is missing"));
    double longitude = number(row, columns, Column.LONGITUDE, "longitude", -180, 180).orElseThrow(() -> new RowFault("the longitude is missing"));
    double inhabitants = number(row, columns, Column.INHABITANTS, "number of inhabitants", 0, 100_000_000).orElse(0.0);
    Optional<Double> metres = number(row, columns, Column.UNCERTAINTY, "uncertainty", 1, MOST_METRES);
    List<String> names = cell(row, columns, Column.NAMES)
        .map(others -> Arrays.stream(others.split("\\|", -1)).map(String::strip).filter(other -> !other.isEmpty()).toList())
        .orElse(List.of());
    return new Town(
        "p" + cell(row, columns, Column.ID).orElse(String.valueOf(row.number())), name, names, latitude, longitude, (long) inhabitants, "",
        metres.or(() -> inhabitants > 0 ? Optional.empty() : Optional.of(USUAL_METRES)), cell(row, columns, Column.KIND).orElse(USUAL_KIND));
  }

  private static Optional<String> cell(Row.Read row, Map<Column, String> columns, Column column) {
    return row.cell(Optional.ofNullable(columns.get(column)));
  }

  private static Optional<Double> number(Row.Read row, Map<Column, String> columns, Column column, String what, double least, double most) throws RowFault {
    Optional<String> cell = cell(row, columns, column);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    double number = Numbers.of(cell.get(), "the " + what);
    if (number < least || number > most) {
      throw new RowFault(what + " " + plain(number) + " is not between " + plain(least).replace('-', '−') + " and " + plain(most));
    }
    return Optional.of(number);
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private static String version(Path file) throws IOException {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
