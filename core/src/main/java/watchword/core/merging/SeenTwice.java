package watchword.core.merging;

import java.util.Arrays;

/// Which of many odd numbers came more than once, in an open table of longs: ten million are 128 MB.
///
/// Odd, because then 0 is an empty slot and the last bit is free to tell that a number came again (it is 0 then).
public final class SeenTwice {

  private static final long ODD = 1;

  private long[] slots = new long[1 << 10];
  private int used;
  private boolean any;

  /// Notes a number.
  ///
  /// @throws IllegalArgumentException if it is even
  public void add(long odd) {
    if ((odd & ODD) == 0) {
      throw new IllegalArgumentException("the number is even");
    }
    int slot = slot(odd);
    if (slots[slot] == 0) {
      slots[slot] = odd;
      if (++used > slots.length / 5 * 3) {
        grow();
      }
    } else {
      slots[slot] = odd & ~ODD;
      any = true;
    }
  }

  /// Whether any number came again.
  public boolean any() {
    return any;
  }

  /// Whether this one did.
  public boolean contains(long odd) {
    long kept = slots[slot(odd)];
    return kept != 0 && (kept & ODD) == 0;
  }

  private int slot(long number) {
    int mask = slots.length - 1;
    long mixed = (number | ODD) * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (slots[slot] != 0 && (slots[slot] | ODD) != (number | ODD)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    Arrays.stream(old).filter(number -> number != 0).forEach(number -> slots[slot(number)] = number);
  }
}
