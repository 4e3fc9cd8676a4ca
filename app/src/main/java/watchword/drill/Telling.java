package watchword.drill;

import java.time.Instant;
import java.util.Optional;
import watchword.core.kind.Language;

/// What a sender has in mind when writing: fills the slots of a phrase.
///
/// @param kind whose words are used
/// @param place what the sender calls the place
/// @param town added where the place alone would not be found
/// @param bearing where it is heading, degrees
record Telling(
    String kind,
    Language language,
    Named place,
    Optional<Named> town,
    Instant seen,
    Instant sent,
    long count,
    Optional<Double> bearing,
    Optional<Named> towards,
    Optional<String> road) {

  String name() {
    return place.name(language) + town.map(one -> ", " + one.name(language)).orElse("");
  }

  String near() {
    return place.near(language) + town.map(one -> ", " + one.name(language)).orElse("");
  }
}
