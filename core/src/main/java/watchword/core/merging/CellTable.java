package watchword.core.merging;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is kept of each cell, by its mixed key ([Survey#key]): an open table, since cells are asked for dozens of times a node.
final class CellTable<T> {

  private static final int FIRST_SLOTS = 1 << 6;

  private long[] keys = new long[FIRST_SLOTS];
  private @Nullable Object[] values = new Object[FIRST_SLOTS];
  private int used;

  int size() {
    return used;
  }

  Optional<T> find(long key) {
    return Optional.ofNullable(value(slot(key)));
  }

  /// What is kept under a key, made where nothing is yet.
  T at(long key, Supplier<T> made) {
    int slot = slot(key);
    T kept = value(slot);
    return kept == null ? put(slot, key, made.get()) : kept;
  }

  void remove(long key) {
    int mask = keys.length - 1;
    int at = slot(key);
    if (values[at] == null) {
      return;
    }
    values[at] = null;
    used--;
    // Those behind it may have been put off from where it stood.
    for (at = (at + 1) & mask; values[at] != null; at = (at + 1) & mask) {
      T kept = of(values[at]);
      values[at] = null;
      used--;
      if (kept != null) {
        put(slot(keys[at]), keys[at], kept);
      }
    }
  }

  void removeIf(Predicate<T> gone) {
    long[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new long[oldKeys.length];
    values = new Object[oldKeys.length];
    used = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      T kept = of(oldValues[i]);
      if (kept != null && !gone.test(kept)) {
        put(slot(oldKeys[i]), oldKeys[i], kept);
      }
    }
  }

  private T put(int slot, long key, T value) {
    keys[slot] = key;
    values[slot] = value;
    if (++used > keys.length / 2) {
      grow();
    }
    return value;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new Object[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /// Where a key stands, or may be put: a slot without a value is empty. Only the uppermost bits of a key are mixed.
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key >>> Long.numberOfLeadingZeros(mask));
    while (values[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private @Nullable T value(int slot) {
    return of(values[slot]);
  }

  @SuppressWarnings("unchecked")
  private @Nullable T of(@Nullable Object value) {
    return (T) value;
  }
}
