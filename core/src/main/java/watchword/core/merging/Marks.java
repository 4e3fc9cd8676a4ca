package watchword.core.merging;

/// A bit for each stem of a text, among 256: two texts of a few words that share no bit share no stem.
record Marks(long first, long second, long third, long fourth) {

  static Marks of(long[] stems) {
    long[] bits = new long[4];
    for (long stem : stems) {
      bits[(int) (stem >>> 6) & 3] |= 1L << stem;
    }
    return new Marks(bits[0], bits[1], bits[2], bits[3]);
  }

  boolean noneShared(Marks other) {
    return ((first & other.first) | (second & other.second) | (third & other.third) | (fourth & other.fourth)) == 0;
  }
}
