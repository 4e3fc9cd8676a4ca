package watchword.archive;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import watchword.archive.Layout.Sources;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;

/// Makes reports of the rows of one file.
final class RowReader {

  /// What a pin without a stated precision is taken for: a village, a quarter.
  private static final double PIN_METRES = 1_000;

  /// A long article. A text is read so far and no further, so that one cell cannot hold up the others.
  static final int MAX_TEXT_CHARS = 1 << 16;

  private final String file;
  private final boolean severalFiles;
  private final Layout layout;
  private final Times times;
  private final Optional<String> truth;
  private final Map<String, Kind> kinds = new HashMap<>();
  private final Taxonomies.OfFile categories;
  private long cutTexts;

  /// @param truth the column to score against
  RowReader(
      String file, boolean severalFiles, Layout layout, Times times, Optional<String> truth,
      Taxonomies.OfFile categories) {
    this.file = file;
    this.severalFiles = severalFiles;
    this.layout = layout;
    this.times = times;
    this.truth = truth;
    this.categories = categories;
  }

  ArchivedReport read(Row.Read row) throws RowFault {
    Columns columns = layout.columns();
    Span when = times.span(row.cell(columns.time()), row.cell(columns.end()));
    Optional<Place> pin = pin(row);
    Optional<String> name = pin.isPresent() ? Optional.empty() : row.cell(columns.place()).filter(given -> !NamedPlaces.key(given).isEmpty());
    ReportId id = id(row);
    String text = text(row);
    if (pin.isEmpty() && name.isEmpty() && text.isEmpty()) {
      throw new RowFault("neither a place nor words");
    }
    Report report =
        new Report(
            id,
            Channel.PUBLIC,
            source(row, id),
            kind(row),
            Stance.SIGHTING,
            pin,
            when,
            text,
            List.of(),
            List.of());
    return new ArchivedReport(report, file, row.number(), row.raw(), name, truth.flatMap(row::cell));
  }

  /// How many texts were longer than is read.
  long cutTexts() {
    return cutTexts;
  }

  private String text(Row.Read row) {
    String text = layout.columns().text().stream().flatMap(column -> row.cell(column).stream()).collect(Collectors.joining("\n"));
    if (text.length() <= MAX_TEXT_CHARS) {
      return text;
    }
    cutTexts++;
    return cut(text, MAX_TEXT_CHARS);
  }

  /// The beginning of a longer text, never half a character.
  static String cut(String text, int chars) {
    return text.substring(0, Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars);
  }

  private ReportId id(Row.Read row) throws RowFault {
    Optional<String> column = layout.columns().id();
    if (column.isPresent() && row.cell(column).isEmpty()) {
      throw new RowFault("the id is missing");
    }
    String own = row.cell(column).orElse(String.valueOf(row.number()));
    return new ReportId(severalFiles ? file + ":" + own : own);
  }

  private SourceKey source(Row.Read row, ReportId id) {
    return new SourceKey(row.cell(layout.columns().source()).orElse(layout.sources() == Sources.FILE ? file : id.value()));
  }

  private Kind kind(Row.Read row) {
    Optional<String> teller = row.cell(layout.columns().source());
    return categories.kind(row, layout.columns().kind(), teller, cell -> kinds.computeIfAbsent(cell, this::kind));
  }

  private Kind kind(String cell) {
    return layout.codes().kind(cell.isEmpty() ? layout.kindWithout() : cell);
  }

  private Optional<Place> pin(Row.Read row) throws RowFault {
    Columns columns = layout.columns();
    Optional<String> latitude = row.cell(columns.latitude());
    Optional<String> longitude = row.cell(columns.longitude());
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return Optional.empty();
    }
    if (latitude.isEmpty() || longitude.isEmpty()) {
      throw new RowFault(latitude.isEmpty() ? "the longitude has no latitude" : "the latitude has no longitude");
    }
    double lat = Numbers.of(latitude.get(), "the latitude");
    double lon = Numbers.of(longitude.get(), "the longitude");
    Optional<String> outside = outsideTheWorld(lat, lon);
    if (outside.isPresent()) {
      throw new RowFault(outside.get());
    }
    Optional<String> precision = row.cell(columns.precision());
    double metres = precision.isPresent() ? layout.codes().metres(precision.get()) : PIN_METRES;
    return Optional.of(new Place(lat, lon, metres, row.cell(columns.place()).orElse("")));
  }

  /// Why no such place is on Earth.
  static Optional<String> outsideTheWorld(double latitude, double longitude) {
    if (Math.abs(latitude) > 90) {
      boolean swapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
      return Optional.of("latitude " + plain(latitude) + " is not between −90 and 90" + (swapped ? "; is it the longitude?" : ""));
    }
    return Math.abs(longitude) > 180 ? Optional.of("longitude " + plain(longitude) + " is not between −180 and 180") : Optional.empty();
  }

  /// As short as the number is, without an exponent.
  private static String plain(double number) {
    return Double.isInfinite(number) ? "∞" : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
