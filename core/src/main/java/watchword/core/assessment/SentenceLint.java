package watchword.core.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /// Any word of likelihood, each in a group of its own, and in the last group the range behind it, right or wrong.
  private final Pattern ranged;

  /// The right ranges, in the order of the groups.
  private final List<String> ranges;
  private final Pattern likely;
  private final Pattern confident;

  public SentenceLint(SentenceWords words) {
    List<Map.Entry<Likelihood, String>> terms = words.terms().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    // All in one pattern, so that the end of "very unlikely" is not taken for "unlikely": the leftmost match is the whole word.
    ranged = Pattern.compile("(?<!\\p{L})(?:" + terms.stream().map(term -> "(" + Pattern.quote(term.getValue()) + ")").collect(Collectors.joining("|"))
        + ") (\\(\\d+–\\d+ %\\))", FLAGS);
    ranges = terms.stream().map(term -> "(" + SentenceWords.range(term.getKey()) + ")").toList();
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
      String rest = ranged.matcher(sentence).replaceAll(found -> isRight(found) ? RIGHT : Matcher.quoteReplacement(found.group()));
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

  private boolean isRight(MatchResult found) {
    String range = found.group(found.groupCount());
    return IntStream.range(0, ranges.size()).anyMatch(i -> found.start(i + 1) >= 0 && ranges.get(i).equals(range));
  }
}
