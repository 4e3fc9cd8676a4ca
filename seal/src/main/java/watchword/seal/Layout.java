package watchword.seal;


/// How many slots of each size a generation has, smallest first.
public record Layout(int small, int medium, int large, int huge, int largest) {
  /// A generation is read and hashed in one go; 64 Ki slots of each size is far beyond any disk a hub has.
  private static final int MAX_COUNT = 65_536;

  public Layout {
    long all = 0;
    for (int count : new int[] {small, medium, large, huge, largest}) {
      if (count < 0 || count > MAX_COUNT) {
        throw new IllegalArgumentException("slot count " + count + " is not between 0 and " + MAX_COUNT);
      }
      all += count;
    }
    if (all == 0) {
      throw new IllegalArgumentException("a generation needs at least one slot");
    }
  }

  public int count(SealedSize size) {
    return switch (size) {
      case SMALL -> small;
      case MEDIUM -> medium;
      case LARGE -> large;
      case HUGE -> huge;
      case LARGEST -> largest;
    };
  }

  /// Returns where the slot begins in the generation's file.
  public long offset(SealedSize size, int index) {
    if (index < 0 || index >= count(size)) {
      throw new IllegalArgumentException("no slot " + index + " of " + size);
    }
    long offset = GenerationHeader.BYTES;
    for (SealedSize smaller : SealedSize.values()) {
      if (smaller == size) {
        break;
      }
      offset += (long) count(smaller) * smaller.bytes();
    }
    return offset + (long) index * size.bytes();
  }

  /// Returns the length of a whole generation, header included.
  public long bytes() {
    long bytes = GenerationHeader.BYTES;
    for (SealedSize size : SealedSize.values()) {
      bytes += (long) count(size) * size.bytes();
    }
    return bytes;
  }
}
