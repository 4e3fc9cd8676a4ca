package watchword.bench.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words without what says nothing of the matter: addresses, names of accounts, the mark of a forward.
final class Texts {

  private static final Pattern NOISE = Pattern.compile("https?://\\S+|@\\w+|\\bRT\\b:?");
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Texts() {}

  static List<String> words(String text) {
    String plain = NOISE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    return GAP.splitAsStream(plain).filter(word -> word.length() > 1).toList();
  }

  /// Runs of three to five characters inside words, with a space at both ends.
  static List<String> characters(String text) {
    List<String> runs = new ArrayList<>();
    for (String word : words(text)) {
      String padded = " " + word + " ";
      for (int length = 3; length <= 5; length++) {
        for (int at = 0; at + length <= padded.length(); at++) {
          runs.add(padded.substring(at, at + length));
        }
      }
    }
    return runs;
  }
}
