package watchword.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import watchword.journal.BrokenJournalException.Fault;
import watchword.member.Head;
import watchword.seal.Bytes;

/// A store's entries, one following from the other.
final class Chain {
  /// Entries fetched and verified at once: some hundred kilobytes, and work for every processor.
  private static final int BATCH = 512;

  private final JournalStore store;

  Chain(JournalStore store) {
    this.store = store;
  }

  /// Follows the whole chain by hashes alone, and returns its head.
  Head check() {
    Epochs epochs = new Epochs(store.epochs());
    Head at = begin();
    for (List<StoredEntry> batch = batch(at); !batch.isEmpty(); batch = batch(at)) {
      for (StoredEntry entry : batch) {
        requireFollows(at, epochs, entry);
        at = new Head(entry.sequence(), entry.hash());
      }
    }
    long end = at.sequence();
    if (store.bases().stream().anyMatch(base -> base.through() > end)) {
      throw new BrokenJournalException(Fault.MISSING, end + 1);
    }
    return at;
  }

  /// Reads and verifies entries from one to another.
  Stream<Entry> read(Keyring keyring, long from, long to) {
    if (from < 1 || from > to + 1) {
      throw new IllegalArgumentException("there is no journal entry " + from);
    }
    Bytes before = hashAt(from - 1).orElseThrow(() -> new BrokenJournalException(Fault.MISSING, from));
    Iterator<Entry> entries = new Entries(keyring, new Head(from - 1, before), to);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(entries, Spliterator.ORDERED | Spliterator.NONNULL), false);
  }

  /// Returns the chain's hash after an entry, or empty when it is cut or not there.
  Optional<Bytes> hashAt(long sequence) {
    if (sequence == 0) {
      return Optional.of(store.mark());
    }
    return store.entries(sequence, 1).stream()
        .filter(entry -> entry.sequence() == sequence)
        .map(StoredEntry::hash)
        .findFirst()
        .or(() -> store.bases().stream()
            .filter(base -> base.through() == sequence).map(StoredBase::head).findFirst());
  }

  /// Returns where the entries kept begin: the mark, or the base that stands for those cut.
  private Head begin() {
    List<StoredEntry> first = store.entries(1, 1);
    if (!first.isEmpty()) {
      long before = first.getFirst().sequence() - 1;
      return new Head(before, hashAt(before).orElseThrow(() -> new BrokenJournalException(Fault.MISSING, before)));
    }
    return store.bases().stream().findFirst()
        .map(base -> new Head(base.through(), base.head()))
        .orElseGet(() -> new Head(0, store.mark()));
  }

  private List<StoredEntry> batch(Head after) {
    return store.entries(after.sequence() + 1, BATCH);
  }

  private static StoredEpoch requireFollows(Head before, Epochs epochs, StoredEntry entry) {
    if (entry.sequence() != before.sequence() + 1) {
      throw new BrokenJournalException(Fault.MISSING, before.sequence() + 1);
    }
    return epochs.find(entry.epoch())
        .filter(epoch -> EntryForm.follows(before.hash(), epoch, entry))
        .orElseThrow(() -> new BrokenJournalException(Fault.CHAIN, entry.sequence()));
  }

  /// Entries fetched and verified by the batch; a fault is thrown when its entry is reached.
  private final class Entries implements Iterator<Entry> {
    private final Keyring keyring;
    private final Epochs epochs = new Epochs(store.epochs());
    private final long to;
    private Head at;
    private Iterator<Read> fetched = List.<Read>of().iterator();

    private sealed interface Read {}

    private record Good(Entry entry) implements Read {}

    private record Bad(BrokenJournalException fault) implements Read {}

    Entries(Keyring keyring, Head before, long to) {
      this.keyring = keyring;
      this.at = before;
      this.to = to;
    }

    @Override
    public boolean hasNext() {
      return fetched.hasNext() || at.sequence() < to;
    }

    @Override
    public Entry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (!fetched.hasNext()) {
        fetched = fetch().iterator();
      }
      return switch (fetched.next()) {
        case Good(Entry entry) -> entry;
        case Bad(BrokenJournalException fault) -> throw fault;
      };
    }

    private List<Read> fetch() {
      List<StoredEntry> rows = store.entries(at.sequence() + 1, (int) Math.min(BATCH, to - at.sequence()));
      if (rows.isEmpty()) {
        throw new BrokenJournalException(Fault.MISSING, at.sequence() + 1);
      }
      List<Head> befores = new ArrayList<>();
      for (StoredEntry row : rows) {
        befores.add(at);
        at = new Head(row.sequence(), row.hash());
      }
      return IntStream.range(0, rows.size()).parallel().mapToObj(i -> read(befores.get(i), rows.get(i))).toList();
    }

    private Read read(Head before, StoredEntry row) {
      try {
        StoredEpoch epoch = requireFollows(before, epochs, row);
        byte[] key = keyring.secret(ShareName.epoch(epoch.number()))
            .orElseThrow(() -> new BrokenJournalException(Fault.LOCKED, row.sequence()));
        try {
          return new Good(EntryForm.read(before.hash(), epoch, key, row));
        } finally {
          Arrays.fill(key, (byte) 0);
        }
      } catch (BrokenJournalException fault) {
        return new Bad(fault);
      }
    }
  }
}
