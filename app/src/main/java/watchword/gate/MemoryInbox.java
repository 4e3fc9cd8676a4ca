package watchword.gate;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import watchword.seal.Bytes;
import watchword.seal.SealedReport;
import watchword.seal.Term;

/// An inbox that ends with the process.
public final class MemoryInbox implements Inbox {
  private final Seen seen = new Seen();
  private final Map<Item, byte[]> waiting = new HashMap<>();
  private boolean busy;
  private long late;

  @Override
  public synchronized Batch begin() {
    if (busy) {
      throw new IllegalStateException("another batch is open");
    }
    busy = true;
    return new Staged();
  }

  @Override
  public synchronized List<Item> list(int lane) {
    Map<String, Item> byHash = new TreeMap<>();
    waiting.keySet().stream().filter(item -> item.lane() == lane).forEach(item -> byHash.put(item.sha256().toString(), item));
    return List.copyOf(byHash.values());
  }

  @Override
  public synchronized byte[] read(Item item) throws IOException {
    return Optional.ofNullable(waiting.get(item))
        .orElseThrow(() -> new NoSuchElementException("the inbox has no such file"))
        .clone();
  }

  @Override
  public synchronized void remove(Item item) {
    waiting.remove(item);
  }

  @Override
  public synchronized void keepOnly(Collection<Term> terms) {
    seen.keepOnly(terms);
    int before = waiting.size();
    waiting.keySet().removeIf(item -> !seen.contains(item.sha256()));
    late += before - waiting.size();
  }

  @Override
  public synchronized long late() {
    return late;
  }

  private final class Staged implements Batch {
    private final Map<Item, byte[]> files = new HashMap<>();
    private final Map<Bytes, Term> terms = new HashMap<>();

    @Override
    public boolean add(Term term, SealedReport.Outer outer) {
      Bytes sha256 = Hashes.sha256(outer.inner());
      synchronized (MemoryInbox.this) {
        if (seen.contains(sha256) || terms.containsKey(sha256)) {
          return false;
        }
      }
      terms.put(sha256, term);
      files.put(new Item(outer.lane(), sha256), outer.inner().clone());
      return true;
    }

    @Override
    public void commit() {
      synchronized (MemoryInbox.this) {
        terms.forEach((sha256, term) -> seen.add(term, sha256));
        waiting.putAll(files);
      }
      files.clear();
      terms.clear();
    }

    @Override
    public void close() {
      synchronized (MemoryInbox.this) {
        busy = false;
      }
    }
  }
}
