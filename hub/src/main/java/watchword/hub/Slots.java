package watchword.hub;

import watchword.seal.GenerationHeader;
import watchword.seal.Layout;
import watchword.seal.SealedSize;

/// How many reports each kind of generation can take.
///
/// @param small begun every minute, small slots alone
/// @param large begun every quarter of an hour, slots of the larger sizes
/// @param surge in place of `small` while a person says so
public record Slots(Layout small, Layout large, Layout surge) {

  /// 64 a minute are 92,160 a day, three times what the busiest known desk received in three years; each minute costs 1 MiB
  /// to fill, hash and pull. A photo in twenty reports fits the larger sizes; 40 MiB a quarter of an hour is 44 KiB/s.
  public static final Slots STANDARD =
      new Slots(new Layout(64, 0, 0, 0, 0), new Layout(0, 32, 8, 2, 1), new Layout(1024, 0, 0, 0, 0));

  public Slots {
    if (small.bytes() != ofSmallAlone(small) || surge.bytes() != ofSmallAlone(surge)) {
      throw new IllegalArgumentException("the minute's generations hold slots of 16 KiB alone");
    }
    if (large.small() != 0) {
      throw new IllegalArgumentException("the quarter hour's generations hold no slots of 16 KiB");
    }
  }

  private static long ofSmallAlone(Layout layout) {
    return GenerationHeader.BYTES + (long) layout.small() * SealedSize.SMALL.bytes();
  }
}
