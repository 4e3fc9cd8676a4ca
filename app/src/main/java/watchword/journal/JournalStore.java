package watchword.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import watchword.seal.Bytes;

/// Keeps a journal's rows; it sees ciphertext only.
///
/// Each writing method is one transaction, durable when it returns, and leaves nothing when it fails. What is dropped or
/// cut is gone from the store's files as far as a file system can be asked (spec/journal.md, "Destroyed"). One process
/// has a store open; its methods may be called from any thread.
public interface JournalStore extends AutoCloseable {

  /// Returns the journal's mark: 32 random bytes, the same for good.
  Bytes mark();

  void append(List<StoredEntry> entries);

  /// Returns up to `limit` entries from this one on, in order.
  List<StoredEntry> entries(long from, int limit);

  Optional<StoredEntry> last();

  void begin(StoredEpoch epoch, List<StoredShare> shares);

  /// Returns the epochs in order of their numbers.
  List<StoredEpoch> epochs();

  void add(StoredBase base, List<StoredShare> shares);

  /// Returns the bases, the one that reaches furthest first.
  List<StoredBase> bases();

  /// Adds shares; one of the same name and holder is replaced.
  void add(List<StoredShare> shares);

  Optional<byte[]> share(String name, Bytes holder);

  /// Drops all shares of a name.
  void drop(String name);

  /// Drops all shares of a holder, whose tag differs by name.
  void dropHolder(Function<String, Bytes> tagByName);

  /// Puts the checkpoint in the place of all entries up to its own, of epochs before `keptEpoch` and of bases that reach
  /// less far, with their shares.
  void cut(int keptEpoch, StoredBase checkpoint, List<StoredShare> shares);

  @Override
  void close();
}
