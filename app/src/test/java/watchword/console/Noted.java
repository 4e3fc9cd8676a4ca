package watchword.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import watchword.desk.Entry;
import watchword.desk.Ledger;

/// A ledger a test can read.
final class Noted implements Ledger {

  private final List<Entry> entries = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();

  @Override
  public synchronized void append(String author, Entry entry) {
    authors.add(author);
    entries.add(entry);
  }

  @Override
  public synchronized void replay(Consumer<Entry> consumer) {
    entries.forEach(consumer);
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  synchronized Entry last() {
    return entries.getLast();
  }

  synchronized String lastAuthor() {
    return authors.getLast();
  }
}
