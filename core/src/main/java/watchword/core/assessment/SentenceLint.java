package watchword.core.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchword.core.bulletin.Likelihood;

/// Holds public words to three rules: no word of likelihood without its range, no range without its word, and never likelihood and confidence in one
/// sentence.
///
/// Two of three readers take a word as it was meant when its range stands in the sentence, one of three without (Wintle et al. 2019).
public final class SentenceLint {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern RANGE = Pattern.compile("\\(\\s*\\d+\\s*[–-]\\s*\\d+\\s*%\\s*\\)");
  private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})|\\R+");

  /// Stands for a word with its range once both were found right; it occurs in no text, since texts hold no private characters.
  private static final String RIGHT = "\uE000";

  private final List<Pattern> right;
  private final Pattern likely;
  private final Pattern confident;

  public SentenceLint(SentenceWords words) {
    // "Very unlikely" before "unlikely", so that the longer word is not taken for the shorter.
    right = words.terms().entrySet().stream()
        .sorted(Comparator.<Map.Entry<Likelihood, String>>comparingInt(term -> -term.getValue().length()).thenComparing(Map.Entry::getKey))
        .map(term -> Pattern.compile("(?<!\\p{L})" + Pattern.quote(term.getValue()) + " "
            + Pattern.quote("(" + SentenceWords.range(term.getKey()) + ")"), FLAGS))
        .toList();
    likely = stems(words.likelyStems());
    confident = stems(words.confidentStems());
  }

  private static Pattern stems(List<String> stems) {
    return Pattern.compile("(?<!\\p{L})(" + String.join("|", stems.stream().map(Pattern::quote).toList()) + ")\\p{L}*", FLAGS);
  }

  /// What is wrong, a sentence for each fault; empty if nothing is.
  public List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    for (String sentence : END.splitAsStream(text.replace('\u00a0', ' ').replace('\u202f', ' ')).toList()) {
      String rest = sentence;
      for (Pattern pattern : right) {
        rest = pattern.matcher(rest).replaceAll(RIGHT);
      }
      Matcher word = likely.matcher(rest);
      boolean bare = word.find();
      if (bare) {
        faults.add("\"" + word.group() + "\" stands without its range");
      }
      if (RANGE.matcher(rest).find()) {
        faults.add("a range stands without the word it belongs to");
      }
      if ((bare || rest.contains(RIGHT)) && confident.matcher(rest).find()) {
        faults.add("likelihood and confidence stand in one sentence");
      }
    }
    return faults;
  }
}
