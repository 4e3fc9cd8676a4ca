package watchword.hub;

import java.nio.file.Path;
import watchword.seal.Terms;
import watchword.seal.VerifyKey;

/// What a hub is told: nothing of it is secret.
///
/// @param data the folder for generations, this hub's alone
/// @param board what readers get, replaced whole by renaming a folder or link over it
/// @param bundles the day's keys, one `2026-11-22.bin` a day
/// @param listen where it listens on this machine
/// @param gate the public part of the gate's key for pulls and receipts
/// @param slots how many reports a generation takes
/// @param workBits the zero bits asked of a proof of work while no bundle of these days is there; bundles say their own
/// @param maxWaiting how many frozen generations may wait for the gate
public record HubConfig(
    Path data, Path board, Path bundles, Listen listen, VerifyKey gate, Slots slots, int workBits, int maxWaiting) {

  /// Eight hours without the gate: about 480 small generations and 32 large ones, 1.8 GB.
  public static final int STANDARD_MAX_WAITING = 512;

  public HubConfig {
    if (workBits < 0 || workBits > Terms.MAX_WORK_BITS) {
      throw new IllegalArgumentException("work bits " + workBits + " is not between 0 and " + Terms.MAX_WORK_BITS);
    }
    if (maxWaiting < 1) {
      throw new IllegalArgumentException("at least one generation must be allowed to wait");
    }
  }
}
