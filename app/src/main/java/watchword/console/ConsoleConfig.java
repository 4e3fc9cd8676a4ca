package watchword.console;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import watchword.core.bulletin.LikelihoodTable;
import watchword.core.kind.Kinds;
import watchword.core.place.Gazetteer;
import watchword.core.place.Outline;

/// What a console needs beside its desk.
///
/// @param port 0 for any free one
/// @param deskName shown on every page
/// @param zone of all times shown and entered
/// @param outline of the desk's area, drawn under its maps
/// @param likelihoods by which members read a probability in words; bulletins keep ICD 203
/// @param idle an unlocked console locks after so long without an act
/// @param idleClock measures idleness; the machine's own, even where the desk's clock runs faster
public record ConsoleConfig(
    int port, String deskName, ZoneId zone, Unlock unlock, Kinds kinds, Gazetteer gazetteer, Outline outline, LikelihoodTable likelihoods, Duration idle,
    InstantSource idleClock) {

  /// A quarter of an hour away from the desk.
  public static final Duration IDLE = Duration.ofMinutes(15);

  public ConsoleConfig {
    if (idle.isNegative() || idle.isZero()) {
      throw new IllegalArgumentException("a console that locks at once opens for nobody");
    }
  }

  /// Without an outline, in the words of ICD 203.
  ConsoleConfig(int port, String deskName, ZoneId zone, Unlock unlock, Kinds kinds, Gazetteer gazetteer, Duration idle, InstantSource idleClock) {
    this(port, deskName, zone, unlock, kinds, gazetteer, Outline.NONE, LikelihoodTable.ICD_203, idle, idleClock);
  }

  /// Locks after fifteen minutes of the machine's time.
  public static ConsoleConfig of(int port, String deskName, ZoneId zone, Unlock unlock, Kinds kinds, Gazetteer gazetteer) {
    return new ConsoleConfig(port, deskName, zone, unlock, kinds, gazetteer, IDLE, InstantSource.system());
  }
}
