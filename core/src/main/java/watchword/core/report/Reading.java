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
/// @param places alternatives with their shares, which sum to 1, likeliest first; empty where nothing tells
/// @param towns ids of the towns its words name, of a name that several share all of them
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

  /// What adding shares up may round off.
  private static final double ROUNDED = 1e-9;

  public Reading {
    places = List.copyOf(places);
    if (!places.isEmpty() && Math.abs(1 - places.stream().mapToDouble(Weighted::weight).sum()) > ROUNDED) {
      throw new IllegalArgumentException("the shares of places do not sum to 1");
    }
    towns = List.copyOf(towns);
    figures = List.copyOf(figures);
    media = List.copyOf(media);
  }

  private static int order(Reading a, Reading b) {
    int order = a.when.earliest().compareTo(b.when.earliest());
    return order != 0 ? order : a.id.compareTo(b.id);
  }

  /// The one place it tells; empty where there is none, and where it leaves several open.
  public Optional<Place> place() {
    return places.size() == 1 ? Optional.of(places.getFirst().value()) : Optional.empty();
  }

  /// "One of 2 places named Fen", for those who work at the desk; empty where no choice is left open.
  public Optional<String> choice() {
    if (places.size() < 2) {
      return Optional.empty();
    }
    List<String> names = places.stream().map(place -> place.value().name())
        .filter(name -> !name.isEmpty()).distinct().toList();
    String named = names.isEmpty() ? "" : names.size() == 1 ? " named " + names.getFirst() : ": " + String.join(", ", names);
    return Optional.of("one of " + places.size() + " places" + named);
  }

  /// The same, as if it told only this place.
  public Reading at(Place place) {
    List<Weighted<Place>> one = List.of(new Weighted<>(place, 1));
    return new Reading(id, channel, source, kind, stance, one, when, words, towns, foretells, figures, media);
  }

  @Override
  public String toString() {
    return "reading of " + id;
  }
}
