package watchword.core.report;

import java.util.List;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.time.Span;

/// A report after opening, as its sender told it.
public record Report(
    ReportId id,
    Channel channel,
    SourceKey source,
    Kind kind,
    Stance stance,
    Optional<Place> place,
    Span when,
    String text,
    List<Figure> figures,
    List<MediaHash> media) {

  public Report {
    figures = List.copyOf(figures);
    media = List.copyOf(media);
  }

  /// Never the words: a report that strays into a log says only its id.
  @Override
  public String toString() {
    return "report " + id;
  }
}
