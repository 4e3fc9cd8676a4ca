package watchword.core.corroboration;

import java.util.Arrays;

/// Which numbers stand behind a hash, at most so many each: an index that a million texts are looked up in.
///
/// Plain arrays, since boxing each hash costs more than all else that is done with it. Hashes come mixed (`Words`), so that their lowest bits will do.
final class Postings {

  private static final int FEW = 1 << 10;

  /// At most half of the places are taken.
  private static final int ROOM = 2;

  private final int most;
  private long[] keys = new long[FEW];

  /// Where a key's newest entry stands, plus one; zero where the place is free.
  private int[] heads = new int[FEW];

  private int[] values = new int[FEW];
  private int[] nexts = new int[FEW];
  private int distinct;
  private int entries;

  /// @param most later numbers of one hash are not kept
  Postings(int most) {
    this.most = most;
  }

  /// The newest entry of a hash, to be followed by [#next], or −1.
  int newest(long key) {
    return heads[place(key)] - 1;
  }

  /// The entry before, or −1.
  int next(int entry) {
    return nexts[entry];
  }

  int value(int entry) {
    return values[entry];
  }

  void add(long key, int value) {
    int place = place(key);
    int held = 0;
    for (int entry = heads[place] - 1; entry >= 0; entry = nexts[entry]) {
      held++;
    }
    if (held == most) {
      return;
    }
    if (entries == values.length) {
      values = Arrays.copyOf(values, 2 * entries);
      nexts = Arrays.copyOf(nexts, 2 * entries);
    }
    values[entries] = value;
    nexts[entries] = heads[place] - 1;
    keys[place] = key;
    heads[place] = ++entries;
    distinct += held == 0 ? 1 : 0;
    if (ROOM * distinct > keys.length) {
      grow();
    }
  }

  private int place(long key) {
    int place = (int) key & (keys.length - 1);
    while (heads[place] != 0 && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    keys = new long[2 * oldKeys.length];
    heads = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldHeads[i] != 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        heads[place] = oldHeads[i];
      }
    }
  }
}
