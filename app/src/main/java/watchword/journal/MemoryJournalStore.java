package watchword.journal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import watchword.seal.Bytes;

/// A journal that is gone with its process: for drills.
public final class MemoryJournalStore implements JournalStore {
  private final Bytes mark;
  private final List<StoredEntry> entries = new ArrayList<>();
  private final List<StoredEpoch> epochs = new ArrayList<>();
  private final List<StoredBase> bases = new ArrayList<>();
  private final Map<Place, StoredShare> shares = new LinkedHashMap<>();

  private record Place(String name, Bytes holder) {}

  public MemoryJournalStore(SecureRandom random) {
    byte[] drawn = new byte[32];
    random.nextBytes(drawn);
    mark = Bytes.of(drawn);
  }

  @Override
  public Bytes mark() {
    return mark;
  }

  @Override
  public synchronized void append(List<StoredEntry> added) {
    entries.addAll(added);
  }

  @Override
  public synchronized List<StoredEntry> entries(long from, int limit) {
    if (entries.isEmpty()) {
      return List.of();
    }
    long skipped = Math.clamp(from - entries.getFirst().sequence(), 0, entries.size());
    return entries.subList((int) skipped, entries.size()).stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<StoredEntry> last() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
  }

  @Override
  public synchronized void begin(StoredEpoch epoch, List<StoredShare> added) {
    epochs.add(epoch);
    add(added);
  }

  @Override
  public synchronized List<StoredEpoch> epochs() {
    return List.copyOf(epochs);
  }

  @Override
  public synchronized void add(StoredBase base, List<StoredShare> added) {
    bases.add(base);
    add(added);
  }

  @Override
  public synchronized List<StoredBase> bases() {
    return bases.stream().sorted(Comparator.comparingLong(StoredBase::through).reversed()).toList();
  }

  @Override
  public synchronized void add(List<StoredShare> added) {
    added.forEach(share -> shares.put(new Place(share.name(), share.holder()), share));
  }

  @Override
  public synchronized Optional<byte[]> share(String name, Bytes holder) {
    return Optional.ofNullable(shares.get(new Place(name, holder))).map(StoredShare::sealed);
  }

  @Override
  public synchronized void drop(String name) {
    shares.keySet().removeIf(place -> place.name().equals(name));
  }

  @Override
  public synchronized void dropHolder(Function<String, Bytes> tagByName) {
    shares.keySet().removeIf(place -> place.holder().equals(tagByName.apply(place.name())));
  }

  @Override
  public synchronized void cut(int keptEpoch, StoredBase checkpoint, List<StoredShare> added) {
    entries.removeIf(entry -> entry.sequence() <= checkpoint.through());
    epochs.stream().filter(epoch -> epoch.number() < keptEpoch).forEach(epoch -> drop(ShareName.epoch(epoch.number())));
    epochs.removeIf(epoch -> epoch.number() < keptEpoch);
    bases.stream().filter(base -> base.through() < checkpoint.through()).forEach(base -> drop(base.name()));
    bases.removeIf(base -> base.through() < checkpoint.through());
    add(checkpoint, added);
  }

  @Override
  public void close() {}
}
