package watchword.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import watchword.core.bulletin.Basis;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Status;
import watchword.core.kind.Language;

/// The words of `words.json` in one language; every public sentence comes from here.
///
/// Loading refuses a file that lacks a word in a language or has one nobody says.
record Words(
    Language language,
    String languageName,
    List<String> months,
    Map<Status, String> status,
    Map<Status, String> means,
    Map<Status, String> headline,
    Map<Status, String> change,
    Map<Likelihood, String> likelihood,
    Map<Basis, String> basis,
    Map<Phrase, String> phrases) {

  private static final int MONTHS = 12;

  /// A judgement says itself what would change it.
  static final EnumSet<Status> CHANGED_BY_RULE = EnumSet.complementOf(EnumSet.of(Status.JUDGED));

  private static final JsonNode FILE = read();
  private static final Map<Language, Words> ALL = all();

  static Words of(Language language) {
    return get(ALL, language);
  }

  /// The phrase with its slots filled: name, value, name, value …
  String say(Phrase phrase, String... slots) {
    return fill(get(phrases, phrase), slots);
  }

  String status(Status status) {
    return get(this.status, status);
  }

  String means(Status status) {
    return get(means, status);
  }

  String headline(Status status, String what) {
    return fill(get(headline, status), "what", what);
  }

  String change(Status status) {
    return get(change, status);
  }

  String basis(Basis basis) {
    return get(this.basis, basis);
  }

  /// A word of likelihood never stands without its range.
  String likelihood(Likelihood word) {
    return say(
        Phrase.RANGE,
        "word", get(likelihood, word),
        "from", Integer.toString(word.fromPercent()),
        "to", Integer.toString(word.toPercent()));
  }

  /// Words that members wrote in several languages: this one's, or those of the first they wrote in, which are named for what they are.
  String own(Map<Language, String> several) {
    Language told = told(several.keySet());
    return (told == language ? "" : "[" + of(told).languageName() + "] ") + get(several, told);
  }

  /// In which of these languages it is told to who reads this one.
  Language told(Set<Language> written) {
    return written.contains(language) ? language : written.stream().min(Comparator.naturalOrder()).orElseThrow();
  }

  /// Fills slots from left to right, so that a slot in a value stays as it is.
  static String fill(String template, String... slots) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from < template.length()) {
      int brace = template.indexOf('{', from);
      int end = template.indexOf('}', brace + 1);
      if (brace < 0 || end < 0) {
        break;
      }
      out.append(template, from, brace).append(value(template.substring(brace + 1, end), slots));
      from = end + 1;
    }
    return out.append(template, from, template.length()).toString();
  }

  private static String value(String name, String... slots) {
    for (int i = 0; i < slots.length; i += 2) {
      if (slots[i].equals(name)) {
        return slots[i + 1];
      }
    }
    throw new IllegalArgumentException("nothing fills the slot {" + name + "}");
  }

  private static <K, V> V get(Map<K, V> map, K key) {
    V value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("no words for " + key);
    }
    return value;
  }

  private static Map<Language, Words> all() {
    Map<Language, Words> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      List<String> months = new ArrayList<>();
      FILE.required("months").required(language.code()).forEach(month -> months.add(month.asText()));
      if (months.size() != MONTHS) {
        throw new IllegalStateException("words.json has " + months.size() + " months in " + language.code());
      }
      all.put(language, new Words(
          language,
          FILE.required("languages").required(language.code()).asText(),
          List.copyOf(months),
          section("status", EnumSet.allOf(Status.class), language),
          section("means", EnumSet.allOf(Status.class), language),
          section("headline", EnumSet.allOf(Status.class), language),
          section("change", CHANGED_BY_RULE, language),
          section("likelihood", EnumSet.allOf(Likelihood.class), language),
          section("basis", EnumSet.allOf(Basis.class), language),
          section("phrase", EnumSet.allOf(Phrase.class), language)));
    }
    return all;
  }

  private static <E extends Enum<E>> Map<E, String> section(String name, EnumSet<E> keys, Language language) {
    JsonNode section = FILE.required(name);
    Map<E, String> words = new HashMap<>();
    for (E key : keys) {
      words.put(key, section.required(key.name()).required(language.code()).asText());
    }
    Set<String> named = words.keySet().stream().map(Enum::name).collect(Collectors.toSet());
    section.fieldNames().forEachRemaining(field -> {
      if (!named.contains(field)) {
        throw new IllegalStateException("words.json has " + name + "." + field + ", which nobody says");
      }
    });
    return Map.copyOf(words);
  }

  private static JsonNode read() {
    try (InputStream in = Words.class.getResourceAsStream("words.json")) {
      if (in == null) {
        throw new IllegalStateException("words.json is missing");
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("words.json cannot be read", e);
    }
  }
}
