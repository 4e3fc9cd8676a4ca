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
    return Suggester.sentence(text, 0, text.length(), Lexicons.get("en")).map(Marking::of).orElseThrow();
  }

  /// Prints the figures of bench/results/2026-11-30-statements.md: macro-F1 per field and half, and how long an interview takes.
  public static void main(String[] args) {
    System.out.println("development " + macros(MarkedSentence.development()));
    System.out.println("held back " + macros(MarkedSentence.heldBack()));
    String interview = interview();
    for (int i = 0; i < 20; i++) {
      long before = System.nanoTime();
      int statements = Suggester.suggest(interview).size();
      System.out.printf("%d statements in %d ms%n", statements, (System.nanoTime() - before) / 1_000_000);
    }
  }

  private static String macros(List<MarkedSentence> half) {
    return String.format(java.util.Locale.ROOT, "hedge %.3f type %.3f polarity %.3f tense %.3f", macro(half, MarkedSentence::hedge, HedgesTest.word(Marking::hedge)),
        macro(half, MarkedSentence::type, HedgesTest.word(Marking::type)), macro(half, MarkedSentence::polarity, HedgesTest.word(Marking::polarity)),
        macro(half, MarkedSentence::tense, HedgesTest.word(Marking::tense)));
  }

  /// Two thousand words of the development half, all languages, one sentence after another.
  private static String interview() {
    StringBuilder text = new StringBuilder();
    int words = 0;
    for (MarkedSentence sentence : MarkedSentence.development()) {
      if (words < 2_000) {
        text.append(sentence.text()).append(words % 3 == 0 ? "\n" : " ");
        words += sentence.words().size();
      }
    }
    return text.toString();
  }

  private Scores() {}
}
