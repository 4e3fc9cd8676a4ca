package watchword.seal;

import java.time.Duration;

/// Every duration and count that sealing rests on, each with its reason.
///
/// Sizes of sealed files are in [SealedSize].
public final class Terms {

  /// A key's day is one UTC day: short enough that a seized key opens little, long enough to publish ahead.
  public static final Duration EPOCH = Duration.ofDays(1);

  /// How far a device's clock may be off before pages refuse to seal.
  /// Half a day covers a phone set to its local time as if it were UTC, in any zone of the world.
  public static final Duration GRACE = Duration.ofHours(12);

  /// 96 hours from the beginning of an epoch to the destruction of its gate and lane keys.
  /// The last sealing within grace is at 36 hours, which leaves the desk 60 hours to collect and unlock.
  public static final Duration KEY_LIFETIME = Duration.ofDays(4);

  /// Days for which an offline sealer's keys stand: a memory stick may take weeks to arrive.
  public static final int COURIER_DAYS = 30;

  /// Days after which a desk begins the next such term: whoever takes a sealer on the last of them still has half a term.
  public static final int COURIER_EVERY_DAYS = 15;

  /// How often the hub freezes a generation of small slots.
  public static final Duration TICK = Duration.ofMinutes(1);

  /// How often the desk asks the hub for what is frozen: if it asked once a tick too, a report could wait two ticks.
  public static final Duration COLLECT_EVERY = Duration.ofSeconds(20);

  /// How often the hub freezes a generation of larger slots: photos are rare and their slots cost disk.
  public static final Duration LARGE_TICK = Duration.ofMinutes(15);

  /// How often the drop of replies is made anew: its time tells when a desk was unlocked, no finer than the board's tick does.
  public static final Duration DROP_PERIOD = Duration.ofMinutes(15);

  /// How long a reply nobody answers is repeated: a sender may come back to it once a week.
  public static final Duration REPLY_LIFETIME = Duration.ofDays(7);

  /// How long a drop says that a report was destroyed because its sender asked.
  public static final Duration DESTROYED_SAID = REPLY_LIFETIME;

  /// How far apart the minutes of hub and gate may be for a pull.
  public static final Duration PULL_SKEW = Duration.ofMinutes(2);

  /// Lanes a bundle has room for; more would not fit in its 16 KiB.
  public static final int MAX_LANES = 8;

  /// The work that a desk's bundles ask for, in zero bits: under a second on a desktop.
  public static final int WORK_BITS = 16;

  /// The most work a bundle may ask for; at 2^24 hashes a phone would need minutes.
  public static final int MAX_WORK_BITS = 24;

  private Terms() {}
}
