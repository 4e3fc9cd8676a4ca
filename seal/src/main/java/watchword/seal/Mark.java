package watchword.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/// Sixteen bytes in a drop that say one thing of one mailbox, to whoever holds its tag (spec/drop.md, "Marks").
///
/// Another in every drop: to all others it is noise, as those are that fill the list.
enum Mark {
  /// The desk has opened a report with this mailbox.
  OPENED,
  /// Its reports are destroyed, as their sender asked.
  DESTROYED,
  /// Stands before the cell with a reply to it.
  CELL;

  static final int LENGTH = 16;

  Bytes of(Bytes tag, long quarter) {
    byte[] label = Hashes.ascii("watchword.drop/1 " + name().toLowerCase(Locale.ROOT) + "\n");
    byte[] hash = Hashes.sha256(label, tag.toArray(), ByteBuffer.allocate(Integer.BYTES).putInt((int) quarter).array()).toArray();
    return Bytes.of(Arrays.copyOf(hash, LENGTH));
  }
}
