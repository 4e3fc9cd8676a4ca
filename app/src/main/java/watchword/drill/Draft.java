package watchword.drill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Figure;
import watchword.core.report.Stance;
import watchword.core.time.Span;

/// A report before it is sent: what its sender will say, and why.
///
/// @param at when it is sent
/// @param source a name that stays, or empty for a sender nobody can link
/// @param language empty words of the text are added in it
/// @param named whether the text alone tells the town
/// @param ownWords whether the text was written for this report
/// @param original the report it passes on
record Draft(
    Instant at,
    Channel channel,
    Optional<String> source,
    Kind kind,
    Stance stance,
    Optional<Place> place,
    Span when,
    Language language,
    String text,
    List<Figure> figures,
    Truth truth,
    boolean named,
    boolean ownWords,
    Optional<Draft> original) {}
