package watchword.core.decision;

import java.util.Collection;
import watchword.core.text.Folding;
import watchword.core.text.Words;

/// Whether a public sentence repeats a report: five words in a row, or the whole of a shorter text, whatever their spelling.
final class FiveWords {

  private FiveWords() {}

  /// @param reports the words of reports, as readings keep them: no text needs to be opened for this
  static boolean shared(String sentence, Collection<Words> reports) {
    long[] runs = Words.runs(Folding.tokens(sentence));
    long wording = Words.of(sentence).wording();
    return reports.stream().anyMatch(report -> !report.isEmpty() && (report.wording() == wording || report.holdsFiveOf(runs)));
  }
}
