package watchword.core.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.text.Words;
import watchword.core.time.Span;

/// What the desk makes of a report, once; merging and weighing see nothing else.
///
/// @param places candidates, likeliest first; empty where nothing tells
/// @param towns ids of the towns its words name
/// @param foretells whether the words claim something for a later hour
public record Reading(
    ReportId id,
    Channel channel,
    SourceKey source,
    Kind kind,
    Stance stance,
    List<Weighted<Place>> places,
    Span when,
    Words words,
    List<String> towns,
    boolean foretells,
    List<Figure> figures,
    List<MediaHash> media) {

  /// The order of the path: by earliest time, then id. Arrival plays no part.
  public static final Comparator<Reading> ORDER = Reading::order;

  public Reading {
    places = List.copyOf(places);
    towns = List.copyOf(towns);
    figures = List.copyOf(figures);
    media = List.copyOf(media);
  }

  private static int order(Reading a, Reading b) {
    int order = a.when.earliest().compareTo(b.when.earliest());
    return order != 0 ? order : a.id.compareTo(b.id);
  }

  /// The likeliest place.
  public Optional<Place> place() {
    return places.isEmpty() ? Optional.empty() : Optional.of(places.getFirst().value());
  }

  @Override
  public String toString() {
    return "reading of " + id;
  }
}
