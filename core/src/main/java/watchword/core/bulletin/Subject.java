package watchword.core.bulletin;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;

/// What a bulletin is about.
public sealed interface Subject {

  /// Something that happens, or is said to.
  ///
  /// @param area empty where the place may not be told
  record Happening(Kind kind, Optional<Area> area, Basis basis) implements Subject {}

  /// The answer to a standing question.
  ///
  /// @param claim what is judged, as a clause in each language; alone it would read as a fact, so no format shows it without its likelihood
  /// @param by the last day that counts
  /// @param sentence the whole public sentence, which holds the claim, in the same languages
  record Judged(Map<Language, String> claim, LocalDate by, Map<Language, String> sentence) implements Subject {

    public Judged {
      claim = copy(claim);
      sentence = copy(sentence);
      if (claim.isEmpty() || !claim.keySet().equals(sentence.keySet())) {
        throw new IllegalArgumentException("a judgement has no claim, or claim and sentence are not in the same languages");
      }
      for (Map.Entry<Language, String> said : claim.entrySet()) {
        if (said.getValue().isBlank() || !sentence.getOrDefault(said.getKey(), "").contains(said.getValue())) {
          throw new IllegalArgumentException("a claim is empty or does not stand in its sentence, in " + said.getKey().code());
        }
      }
    }

    /// In the order of the languages, so that what is written from it is the same each time.
    private static Map<Language, String> copy(Map<Language, String> words) {
      Map<Language, String> copy = new EnumMap<>(Language.class);
      copy.putAll(words);
      return Collections.unmodifiableMap(copy);
    }
  }
}
