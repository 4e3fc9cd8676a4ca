package watchword.core.report;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.text.Folding;

/// The words by which people tell times, in English, Belarusian, Russian, Ukrainian, Polish and Lithuanian; all folded.
final class TimeWords {

  /// Words that put a length of time before now; Lithuanian puts its word first.
  static final Set<String> AGO = keys("ago", "таму", "назад", "тому", "temu", "prieš");

  /// Now, or a moment ago.
  static final Set<String> NOW = keys(
      "now", "зараз", "цяпер", "сейчас", "щойно", "teraz", "dabar", "ką tik",
      "just now", "толькі што", "только что", "прямо сейчас", "прямо зараз", "przed chwilą", "w tej chwili",
          "przed momentem");

  /// Words that put an hour roughly; "after" belongs here, since people round down.
  static final Set<String> ABOUT = keys(
      "around", "about", "after", "каля", "недзе ў", "гадзін у", "пасля", "около", "часов в", "где-то в", "после",
      "близько", "десь о", "годині о", "після", "około", "koło", "tak po", "po", "apie", "po maždaug");

  /// Words for minutes and hours, whole if they are short, else by how they begin.
  static final Map<String, Integer> UNIT_MINUTES = beginnings(Map.of(
      1, "min minut хв хвіл хвил мин минут",
      60, "hour час часа часов гадзін годин godzin val valand"));

  /// A unit of so many letters may go on.
  static final int BEGINNING = 4;

  /// Numbers that people write as words before an hour or minutes.
  static final Map<String, Integer> NUMBERS = beginnings(Map.of(
      2, "two два дзве две дві dwie du dvi",
      3, "three тры три trzy tris",
      5, "five пяць пять пять п'ять pięć penkias",
      10, "ten дзесяць десять dziesięć dešimt"));

  /// Parts of a day as hours of it, and how many days back they begin: "last night" began yesterday.
  record PartOfDay(int from, int to, int daysBack) {}

  static final Map<String, PartOfDay> PARTS = parts(Map.of(
      new PartOfDay(22, 30, 1),
          "last night; мінулай ноччу; прошлой ночью; минулої ночі; zeszłej nocy; ostatniej nocy; praėjusią naktį; "
          + "praeitą naktį",
      new PartOfDay(17, 24, 1),
          "last evening; yesterday evening; учора ўвечары; вчера вечером; вчора ввечері; wczoraj wieczorem; vakar "
          + "vakare",
      new PartOfDay(4, 12, 0),
          "this morning; in the morning; раніцай; сёння раніцай; утром; сегодня утром; вранці; rano; dziś rano; "
          + "ryte; šį rytą",
      new PartOfDay(11, 18, 0), "in the afternoon; this afternoon; удзень; днём; вдень; po południu; po pietų",
      new PartOfDay(17, 24, 0), "in the evening; this evening; увечары; вечером; ввечері; увечері; wieczorem; vakare"));

  private TimeWords() {}

  private static Set<String> keys(String... words) {
    return Stream.of(words).map(Folding::key).collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, Integer> beginnings(Map<Integer, String> words) {
    return words.entrySet().stream()
        .flatMap(entry -> Folding.tokens(entry.getValue()).stream().distinct()
            .map(word -> Map.entry(word, entry.getKey())))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, PartOfDay> parts(Map<PartOfDay, String> words) {
    return words.entrySet().stream()
        .flatMap(entry -> Stream.of(entry.getValue().split(";"))
            .map(Folding::key).distinct().map(phrase -> Map.entry(phrase, entry.getKey())))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
