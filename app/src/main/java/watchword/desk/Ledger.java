package watchword.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Where entries are kept, in order.
public interface Ledger {

  /// Keeps an entry; returns once it is safe.
  ///
  /// @param author a member's pseudonym, or `desk` for what happens unattended
  void append(String author, Entry entry);

  /// Hands over every entry from the first on.
  void replay(Consumer<Entry> consumer);

  /// Says whether this reads from as far back as any member could; where it does not, an entry that it cannot open may name what no other does.
  default boolean whole() {
    return true;
  }

  /// Returns what an unlocked member's own keys open, from the first entry on, where that is less than what the desk reads by.
  ///
  /// Empty where the member reads from as far back as the desk does; a ledger without keys keeps nothing from anybody.
  default Optional<List<Entry>> sight(String member) {
    return Optional.empty();
  }

  /// Returns whose word counts beside this member's own at this time; a ledger without a directory does not know, and anybody else's does.
  default Optional<Set<String>> voices(String member, Instant now) {
    return Optional.empty();
  }
}
