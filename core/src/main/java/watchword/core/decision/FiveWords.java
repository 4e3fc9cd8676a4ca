package watchword.core.decision;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import watchword.core.text.Folding;

/// Whether a public sentence repeats a report: five words in a row, whatever their spelling.
final class FiveWords {

  private static final int RUN = 5;

  private FiveWords() {}

  static boolean shared(String sentence, Collection<String> texts) {
    Set<String> runs = runs(sentence);
    return !runs.isEmpty() && texts.stream().anyMatch(text -> runs(text).stream().anyMatch(runs::contains));
  }

  private static Set<String> runs(String text) {
    List<String> tokens = Folding.tokens(text);
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= tokens.size(); i++) {
      runs.add(String.join(" ", tokens.subList(i, i + RUN)));
    }
    return runs;
  }
}
