package watchword.core.statement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// How well suggested marks agree with given ones: sums only, no sentence and no id, so that the held-back half stays unread.
final class Scores {

  /// The mean of F1 over every mark that was given, each mark counting alike.
  static double macro(List<MarkedSentence> sentences, Function<MarkedSentence, String> given, Function<Marking, String> suggested) {
    return byMark(sentences, given, suggested).values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  static Map<String, Double> byMark(List<MarkedSentence> sentences, Function<MarkedSentence, String> given, Function<Marking, String> suggested) {
    List<String> wanted = sentences.stream().map(given).toList();
    List<String> got = sentences.stream().map(sentence -> suggested.apply(marks(sentence.text()))).toList();
    Map<String, Double> scores = new TreeMap<>();
    for (String mark : new TreeSet<>(wanted)) {
      int both = 0;
      int either = 0;
      for (int i = 0; i < wanted.size(); i++) {
        boolean want = wanted.get(i).equals(mark);
        boolean has = got.get(i).equals(mark);
        both += want && has ? 2 : 0;
        either += (want ? 1 : 0) + (has ? 1 : 0);
      }
      scores.put(mark, (double) both / either);
    }
    return scores;
  }

  /// The marks of a sentence that stands alone, its language unknown as in a file.
  static Marking marks(String text) {
    return Suggester.reading(text, 0, text.length(), Lexicons.get("en")).map(Marking::of).orElseThrow();
  }

  private Scores() {}
}
