package watchword.core.statement;

import java.util.List;

/// What a verb's form tells of its time and its doer, by beginnings and endings; rough, since no dictionary stands behind it.
///
/// @param past forms that are past, `notPast` those that only look so
/// @param future forms that are future whatever they begin with
/// @param prefixes beginnings that make a present form a future one (the Slavic languages)
/// @param present endings of such forms
/// @param we endings that say "we" or "I"
/// @param imperative endings of a call
/// @param prepositions words before which no verb stands
record Endings(List<Element.Spelling> past, List<Element.Spelling> notPast, List<Element.Spelling> future, List<Element.Spelling> notFuture, List<Element.Spelling> prefixes,
    List<Element.Spelling> present, List<Element.Spelling> we, List<Element.Spelling> imperative, List<Element.Spelling> notImperative, List<Element.Spelling> prepositions) {

  private static final int SHORTEST = 3;

  boolean isPast(Word word) {
    return word.plain().length() >= SHORTEST && any(past, word) && !any(notPast, word);
  }

  boolean isFuture(Word word) {
    return isSurelyFuture(word) || (word.plain().length() > SHORTEST + 1 && !any(notFuture, word) && prefixes.stream().anyMatch(prefix -> word.plain().startsWith(prefix.begin())) && any(present, word));
  }

  boolean isSurelyFuture(Word word) {
    return any(future, word);
  }

  boolean isPreposition(Word word) {
    return any(prepositions, word);
  }

  /// Whether the doer of a future form speaks.
  boolean isOwn(Word word) {
    return any(we, word);
  }

  boolean isImperative(Word word) {
    return any(imperative, word) && !any(notImperative, word);
  }

  private static boolean any(List<Element.Spelling> spellings, Word word) {
    for (Element.Spelling spelling : spellings) {
      if (spelling.fits(word.plain())) {
        return true;
      }
    }
    return false;
  }
}
