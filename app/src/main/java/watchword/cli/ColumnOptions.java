package watchword.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import watchword.archive.Columns;

/// Which column holds what, where a file's header does not say it.
final class ColumnOptions {

  @Option(names = "--id", paramLabel = "COLUMN", description = "Names a row in the results. Without one, the row's number.")
  Optional<String> id = Optional.empty();

  @Option(names = "--time", paramLabel = "COLUMN", description = "When it happened or began: 2016-01-02, 2016-01-02T10:00Z, 02/01/2016 10:00.")
  Optional<String> time = Optional.empty();

  @Option(names = "--end", paramLabel = "COLUMN", description = "When it was over.")
  Optional<String> end = Optional.empty();

  @Option(names = "--lat", paramLabel = "COLUMN", description = "Latitude in decimal degrees.")
  Optional<String> latitude = Optional.empty();

  @Option(names = "--lon", paramLabel = "COLUMN", description = "Longitude in decimal degrees.")
  Optional<String> longitude = Optional.empty();

  @Option(names = "--place", paramLabel = "COLUMN", description = "Name of the place; enough where there is no latitude and longitude.")
  Optional<String> place = Optional.empty();

  @Option(names = "--kind", paramLabel = "COLUMN", description = "What happened, in one word.")
  Optional<String> kind = Optional.empty();

  @Option(names = "--text", paramLabel = "COLUMN", split = ",", description = "The report's words; several columns with commas between.")
  List<String> text = List.of();

  @Option(names = "--source", paramLabel = "COLUMN", description = "Who reports.")
  Optional<String> source = Optional.empty();

  @Option(names = "--precision", paramLabel = "COLUMN", description = "How far off the place may be, in metres (UCDP: its codes 1 to 7).")
  Optional<String> precision = Optional.empty();

  Columns columns() {
    return new Columns(id, time, end, latitude, longitude, place, kind, text, source, precision);
  }
}
