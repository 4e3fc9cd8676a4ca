package watchword.core.decision;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Reading;
import watchword.core.report.Weighted;
import watchword.core.text.Dates;
import watchword.core.text.Folding;
import watchword.core.text.Foretelling;
import watchword.core.time.Span;

/// What a question to a sender repeats of their report; whoever finds the sender's words can read the question.
///
/// It warns and bars nothing: a town with another name, or an hour in words, passes unseen.
public enum Giveaway {
  /// A town of the report, or one beside it, or its sender's name for the place.
  PLACE,
  /// A clock time within an hour of what it tells, or any date.
  TIME,
  /// Five of its words in a row, or all of a shorter one.
  WORDS;

  /// A question that names the next town tells whoever reads it nearly as much.
  private static final double BESIDE_METRES = 10_000;

  private static final int SLACK_MINUTES = 60;
  private static final int DAY_MINUTES = 24 * 60;

  /// What the text repeats of what the desk read.
  ///
  /// @param zone by whose clock its writer and the sender tell hours
  public static Set<Giveaway> of(String text, Reading report, Gazetteer gazetteer, ZoneOffset zone) {
    List<String> tokens = Folding.tokens(text);
    Set<Giveaway> giveaways = EnumSet.noneOf(Giveaway.class);
    if (names(tokens, report, gazetteer)) {
      giveaways.add(PLACE);
    }
    if (Dates.in(tokens).isPresent() || clock(tokens, report.when(), zone)) {
      giveaways.add(TIME);
    }
    if (FiveWords.shared(text, List.of(report.words()))) {
      giveaways.add(WORDS);
    }
    return giveaways;
  }

  private static boolean names(List<String> tokens, Reading report, Gazetteer gazetteer) {
    boolean town = gazetteer.mentions(tokens).stream().flatMap(mention -> mention.among().stream()).anyMatch(one -> isBeside(one, report));
    return town || report.places().stream().map(Weighted::value).map(Place::name).map(Folding::tokens)
        .anyMatch(name -> !name.isEmpty() && Collections.indexOfSubList(tokens, name) >= 0);
  }

  private static boolean isBeside(Town town, Reading report) {
    return report.towns().contains(town.id())
        || report.places().stream().map(Weighted::value)
            .anyMatch(place -> place.distanceMetres(town.place()) <= place.uncertaintyMetres() + town.radiusMetres() + BESIDE_METRES);
  }

  private static boolean clock(List<String> tokens, Span when, ZoneOffset zone) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (Foretelling.isClock(tokens.get(i), tokens.get(i + 1))
          && lies(60 * Integer.parseInt(tokens.get(i)) + Integer.parseInt(tokens.get(i + 1)), when, zone)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a minute of the day lies in the span, on any day of it, an hour more each side.
  private static boolean lies(int minute, Span when, ZoneOffset zone) {
    Instant from = when.earliest().minus(SLACK_MINUTES, ChronoUnit.MINUTES);
    long length = ChronoUnit.MINUTES.between(from, when.latest()) + SLACK_MINUTES;
    int first = from.atOffset(zone).toLocalTime().toSecondOfDay() / 60;
    return Math.floorMod(minute - first, DAY_MINUTES) <= length;
  }
}
