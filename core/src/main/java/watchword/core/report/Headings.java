package watchword.core.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.text.Folding;

/// Where something is heading, by its words: "north-east", "towards Mazyr".
final class Headings {

  /// Beginnings of the four directions in the six languages; degrees from north clockwise.
  private static final Map<String, Integer> DIRECTIONS = beginnings(Map.of(
      0, "north поўнач паўноч север северн північ північн północ północn šiaur",
      90, "east усход восток восточн схід wschód wschodni ryt",
      180, "south поўдзень паўдн паўднёв юг южн південь півден południ pietu pietr",
      270, "west захад запад западн захід zachód zachodni vakar"));

  private static final Map<String, Integer> COMPOUNDS = beginnings(Map.of(
      45, "northeast северовосток", 135, "southeast юговосток", 225, "southwest югозапад", 315,
          "northwest северозапад"));

  /// Halves of a compound that do not stand alone: "северо-восток".
  private static final Map<String, Integer> HALVES = beginnings(Map.of(0, "северо", 180, "юго"));

  /// A direction that is told as one where nothing stands before it is a place: "in the north".
  private static final Set<String> BEFORE =
      words("heading", "going", "moving", "towards", "to", "на", "na", "į", "link");

  private static final Set<String> TOWARDS = phrases(
      "towards", "toward", "in the direction of", "heading for", "heading to", "у бок", "у напрамку", "у кірунку",
          "в сторону", "в направлении",
      "у бік", "в напрямку", "у напрямку", "w stronę", "w kierunku", "link", "kryptimi");

  private static final int LONGEST_PHRASE = 4;

  private Headings() {}

  /// The direction the tokens tell something moves in, degrees; a place "in the north" is none.
  static OptionalInt in(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean told = (i > 0 && BEFORE.contains(tokens.get(i - 1))) || i + 2 >= tokens.size();
      OptionalInt direction = told ? at(tokens, i) : OptionalInt.empty();
      if (direction.isPresent()) {
        return direction;
      }
    }
    return OptionalInt.empty();
  }

  /// The first direction the tokens name, degrees.
  static OptionalInt direction(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      OptionalInt direction = at(tokens, i);
      if (direction.isPresent()) {
        return direction;
      }
    }
    return OptionalInt.empty();
  }

  /// A direction of one word or two.
  private static OptionalInt at(List<String> tokens, int at) {
    OptionalInt half = of(HALVES, tokens.get(at));
    OptionalInt first = half.isPresent() ? half : of(COMPOUNDS, tokens.get(at)).isPresent() ? OptionalInt.empty()
        : of(DIRECTIONS, tokens.get(at));
    OptionalInt second = at + 1 < tokens.size() ? of(DIRECTIONS, tokens.get(at + 1)) : OptionalInt.empty();
    if (first.isPresent() && second.isPresent()) {
      return between(first.getAsInt(), second.getAsInt());
    }
    return half.isPresent() ? OptionalInt.empty() : first.isPresent() ? first : of(COMPOUNDS, tokens.get(at));
  }

  /// Whether the words before a token make the place that begins there a destination.
  static boolean towards(List<String> tokens, int at) {
    for (int from = Math.max(0, at - LONGEST_PHRASE); from < at; from++) {
      if (TOWARDS.contains(String.join(" ", tokens.subList(from, at)))) {
        return true;
      }
    }
    return false;
  }

  private static OptionalInt between(int one, int other) {
    int turn = Math.floorMod(other - one, 360);
    return turn == 90 || turn == 270 ? OptionalInt.of(Math.floorMod(one + (turn == 90 ? 45 : -45), 360))
        : OptionalInt.of(one);
  }

  private static OptionalInt of(Map<String, Integer> beginnings, String token) {
    for (int length = token.length(); length >= 2; length--) {
      Integer degrees = beginnings.get(token.substring(0, length));
      if (degrees != null && (length > 3 || length == token.length())) {
        return OptionalInt.of(degrees);
      }
    }
    return OptionalInt.empty();
  }

  private static Map<String, Integer> beginnings(Map<Integer, String> words) {
    return words.entrySet().stream()
        .flatMap(entry -> Folding.tokens(entry.getValue()).stream().distinct()
            .map(word -> Map.entry(word, entry.getKey())))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Set<String> words(String... words) {
    return Stream.of(words).flatMap(word -> Folding.tokens(word).stream()).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> phrases(String... phrases) {
    return Stream.of(phrases).map(Folding::key).collect(Collectors.toUnmodifiableSet());
  }
}
