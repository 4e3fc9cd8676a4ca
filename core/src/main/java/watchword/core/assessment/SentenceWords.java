package watchword.core.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import watchword.core.bulletin.Likelihood;
import watchword.core.kind.Language;

/// The words of public sentences in one language; they come in as data.
///
/// @param leads for each word of likelihood the sentence, with the slots `{term}`, `{range}`, `{claim}` and `{date}`
/// @param terms the words of likelihood as they stand within a sentence; the same the board shows
/// @param confidence the sentence, with `{level}` and `{basis}`
/// @param before what was judged earlier, with `{date}`, `{term}` and `{range}`
/// @param change what would change it, with `{change}`
/// @param date with `{day}`, `{month}` and `{year}`
/// @param months twelve, as they stand in a date
/// @param likelyStems beginnings of words that speak of likelihood
/// @param confidentStems beginnings of words that speak of confidence
public record SentenceWords(
    Language language, Map<Likelihood, String> leads, Map<Likelihood, String> terms, String confidence, Map<Confidence, String> levels,
    Map<Founded, String> founded,
    String before, String change, String date, List<String> months, List<String> likelyStems, List<String> confidentStems) {

  /// On what a judgement rests, in words that tell no number of reports.
  public enum Founded {
    BASE_RATE,
    TRIFLES,
    ONE_ORIGIN,
    TWO_ORIGINS,
    SEVERAL_ORIGINS,
    RESTS_ON_ONE;

    static Founded of(Assessment computed) {
      int origins = computed.independentOrigins();
      if (origins == 0) {
        return computed.trifles() == 0 ? BASE_RATE : TRIFLES;
      }
      if (origins == 1) {
        return ONE_ORIGIN;
      }
      return computed.restsOnOne() ? RESTS_ON_ONE : origins == 2 ? TWO_ORIGINS : SEVERAL_ORIGINS;
    }
  }

  public SentenceWords {
    leads = Map.copyOf(leads);
    terms = Map.copyOf(terms);
    levels = Map.copyOf(levels);
    founded = Map.copyOf(founded);
    months = List.copyOf(months);
    likelyStems = List.copyOf(likelyStems);
    confidentStems = List.copyOf(confidentStems);
    for (Likelihood likelihood : Likelihood.values()) {
      slots(language, said(leads, likelihood), "{term} ({range})", "{claim}", "{date}");
      Checks.said(said(terms, likelihood), "a word of likelihood in " + language.code());
    }
    slots(language, confidence, "{level}", "{basis}");
    slots(language, before, "{date}", "{term} ({range})");
    slots(language, change, "{change}");
    slots(language, date, "{day}", "{month}", "{year}");
    if (months.size() != 12 || likelyStems.isEmpty() || confidentStems.isEmpty() || levels.size() != Confidence.values().length
        || founded.size() != Founded.values().length) {
      throw new IllegalArgumentException("words for public sentences are missing in " + language.code());
    }
  }

  private static void slots(Language language, String template, String... slots) {
    for (String slot : slots) {
      if (template.indexOf(slot) < 0 || template.indexOf(slot) != template.lastIndexOf(slot)) {
        throw new IllegalArgumentException("a sentence in " + language.code() + " does not hold " + slot + " once: " + template);
      }
    }
  }

  private static <K> String said(Map<K, String> words, K key) {
    String word = words.get(key);
    if (word == null) {
      throw new IllegalArgumentException("there is no word for " + key);
    }
    return word;
  }

  String judged(Likelihood likelihood, String claim, LocalDate by) {
    return fill(said(leads, likelihood), "term", said(terms, likelihood), "range", range(likelihood), "claim", claim, "date", date(by));
  }

  String confident(Confidence level, Founded basis) {
    return fill(confidence, "level", said(levels, level), "basis", said(founded, basis));
  }

  String earlier(LocalDate on, Likelihood likelihood) {
    return fill(before, "date", date(on), "term", said(terms, likelihood), "range", range(likelihood));
  }

  String changing(String text) {
    return fill(change, "change", text);
  }

  static String range(Likelihood likelihood) {
    return likelihood.fromPercent() + "–" + likelihood.toPercent() + " %";
  }

  private String date(LocalDate date) {
    return fill(this.date, "day", Integer.toString(date.getDayOfMonth()), "month", months.get(date.getMonthValue() - 1), "year",
        Integer.toString(date.getYear()));
  }

  /// Fills slots from left to right, so that a slot in a value stays as it is.
  private static String fill(String template, String... slots) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from < template.length()) {
      int next = template.length();
      int slot = -1;
      for (int i = 0; i < slots.length; i += 2) {
        int at = template.indexOf("{" + slots[i] + "}", from);
        if (at >= 0 && at < next) {
          next = at;
          slot = i;
        }
      }
      out.append(template, from, next);
      if (slot < 0) {
        break;
      }
      out.append(slots[slot + 1]);
      from = next + slots[slot].length() + 2;
    }
    return out.toString();
  }
}
