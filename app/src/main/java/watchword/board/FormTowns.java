package watchword.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import watchword.core.kind.Language;
import watchword.core.place.Town;
import watchword.core.text.Folding;

/// Which places the sender's form offers, and by which spellings.
///
/// Every reader loads them with the front page, so they have a budget of bytes: half of it for the desk's own places,
/// in the order of its list, the rest for towns, the largest first. A place that is not among them can still be written
/// in words.
final class FormTowns {

  /// Compressed; with it the front page of a busy night stays below 75 KB in every language (`FrontPageWeightTest`).
  static final int BUDGET_BYTES = 2_250;

  /// Of the offline sealer: every town of 500 people of Belarus or Lithuania, two thirds of Ukraine's.
  private static final int OFFLINE = 2_000;

  /// More spellings of one place help few.
  private static final int SPELLINGS = 2;

  private FormTowns() {}

  /// The places of a gazetteer that fit, own ones first.
  static List<Town> of(List<Town> all) {
    List<Town> own = all.stream().filter(Town::own).toList();
    List<Town> towns = largest(all).toList();
    List<Town> chosen = new ArrayList<>(fitting(List.of(), own, towns.isEmpty() ? BUDGET_BYTES : BUDGET_BYTES / 2));
    chosen.addAll(fitting(chosen, towns, BUDGET_BYTES));
    return List.copyOf(chosen);
  }

  /// Every own place, and the largest towns.
  static List<Town> offline(List<Town> all) {
    return Stream.concat(all.stream().filter(Town::own), largest(all).limit(OFFLINE)).toList();
  }

  private static Stream<Town> largest(List<Town> all) {
    return all.stream().filter(town -> !town.own())
        .sorted(Comparator.comparingLong((Town town) -> -town.population()).thenComparing(Town::id));
  }

  /// The longest beginning of `more` that fits behind what is chosen.
  private static List<Town> fitting(List<Town> chosen, List<Town> more, int budget) {
    int least = 0;
    int most = more.size();
    while (least < most) {
      int middle = (least + most + 1) >>> 1;
      List<Town> tried = new ArrayList<>(chosen);
      tried.addAll(more.subList(0, middle));
      if (compressed(tried) <= budget) {
        least = middle;
      } else {
        most = middle - 1;
      }
    }
    return more.subList(0, least);
  }

  /// In the language whose spellings weigh most.
  private static int compressed(List<Town> towns) {
    StringBuilder text = new StringBuilder();
    for (Town town : towns) {
      text.append("[\"").append(town.name()).append("\",").append(latitude(town)).append(',').append(longitude(town)).append(',').append(people(town)).append(",0");
      spellings(town, Language.BE).forEach(spelling -> text.append(",\"").append(spelling).append('"'));
      text.append("],");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] out = new byte[bytes.length + 64];
      return deflater.deflate(out);
    }
  }

  /// A town is kilometres wide: a hundred metres are enough, and half the digits. An own place stays where it is.
  static double latitude(Town town) {
    return town.own() ? town.latitude() : round(town.latitude());
  }

  static double longitude(Town town) {
    return town.own() ? town.longitude() : round(town.longitude());
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1_000) / 1_000.0;
  }

  /// To two digits: the form orders towns by it and reckons from its root how wide they are.
  static long people(Town town) {
    long step = 1;
    while (town.population() / step >= 100) {
      step *= 10;
    }
    return town.population() / step * step;
  }

  /// Other spellings that people of a language's script would type and that do not fold to the name.
  static List<String> spellings(Town town, Language language) {
    String name = Folding.key(town.name());
    Map<String, String> byKey = new LinkedHashMap<>();
    for (String other : town.names()) {
      String key = Folding.key(other);
      if (!key.equals(name) && !key.isEmpty() && (town.own() || inScript(other, language))) {
        byKey.putIfAbsent(key, other);
      }
    }
    return byKey.values().stream().limit(SPELLINGS).toList();
  }

  private static boolean inScript(String name, Language language) {
    boolean cyrillic = name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
    boolean latin = name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    return switch (language) {
      case BE, RU, UK -> cyrillic && !latin;
      case EN, PL, LT -> latin && !cyrillic;
    };
  }
}
