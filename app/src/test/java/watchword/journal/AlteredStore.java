package watchword.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import watchword.seal.Bytes;

/// A store whose entries someone changed on the disk.
record AlteredStore(JournalStore store, UnaryOperator<List<StoredEntry>> change) implements JournalStore {

  @Override
  public Bytes mark() {
    return store.mark();
  }

  @Override
  public void append(List<StoredEntry> entries) {
    store.append(entries);
  }

  @Override
  public List<StoredEntry> entries(long from, int limit) {
    return change.apply(store.entries(1, Integer.MAX_VALUE)).stream()
        .filter(entry -> entry.sequence() >= from).limit(limit).toList();
  }

  @Override
  public Optional<StoredEntry> last() {
    return store.last();
  }

  @Override
  public void begin(StoredEpoch epoch, List<StoredShare> shares) {
    store.begin(epoch, shares);
  }

  @Override
  public List<StoredEpoch> epochs() {
    return store.epochs();
  }

  @Override
  public void add(StoredBase base, List<StoredShare> shares) {
    store.add(base, shares);
  }

  @Override
  public List<StoredBase> bases() {
    return store.bases();
  }

  @Override
  public void add(List<StoredShare> shares) {
    store.add(shares);
  }

  @Override
  public Optional<byte[]> share(String name, Bytes holder) {
    return store.share(name, holder);
  }

  @Override
  public void drop(String name) {
    store.drop(name);
  }

  @Override
  public void dropHolder(Function<String, Bytes> tagByName) {
    store.dropHolder(tagByName);
  }

  @Override
  public void cut(int keptEpoch, StoredBase checkpoint, List<StoredShare> shares) {
    store.cut(keptEpoch, checkpoint, shares);
  }

  @Override
  public void close() {
    store.close();
  }
}
