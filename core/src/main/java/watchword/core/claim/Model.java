package watchword.core.claim;

import java.util.List;
import java.util.Map;

/// Weighs sources against each other. Which model fits depends on what values are.
public sealed interface Model permits Confusions, Rates, Ratings, Members {

  /// More labels than this are values of each item's own.
  int MOST_LABELS = 20;

  int ITEMS_A_LABEL = 5;

  /// The likeliest value of every item of which something was said, in the order of items.
  ///
  /// @param verdicts what is known of some items
  List<Estimate> estimates(Claims claims, Map<String, String> verdicts);

  /// The model that fits what values are: labels that all items share, or values of each item's own, with or without verdicts to learn from.
  static Model fitting(Claims claims, Map<String, String> verdicts, Sameness sameness) {
    int labels = claims.labels().size();
    if (labels <= MOST_LABELS && labels * ITEMS_A_LABEL <= claims.items()) {
      return new Confusions();
    }
    return verdicts.size() >= Ratings.LEAST_VERDICTS ? new Ratings(sameness) : new Rates(sameness);
  }

  /// What the model takes values for, in a few words.
  String says();
}
