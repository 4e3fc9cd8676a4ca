package watchword.drill;

import java.util.Map;
import watchword.core.kind.Language;

/// Something of the country with a name in each of its languages.
public interface Named {

  /// The name as it stands alone, by language code.
  Map<String, String> names();

  /// The name as it follows "near", by language code.
  Map<String, String> near();

  default String name(Language language) {
    return word(names(), language);
  }

  default String near(Language language) {
    return word(near(), language);
  }

  private static String word(Map<String, String> words, Language language) {
    String word = words.get(language.code());
    if (word == null) {
      throw new IllegalStateException("the country has a name that is missing in " + language.code());
    }
    return word;
  }
}
