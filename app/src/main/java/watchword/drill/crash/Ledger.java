package watchword.drill.crash;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import watchword.core.report.ReportId;
import watchword.drill.trace.Mark;

/// What the hub said it has, and between which kills it said so.
final class Ledger {
  /// So much of a sealed file tells it from all others: it holds a fresh public key.
  private static final int HEAD_BYTES = 256;
  /// Of a sealed file's head the first bytes are the format's.
  private static final int FORMAT_BYTES = 64;

  private final Map<ReportId, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicInteger kills = new AtomicInteger();

  /// @param kills how many came before it was acknowledged
  /// @param head tells the sealed file
  private record Entry(int kills, Mark head) {}

  void killed() {
    kills.incrementAndGet();
  }

  void acknowledged(ReportId id, byte[] sealed) {
    entries.put(id, new Entry(kills.get(), Mark.bytes(id.hashCode(), "a sealed report", Arrays.copyOfRange(sealed, FORMAT_BYTES, HEAD_BYTES))));
  }

  int size() {
    return entries.size();
  }

  /// Returns what was acknowledged and is not in here.
  List<ReportId> missing(Collection<ReportId> opened) {
    return entries.keySet().stream().filter(id -> !opened.contains(id)).toList();
  }

  /// Returns how many kills came before a report was acknowledged.
  int killsBefore(ReportId id) {
    return entry(id).kills();
  }

  Mark head(ReportId id) {
    return entry(id).head();
  }

  private Entry entry(ReportId id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalArgumentException("a report that was not acknowledged");
    }
    return entry;
  }
}
