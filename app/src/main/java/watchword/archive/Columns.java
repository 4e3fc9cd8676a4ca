package watchword.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which column holds what. Columns that are not named here are never read.
///
/// @param time when it happened, or when that began
/// @param end when it was over
/// @param place a name; with latitude and longitude it only describes them
/// @param text one text in several columns, in order
/// @param precision how far off the place may be
public record Columns(
    Optional<String> id,
    Optional<String> time,
    Optional<String> end,
    Optional<String> latitude,
    Optional<String> longitude,
    Optional<String> place,
    Optional<String> kind,
    List<String> text,
    Optional<String> source,
    Optional<String> precision) {

  public static final Columns NONE =
      new Columns(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  public Columns {
    text = List.copyOf(text);
  }

  /// These columns, and those of `others` where these say nothing.
  Columns or(Columns others) {
    return new Columns(
        id.or(others::id),
        time.or(others::time),
        end.or(others::end),
        latitude.or(others::latitude),
        longitude.or(others::longitude),
        place.or(others::place),
        kind.or(others::kind),
        text.isEmpty() ? others.text : text,
        source.or(others::source),
        precision.or(others::precision));
  }

  /// These columns without those a file does not have.
  Columns in(Predicate<String> file) {
    return new Columns(
        id.filter(file),
        time.filter(file),
        end.filter(file),
        latitude.filter(file),
        longitude.filter(file),
        place.filter(file),
        kind.filter(file),
        text.stream().filter(file).toList(),
        source.filter(file),
        precision.filter(file));
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    Stream.of(id, time, end, latitude, longitude, place, kind, source, precision).forEach(column -> column.ifPresent(names::add));
    names.addAll(text);
    return names;
  }

  boolean pins() {
    return latitude.isPresent() && longitude.isPresent();
  }

  /// Whether rows can be told apart by more than their time.
  boolean usable() {
    return time.isPresent() && (pins() || place.isPresent() || !text.isEmpty());
  }
}
