package watchword.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Standing questions, as the journal's entries fold.
///
/// A step that does not fit is kept and changes nothing: no entry of one member keeps the others from the journal.
final class QuestionBook {

  private final Map<String, Inquiry> questions = new LinkedHashMap<>();
  private final List<Entry.Questioned> entries = new ArrayList<>();

  void apply(Entry.Questioned entry) {
    entries.add(entry);
    try {
      questions.put(entry.question(), after(entry));
    } catch (IllegalArgumentException _) {
      // said above
    }
  }

  /// What a step would make of its question.
  ///
  /// @throws IllegalArgumentException that says why it cannot be taken
  Inquiry after(Entry.Questioned entry) {
    return find(entry.question()).map(known -> known.with(entry)).orElseGet(() -> Inquiry.of(entry));
  }

  Optional<Inquiry> find(String id) {
    return Optional.ofNullable(questions.get(id));
  }

  /// All of them, in the order in which they were first put.
  Collection<Inquiry> all() {
    return Collections.unmodifiableCollection(questions.values());
  }

  /// Everything in its order, for a checkpoint.
  List<Entry.Questioned> entries() {
    return Collections.unmodifiableList(entries);
  }
}
