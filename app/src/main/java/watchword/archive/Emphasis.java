package watchword.archive;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether a reader of an HTML page sees what stands here set out from the rest: bold, a heading, or of a class whose name ends in `question`.
final class Emphasis {

  private static final Set<String> BOLD = Set.of("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6");

  /// Elements that end where the next of their name begins.
  private static final Set<String> UNNESTED = Set.of("p", "li", "dt", "dd");

  private static final Pattern CLASS = Pattern.compile("(?i)\\sclass\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s\"'>]+)");

  /// Longer tags are read no further.
  private static final int LONGEST_TAG = 1_000;

  private int bold;
  private Optional<String> question = Optional.empty();
  private int depth;

  boolean isOn() {
    return bold > 0 || question.isPresent();
  }

  /// @param tag from `<` to `>`
  void open(String name, String tag) {
    if (tag.endsWith("/>")) {
      return;
    }
    bold += BOLD.contains(name) ? 1 : 0;
    if (question.filter(name::equals).isPresent()) {
      if (UNNESTED.contains(name)) {
        question = Optional.empty();
      } else {
        depth++;
      }
    }
    if (question.isEmpty() && isQuestion(tag.substring(0, Math.min(LONGEST_TAG, tag.length())))) {
      question = Optional.of(name);
      depth = 1;
    }
  }

  void close(String name) {
    bold -= BOLD.contains(name) && bold > 0 ? 1 : 0;
    if (question.filter(name::equals).isPresent() && --depth == 0) {
      question = Optional.empty();
    }
  }

  private static boolean isQuestion(String tag) {
    Matcher names = CLASS.matcher(tag);
    return names.find() && Stream.of(names.group(1).replaceAll("[\"']", "").split("\\s+", -1)).anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("question"));
  }
}
