package watchword.drill;

import java.util.List;
import java.util.Map;
import watchword.core.kind.Language;

/// What people write, with slots: `phrases.json` as it stands.
///
/// @param general by language code
/// @param kinds by kind and language code
record PhraseBook(
    String format, List<String> languages, Map<String, General> general, Map<String, Map<String, OfKind>> kinds) {

  static PhraseBook builtIn() {
    return DrillFile.read("phrases.json", PhraseBook.class);
  }

  /// Words that fit any kind.
  ///
  /// @param directions eight, from north clockwise
  /// @param mistaken what is really there, and how it is told
  record General(
      Times times,
      List<String> directions,
      List<String> towards,
      List<String> openers,
      List<String> closers,
      List<String> questions,
      List<String> vague,
      Planted planted,
      Map<String, List<String>> mistaken) {}

  /// @param partOfDay night, morning, afternoon, evening
  record Times(List<String> exact, List<String> hour, List<String> ago, List<String> now, List<String> partOfDay) {}

  /// The false alarm: templates passed on word for word, and tellings of them.
  record Planted(List<String> verbatim, List<String> reworded) {}

  record OfKind(List<String> sighting, List<String> denial, List<String> hearsay) {}

  General general(Language language) {
    General words = general.get(language.code());
    if (words == null) {
      throw new IllegalStateException("the phrase book lacks " + language.code());
    }
    return words;
  }

  boolean knows(String kind) {
    return kinds.containsKey(kind);
  }

  OfKind of(String kind, Language language) {
    OfKind words = kinds.getOrDefault(kind, Map.of()).get(language.code());
    if (words == null) {
      throw new IllegalStateException("the phrase book has nothing for " + kind + " in " + language.code());
    }
    return words;
  }
}
