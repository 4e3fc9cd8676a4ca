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
import watchword.seal.Epoch;
import watchword.seal.SealedReport;

/// An inbox that ends with the process.
public final class MemoryInbox implements Inbox {
  private final Seen seen = new Seen();
  private final Map<Item, byte[]> waiting = new HashMap<>();
  private boolean busy;

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
  public synchronized void keepOnly(Collection<Epoch> epochs) {
    seen.keepOnly(epochs);
  }

  private final class Staged implements Batch {
    private final Map<Item, byte[]> files = new HashMap<>();
    private final Map<Bytes, Epoch> epochs = new HashMap<>();

    @Override
    public boolean add(Epoch epoch, SealedReport.Outer outer) {
      Bytes sha256 = Hashes.sha256(outer.inner());
      synchronized (MemoryInbox.this) {
        if (seen.contains(sha256) || epochs.containsKey(sha256)) {
          return false;
        }
      }
      epochs.put(sha256, epoch);
      files.put(new Item(outer.lane(), sha256), outer.inner().clone());
      return true;
    }

    @Override
    public void commit() {
      synchronized (MemoryInbox.this) {
        epochs.forEach((sha256, epoch) -> seen.add(epoch, sha256));
        waiting.putAll(files);
      }
      files.clear();
      epochs.clear();
    }

    @Override
    public void close() {
      synchronized (MemoryInbox.this) {
        busy = false;
      }
    }
  }
}
