package watchword.desk;

import java.util.function.Consumer;

/// Where entries are kept, in order.
public interface Ledger {

  /// Keeps an entry; returns once it is safe.
  ///
  /// @param author a member's pseudonym, or `desk` for what happens unattended
  void append(String author, Entry entry);

  /// Hands over every entry from the first on.
  void replay(Consumer<Entry> consumer);
}
