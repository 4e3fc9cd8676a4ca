package watchword.drill.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import watchword.hub.Hub;
import watchword.hub.HubConfig;
import watchword.hub.Listen;
import watchword.hub.Slots;
import watchword.seal.Bytes;
import watchword.seal.Layout;
import watchword.seal.Terms;
import watchword.seal.VerifyKey;

/// A hub whose minute is a quarter of a second; tells its port.
final class QuickHub {
  /// Fewer than the largest burst, so that some hear *full* and come again.
  private static final Slots SLOTS = new Slots(new Layout(48, 0, 0, 0, 0), new Layout(0, 1, 0, 0, 0), new Layout(48, 0, 0, 0, 0));
  private static final int MAX_WAITING = 400;
  /// A gate on a busy machine must not be outrun for ever.
  private static final int MOST_BEHIND = 4;
  private static final long TICK_MILLIS = 250;

  private QuickHub() {}

  /// Ticks until it is killed.
  ///
  /// @param args its folder, the desk's bundles, the gate's public key in hex, a port or 0
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    HubConfig config = new HubConfig(
        folder.resolve("data"), Files.createDirectories(folder.resolve("board")), Path.of(args[1]), new Listen.Port(Integer.parseInt(args[3])),
        new VerifyKey(Bytes.ofHex(args[2])), SLOTS, Terms.WORK_BITS, MAX_WAITING);
    Hub hub = Hub.open(config, InstantSource.system());
    System.out.println(hub.port().orElseThrow());
    while (true) {
      Thread.sleep(TICK_MILLIS);
      if (hub.waiting() < MOST_BEHIND) {
        hub.tickSmall();
      }
    }
  }
}
