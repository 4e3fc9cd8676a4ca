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

  private final String file;
  private final boolean severalFiles;
  private final Layout layout;
  private final Times times;
  private final Optional<String> truth;
  private final Map<String, Kind> kinds = new HashMap<>();

  /// @param truth the column to score against
  RowReader(String file, boolean severalFiles, Layout layout, Times times, Optional<String> truth) {
    this.file = file;
    this.severalFiles = severalFiles;
    this.layout = layout;
    this.times = times;
    this.truth = truth;
  }

  ArchivedReport read(Row.Read row) throws RowFault {
    Columns columns = layout.columns();
    Span when = times.span(row.cell(columns.time()), row.cell(columns.end()));
    Optional<Place> pin = pin(row);
    Optional<String> name = pin.isPresent() ? Optional.empty() : row.cell(columns.place()).filter(given -> !NamedPlaces.key(given).isEmpty());
    ReportId id = id(row);
    Report report =
        new Report(
            id,
            Channel.PUBLIC,
            source(row, id),
            kinds.computeIfAbsent(row.cell(columns.kind()).orElse(""), this::kind),
            Stance.SIGHTING,
            pin,
            when,
            columns.text().stream().flatMap(column -> row.cell(column).stream()).collect(Collectors.joining("\n")),
            List.of(),
            List.of());
    return new ArchivedReport(report, file, row.number(), row.raw(), name, truth.flatMap(row::cell));
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
    if (Math.abs(lat) > 90) {
      throw new RowFault("latitude " + plain(lat) + " is not between −90 and 90" + (Math.abs(lat) <= 180 && Math.abs(lon) <= 90 ? "; is it the longitude?" : ""));
    }
    if (Math.abs(lon) > 180) {
      throw new RowFault("longitude " + plain(lon) + " is not between −180 and 180");
    }
    Optional<String> precision = row.cell(columns.precision());
    double metres = precision.isPresent() ? layout.codes().metres(precision.get()) : PIN_METRES;
    return Optional.of(new Place(lat, lon, metres, row.cell(columns.place()).orElse("")));
  }

  /// As short as the number is, without an exponent.
  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
