package watchword.core.place;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.text.Folding;

/// Words that are also names of towns, and far more often just words.
///
/// "The bridge (мост) was blown up" says nothing of Mosty. A town of such a name is not read out of a text; a place of the desk's own list is.
final class EverydayWords {

  private static final Set<String> STEMS = Stream.of(
          // Russian, Belarusian, Ukrainian
          "мост", "мосты", "масты", "мир", "мір", "свет", "береза", "бяроза", "лес", "леса", "ліс", "поле", "поля", "луг", "луга", "гора", "горы", "горка",
          "озеро", "озера", "озёры", "возера", "река", "рака", "берег", "камень", "остров", "острова", "дорога", "дарога", "шлях", "вокзал", "станция", "завод",
          "город", "горад", "село", "сяло", "село", "дом", "двор", "пост", "посты", "граница", "война", "победа", "воля", "правда", "слава", "звезда",
          "заря", "весна", "лето", "зима", "утро", "новое", "новая", "старое", "старая", "красная", "красное", "белая", "белое", "большая", "малая", "верхняя",
          "глубокое", "светлое", "высокое", "свободный", "мирный", "первое", "центральный", "северный", "южный", "восточный", "западный", "школа", "церковь",
          "площадь", "октябрьский", "первомайское", "советский", "рота", "полк", "танк", "колонна", "база", "хутор", "ключи", "стол", "лидер", "вера", "роман",
          "машина", "дверь", "окно", "люди", "солдат", "военный", "вода", "огонь", "дым", "ночь", "день", "час", "рука", "голова", "деревня", "вёска", "вулиця", "улица",
          // Polish, Lithuanian
          "las", "lasy", "most", "dom", "pole", "droga", "granica", "góra", "rzeka", "jezioro", "miasto", "nowe", "stare", "wola", "kamień", "ostrów", "wieś",
          "miškas", "tiltas", "kelias", "kalnas", "miestas", "upė", "ežeras", "namai",
          // English
          "bridge", "church", "college", "field", "forest", "green", "hill", "home", "hope", "lake", "mill", "mobile", "nice", "normal", "orange", "police",
          "reading", "march", "bath", "battle", "deal", "river", "road", "school", "split", "station", "street", "tank", "union", "victory", "water", "wood",
          "north", "south", "east", "west", "center", "centre", "central", "column", "border", "troy", "grad", "airport")
      .map(Folding::key)
      .flatMap(word -> Stream.concat(Stream.of(word), Declension.stems(word).stream()))
      .collect(Collectors.toUnmodifiableSet());

  private EverydayWords() {}

  /// Whether a folded name shares its stem with an everyday word.
  static boolean contain(String name) {
    return STEMS.contains(name) || Declension.stems(name).stream().anyMatch(STEMS::contains);
  }

  /// Whether a word of a text is a form of an everyday word.
  static boolean containForm(String token) {
    return STEMS.contains(token) || Declension.stemsOf(token).stream().anyMatch(STEMS::contains);
  }
}
