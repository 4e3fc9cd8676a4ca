package watchword.archive;

import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.archive.Layout.Sources;

/// Recognises a file by its header.
final class Layouts {

  /// Names that say in any file what a column holds, the surest first. None of them is a column of somebody's answers: what happened, whether
  /// two rows are the same, how a row was judged.
  private static final List<String> ID = List.of("id", "report_id", "mention_id", "tweet_id", "serial");
  private static final List<String> TIME =
      List.of("time", "when", "timestamp", "datetime", "date_time", "time_utc", "created_at", "started_at", "date", "report_date", "event_date");
  private static final List<String> END = List.of("end", "enddate", "end_date");
  private static final List<String> LATITUDE = List.of("latitude", "lat");
  private static final List<String> LONGITUDE = List.of("longitude", "lon", "lng", "long");
  private static final List<String> PLACE = List.of("place", "location", "town", "region", "where");
  private static final List<String> KIND = List.of("kind", "type", "category");
  private static final List<String> TEXT = List.of("title", "headline", "text", "description", "message");
  private static final List<String> SOURCE = List.of("source", "office", "channel");
  static final List<String> PRECISION = List.of("uncertainty_metres", "uncertaintymetres", "precision_metres");

  private static final String TAXONOMY = "_tax";

  private Layouts() {}

  static Layout of(Set<String> columns) {
    if (columns.containsAll(List.of("headline", "report_date", "where_prec", "type_of_violence"))) {
      return ucdp(columns);
    }
    if (columns.containsAll(List.of("INCIDENT TITLE", "INCIDENT DATE"))) {
      return haiti(columns);
    }
    if (columns.containsAll(List.of("oblast", "level", "started_at"))) {
      return siren("oblast");
    }
    if (columns.containsAll(List.of("region", "started_at", "naive"))) {
      return siren("region");
    }
    if (columns.containsAll(List.of("dataset", "event", "date", "latitude", "longitude"))) {
      return meltt(columns);
    }
    Columns guessed = guess(columns);
    boolean features = columns.contains(GeoJsonRows.LATITUDE);
    return new Layout(features ? GeoJsonRows.columns(guessed).in(columns::contains) : guessed, Codebook.PLAIN, "event", Sources.FILE);
  }

  /// UCDP mentions: one row an article. Only what a reader of the article would know; `event_id`, `mention_id` and `src` tell nothing here.
  private static Layout ucdp(Set<String> columns) {
    Columns ucdp =
        new Columns(
            Optional.of("mention_id"), Optional.of("report_date"), Optional.empty(), Optional.of("lat"), Optional.of("lon"),
            Optional.of("place"), Optional.of("type_of_violence"), List.of("headline"), Optional.of("office"), Optional.of("where_prec"));
    return new Layout(ucdp.in(columns::contains), Codebook.UCDP, "violence", Sources.FILE);
  }

  private static Layout haiti(Set<String> columns) {
    Columns haiti =
        new Columns(
            Optional.of("Serial"), Optional.of("INCIDENT DATE"), Optional.empty(), Optional.of("LATITUDE"), Optional.of("LONGITUDE"),
            Optional.of("LOCATION"), Optional.of("CATEGORY"), List.of("INCIDENT TITLE", "DESCRIPTION"), Optional.empty(), Optional.empty());
    return new Layout(haiti.in(columns::contains), Codebook.HAITI, "uncategorised", Sources.ROW);
  }

  /// Sirens by region. When they fell silent is known only afterwards and is not read; an alarm of a district counts for its region, since
  /// that is what the other lists name.
  private static Layout siren(String region) {
    Columns siren =
        new Columns(
            Optional.empty(), Optional.of("started_at"), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.of(region), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    return new Layout(siren, Codebook.SIREN, "siren", Sources.FILE);
  }

  /// Events as the R package meltt wants them. Categories differ from source to source, so they are words of a text; a
  /// taxonomy makes kinds of them.
  private static Layout meltt(Set<String> columns) {
    Columns meltt =
        new Columns(
            Optional.of("event"), Optional.of("date"), Optional.of("enddate"), Optional.of("latitude"), Optional.of("longitude"),
            Optional.empty(), Optional.empty(), columns.stream().filter(column -> column.endsWith(TAXONOMY)).toList(), Optional.of("dataset"), Optional.empty());
    return new Layout(meltt.in(columns::contains), Codebook.PLAIN, "event", Sources.FILE);
  }

  private static Columns guess(Set<String> columns) {
    Map<String, String> byFoldedName = new HashMap<>();
    columns.forEach(column -> byFoldedName.putIfAbsent(Normalizer2.getNFKCCasefoldInstance().normalize(column), column));
    return new Columns(
        first(ID, byFoldedName),
        first(TIME, byFoldedName),
        first(END, byFoldedName),
        first(LATITUDE, byFoldedName),
        first(LONGITUDE, byFoldedName),
        first(PLACE, byFoldedName),
        first(KIND, byFoldedName),
        TEXT.stream().filter(byFoldedName::containsKey).map(name -> byFoldedName.getOrDefault(name, name)).toList(),
        first(SOURCE, byFoldedName),
        first(PRECISION, byFoldedName));
  }

  private static Optional<String> first(List<String> names, Map<String, String> columns) {
    return names.stream().filter(columns::containsKey).map(name -> columns.getOrDefault(name, name)).findFirst();
  }
}
