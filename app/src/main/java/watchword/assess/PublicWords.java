package watchword.assess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import watchword.core.assessment.Confidence;
import watchword.core.assessment.SentenceWords;
import watchword.core.assessment.SentenceWords.Founded;
import watchword.core.bulletin.Likelihood;
import watchword.core.kind.Language;

/// The words of public sentences. Words of likelihood are the board's own, so that a bulletin and a judgement never differ in them.
public final class PublicWords {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<Language, SentenceWords> ALL = all();

  private PublicWords() {}

  public static SentenceWords of(Language language) {
    SentenceWords words = ALL.get(language);
    if (words == null) {
      throw new IllegalStateException("no words in " + language.code());
    }
    return words;
  }

  private static Map<Language, SentenceWords> all() {
    JsonNode file = read("/watchword/assess/words.json");
    JsonNode board = read("/watchword/board/words.json").required("likelihood");
    Map<Language, SentenceWords> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<Likelihood, String> terms = new EnumMap<>(Likelihood.class);
      texts(board, Likelihood.class, language).forEach((word, text) -> terms.put(word, within(text)));
      all.put(language, new SentenceWords(
          language,
          texts(file.required("lead"), Likelihood.class, language),
          terms,
          text(file, "confidence", language),
          texts(file.required("level"), Confidence.class, language),
          texts(file.required("founded"), Founded.class, language),
          text(file, "before", language),
          text(file, "change", language),
          text(file, "date", language),
          list(file, "months", language),
          list(file, "likely", language),
          list(file, "confident", language)));
    }
    return all;
  }

  /// As it stands within a sentence: the board begins a line with it.
  private static String within(String word) {
    return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }

  private static String text(JsonNode file, String key, Language language) {
    return file.required(key).required(language.code()).asText();
  }

  private static List<String> list(JsonNode file, String key, Language language) {
    List<String> texts = new ArrayList<>();
    file.required(key).required(language.code()).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static <E extends Enum<E>> Map<E, String> texts(JsonNode section, Class<E> keys, Language language) {
    Map<E, String> texts = new EnumMap<>(keys);
    for (E key : keys.getEnumConstants()) {
      texts.put(key, text(section, key.name(), language));
    }
    return texts;
  }

  private static JsonNode read(String resource) {
    try (InputStream in = PublicWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program was packed without " + resource);
      }
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
