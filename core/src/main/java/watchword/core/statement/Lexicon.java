package watchword.core.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cues of one language.
final class Lexicon {

  private static final int BUCKET = 3;

  private final String language;
  private final Set<String> common;
  private final Set<String> filling;
  private final Endings endings;
  private final Map<String, List<Pattern>> byBeginning = new HashMap<>();
  private final List<Pattern> others = new ArrayList<>();

  Lexicon(String language, Set<String> common, Set<String> filling, Endings endings, List<Pattern> patterns) {
    this.language = language;
    this.common = Set.copyOf(common);
    this.filling = Set.copyOf(filling);
    this.endings = endings;
    patterns.forEach(this::put);
  }

  private void put(Pattern pattern) {
    Element first = pattern.elements().stream().filter(element -> !(element instanceof Element.Start || element instanceof Element.Break || element instanceof Element.Dash)).findFirst().orElseThrow();
    if (!(first instanceof Element.OneOf words) || words.spellings().stream().anyMatch(spelling -> spelling.begin().isEmpty())) {
      others.add(pattern);
      return;
    }
    words.spellings().stream().map(spelling -> beginning(spelling.begin(), BUCKET)).distinct()
        .forEach(bucket -> byBeginning.computeIfAbsent(bucket, key -> new ArrayList<>()).add(pattern));
  }

  String language() {
    return language;
  }

  Endings endings() {
    return endings;
  }

  /// Of which families it has cues.
  Set<Family> families() {
    return Stream.concat(others.stream(), byBeginning.values().stream().flatMap(List::stream)).map(Pattern::family).collect(Collectors.toUnmodifiableSet());
  }

  boolean isCommon(String key) {
    return common.contains(key);
  }

  boolean isFilling(String key) {
    return filling.contains(key);
  }

  boolean isNot(Word word) {
    return byBeginning.getOrDefault(beginning(word.key(), 2), List.of()).stream().anyMatch(pattern -> pattern.family() == Family.NOT && pattern.end(List.of(word), 0, filling) == 1);
  }

  /// Every match, of each family and place the longest.
  List<Cue> matches(List<Word> words) {
    List<Cue> cues = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      Map<Family, Integer> ends = new java.util.EnumMap<>(Family.class);
      match(words, at, others, ends);
      String key = words.get(at).key();
      for (int length = 1; length <= Math.min(BUCKET, key.length()); length++) {
        match(words, at, byBeginning.getOrDefault(key.substring(0, length), List.of()), ends);
      }
      int from = at;
      ends.forEach((family, end) -> cues.add(new Cue(family, from, end)));
    }
    cues.sort(Comparator.comparingInt(Cue::from));
    return cues;
  }

  private void match(List<Word> words, int at, List<Pattern> patterns, Map<Family, Integer> ends) {
    for (Pattern pattern : patterns) {
      int end = pattern.end(words, at, filling);
      if (end > at) {
        ends.merge(pattern.family(), end, Math::max);
      }
    }
  }

  private static String beginning(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
