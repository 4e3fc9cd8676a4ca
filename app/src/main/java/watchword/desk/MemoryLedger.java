package watchword.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Keeps entries as long as the process runs: for tests and simulations.
public final class MemoryLedger implements Ledger {

  private final List<Entry> entries = new ArrayList<>();

  @Override
  public synchronized void append(String author, Entry entry) {
    entries.add(entry);
  }

  @Override
  public synchronized void replay(Consumer<Entry> consumer) {
    entries.forEach(consumer);
  }
}
