package watchword.core.statement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads a lexicon: `# note`, `[section]`, and in each section one cue a line.
///
/// A cue is words with blanks between. `sto*` is any word that begins so, `*ing` one that ends so, `ne*dama` both; `may|might` is either; `_` is any word, `..` up to four of one clause, `...` up to twelve, `,` a comma or
/// more, `--` a dash, `^` the beginning of a sentence; `<name>` is a word of the section `[=name]`, which stands further up. Everything is folded before it is compared. The other sections are [Family]'s, and
/// lists of single words: `common`, `filling` and what [Endings] asks for; endings are compared as they are spelled, in small letters.
final class LexiconFormat {

  private static final List<String> ENDINGS = List.of("past", "not-past", "future", "not-future", "prefix", "present", "we", "imperative", "not-imperative", "preposition");

  private static final int NEAR = 4;
  private static final int FAR = 12;

  private final String language;
  private final Map<String, List<Element.Spelling>> lists = new HashMap<>();
  private final Map<Family, Set<List<Element>>> cues = new EnumMap<>(Family.class);
  private final Map<String, Set<String>> words = new HashMap<>();
  private String section = "";

  private LexiconFormat(String language) {
    this.language = language;
  }

  /// @throws IllegalArgumentException with the line, where it is not so
  static Lexicon read(String language, String text) {
    LexiconFormat reading = new LexiconFormat(language);
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      try {
        reading.line(line.strip());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(language + ".txt, line " + number + ": " + e.getMessage(), e);
      }
    }
    return reading.lexicon();
  }

  private void line(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("[")) {
      section = line.substring(1, line.length() - 1);
      return;
    }
    if (section.startsWith("=")) {
      lists.computeIfAbsent(section.substring(1), key -> new ArrayList<>()).addAll(spellings(line));
    } else if (ENDINGS.contains(section)) {
      lists.computeIfAbsent(section, key -> new ArrayList<>()).addAll(spellings(line, Word::plain));
    } else if (section.equals("common") || section.equals("filling")) {
      words.computeIfAbsent(section, key -> new LinkedHashSet<>()).addAll(spellings(line).stream().map(Element.Spelling::begin).toList());
    } else {
      cues.computeIfAbsent(family(), key -> new LinkedHashSet<>()).add(elements(line));
    }
  }

  private Family family() {
    for (Family family : Family.values()) {
      if (name(family).equals(section)) {
        return family;
      }
    }
    throw new IllegalArgumentException("there is no section [" + section + "]");
  }

  /// The section of a family.
  static String name(Family family) {
    StringBuilder name = new StringBuilder();
    family.name().chars().forEach(c -> name.append(c == '_' ? '-' : (char) (c + 'a' - 'A')));
    return name.toString();
  }

  private List<Element> elements(String line) {
    List<Element> elements = new ArrayList<>();
    for (String part : line.split(" +", -1)) {
      elements.add(switch (part) {
        case "^" -> new Element.Start();
        case "," -> new Element.Break();
        case "--" -> new Element.Dash();
        case ".." -> new Element.Gap(NEAR);
        case "..." -> new Element.Gap(FAR);
        case "_" -> new Element.Any();
        default -> new Element.OneOf(part.startsWith("<") ? list(part.substring(1, part.length() - 1)) : spellings(part.replace('|', ' ')));
      });
    }
    return elements;
  }

  private List<Element.Spelling> list(String name) {
    List<Element.Spelling> list = lists.get(name);
    if (list == null) {
      throw new IllegalArgumentException("there is no list [=" + name + "] above");
    }
    return list;
  }

  private static List<Element.Spelling> spellings(String line) {
    return spellings(line, WordCutter::key);
  }

  private static List<Element.Spelling> spellings(String line, UnaryOperator<String> folded) {
    List<Element.Spelling> spellings = new ArrayList<>();
    for (String part : line.split(" +", -1)) {
      int star = part.indexOf('*');
      String begin = folded.apply(star < 0 ? part : part.substring(0, star));
      String end = star < 0 ? "" : folded.apply(part.substring(star + 1));
      if (begin.isEmpty() && end.isEmpty()) {
        throw new IllegalArgumentException("no letter in " + part);
      }
      spellings.add(new Element.Spelling(begin, end, star < 0));
    }
    return spellings;
  }

  private Lexicon lexicon() {
    List<Pattern> patterns = new ArrayList<>();
    new LinkedHashMap<>(cues).forEach((family, all) -> all.forEach(elements -> patterns.add(new Pattern(family, elements))));
    Endings endings = new Endings(ending(0), ending(1), ending(2), ending(3), ending(4), ending(5), ending(6), ending(7), ending(8), ending(9));
    return new Lexicon(language, words.getOrDefault("common", Set.of()), words.getOrDefault("filling", Set.of()), endings, patterns);
  }

  private List<Element.Spelling> ending(int which) {
    return List.copyOf(lists.getOrDefault(ENDINGS.get(which), List.of()));
  }
}
