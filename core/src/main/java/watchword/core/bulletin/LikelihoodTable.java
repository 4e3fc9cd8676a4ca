package watchword.core.bulletin;

import java.util.List;
import java.util.stream.Collectors;

/// One standard's words for probabilities, in the order of their ranges; at the desk a member may read by another than ICD 203.
///
/// Bulletins know only [Likelihood]: its words are translated, those of the other tables are English.
///
/// @param id how a command line names it
/// @param source where the ranges stand
/// @param terms ascending; where a standard leaves a gap between two, so does the table
public record LikelihoodTable(String id, String source, List<Term> terms) {

  /// A word, which never stands without its range.
  public record Term(String word, int fromPercent, int toPercent) {
    public Term {
      if (fromPercent < 0 || toPercent <= fromPercent || toPercent > 100) {
        throw new IllegalArgumentException("the range of a likelihood word is empty or not within 0 and 100 %");
      }
    }

    @Override
    public String toString() {
      return "%s (%d–%d %%)".formatted(word, fromPercent, toPercent);
    }
  }

  public static final LikelihoodTable ICD_203 = new LikelihoodTable("icd203", "US Intelligence Community Directive 203 (2015)",
      List.of(term("almost no chance", Likelihood.ALMOST_NO_CHANCE), term("very unlikely", Likelihood.VERY_UNLIKELY), term("unlikely", Likelihood.UNLIKELY),
          term("roughly even", Likelihood.ROUGHLY_EVEN), term("likely", Likelihood.LIKELY), term("very likely", Likelihood.VERY_LIKELY),
          term("almost certain", Likelihood.ALMOST_CERTAIN)));

  /// Five words without a gap; "less than 10" and "more than 90" are written as ranges to the end of the scale.
  public static final LikelihoodTable NATO = new LikelihoodTable("nato", "NATO AJP-2.1, Allied Joint Doctrine for Intelligence Procedures (edition B, 2016)",
      List.of(new Term("highly unlikely", 0, 10), new Term("unlikely", 10, 40), new Term("even chance", 40, 60), new Term("likely", 60, 90), new Term("highly likely", 90, 100)));

  /// Seven words with gaps between them on purpose: who cannot choose between two neighbours shall not seem to.
  public static final LikelihoodTable PHIA = new LikelihoodTable("phia", "UK Professional Head of Intelligence Assessment, probability yardstick (2018)",
      List.of(new Term("remote chance", 0, 5), new Term("highly unlikely", 10, 20), new Term("unlikely", 25, 35), new Term("realistic possibility", 40, 50),
          new Term("likely", 55, 75), new Term("highly likely", 80, 90), new Term("almost certain", 95, 100)));

  public static final List<LikelihoodTable> ALL = List.of(ICD_203, NATO, PHIA);

  public LikelihoodTable {
    terms = List.copyOf(terms);
    for (int i = 1; i < terms.size(); i++) {
      if (terms.get(i).fromPercent() < terms.get(i - 1).toPercent()) {
        throw new IllegalArgumentException("likelihood words are not in the order of their ranges");
      }
    }
  }

  private static Term term(String word, Likelihood range) {
    return new Term(word, range.fromPercent(), range.toPercent());
  }

  /// The table of this id.
  ///
  /// @throws IllegalArgumentException that names the tables there are
  public static LikelihoodTable named(String id) {
    return ALL.stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException(
        "there is no table of likelihood words " + id + "; there are " + ALL.stream().map(LikelihoodTable::id).collect(Collectors.joining(", "))));
  }

  /// A probability in words with their range; the lower end belongs to a word, and in a gap the two neighbours stand.
  public String says(double probability) {
    Term word = terms.getFirst();
    for (Term next : terms) {
      if (probability * 100 >= next.fromPercent()) {
        word = next;
      } else if (probability * 100 > word.toPercent()) {
        return "between " + word + " and " + next;
      }
    }
    return word.toString();
  }
}
