package watchword.core.kind;

import java.util.Optional;

/// A language the desk, the sender's form and the board speak.
public enum Language {
  EN("en"),
  BE("be"),
  RU("ru"),
  UK("uk"),
  PL("pl"),
  LT("lt");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /// The ISO 639-1 code.
  public String code() {
    return code;
  }

  public static Optional<Language> find(String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
