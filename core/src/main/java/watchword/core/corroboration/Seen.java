package watchword.core.corroboration;

/// What was met before: a set of known room that only grows, without an object for each of a million keys.
final class Seen<K> {

  private final Object[] keys;
  private final int[] hashes;

  /// @param most no more keys are ever added
  Seen(int most) {
    int room = Integer.highestOneBit(Math.max(1, most)) << 2;
    this.keys = new Object[room];
    this.hashes = new int[room];
  }

  /// Returns whether the key is new.
  boolean add(K key) {
    int hash = mixed(key.hashCode());
    int place = hash & (keys.length - 1);
    while (keys[place] != null) {
      if (hashes[place] == hash && keys[place].equals(key)) {
        return false;
      }
      place = (place + 1) & (keys.length - 1);
    }
    keys[place] = key;
    hashes[place] = hash;
    return true;
  }

  /// Strings that count up have hashes in a row; the mixer of MurmurHash3 spreads them.
  private static int mixed(int hash) {
    int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
