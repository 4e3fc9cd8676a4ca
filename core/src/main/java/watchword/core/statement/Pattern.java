package watchword.core.statement;

import java.util.List;
import java.util.Set;

/// A cue as its lexicon spells it.
record Pattern(Family family, List<Element> elements) {

  Pattern {
    elements = List.copyOf(elements);
    if (elements.stream().noneMatch(element -> element instanceof Element.OneOf)) {
      throw new IllegalArgumentException("a cue needs a word");
    }
  }

  /// Where the longest match from this word ends; -1 if there is none.
  int end(List<Word> words, int from, Set<String> filling) {
    return end(words, from, from, 0, filling);
  }

  private int end(List<Word> words, int from, int at, int element, Set<String> filling) {
    if (element == elements.size()) {
      return at;
    }
    return switch (elements.get(element)) {
      case Element.Start s -> startsAt(words, at, filling) ? end(words, from, at, element + 1, filling) : -1;
      case Element.Dash d -> at > 0 && at < words.size() && words.get(at).before() == '-' ? end(words, from, at, element + 1, filling) : -1;
      case Element.Break b -> at > 0 && at < words.size() && words.get(at).afterBreak() ? end(words, from, at, element + 1, filling) : -1;
      case Element.Any any -> free(words, from, at, element) ? end(words, from, at + 1, element + 1, filling) : -1;
      case Element.OneOf word -> free(words, from, at, element) && word.fits(words.get(at)) ? end(words, from, at + 1, element + 1, filling) : -1;
      case Element.Gap gap -> afterGap(words, from, at, element, gap.most(), filling);
    };
  }

  private int afterGap(List<Word> words, int from, int at, int element, int most, Set<String> filling) {
    for (int skipped = 0; skipped <= most && at + skipped <= words.size(); skipped++) {
      int end = end(words, from, at + skipped, element + 1, filling);
      if (end >= 0) {
        return end;
      }
      if (at + skipped >= words.size() || (at + skipped > from && words.get(at + skipped).afterBreak())) {
        return -1;
      }
    }
    return -1;
  }

  /// Whether there is a word here which no mark parts from the pattern's last one, unless the pattern asked for it.
  private boolean free(List<Word> words, int from, int at, int element) {
    return at < words.size() && (at == from || !words.get(at).afterBreak() || (element > 0 && isMark(elements.get(element - 1))));
  }

  private static boolean isMark(Element element) {
    return element instanceof Element.Break || element instanceof Element.Dash;
  }

  private static boolean startsAt(List<Word> words, int at, Set<String> filling) {
    for (int i = at; i >= 0 && i >= at - 2; i--) {
      if (i == 0 || (i < words.size() && words.get(i).afterStrongBreak())) {
        return true;
      }
      if (!filling.contains(words.get(i - 1).key())) {
        return false;
      }
    }
    return false;
  }
}
