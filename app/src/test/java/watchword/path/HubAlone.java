package watchword.path;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import watchword.hub.Hub;
import watchword.hub.HubConfig;
import watchword.hub.Listen;
import watchword.hub.Slots;
import watchword.seal.Bytes;
import watchword.seal.Layout;
import watchword.seal.VerifyKey;

/// A hub whose minute is a quarter of a second; tells its port.
final class HubAlone {

  private static final Slots FEW = new Slots(new Layout(24, 0, 0, 0, 0), new Layout(0, 1, 0, 0, 0), new Layout(24, 0, 0, 0, 0));
  private static final int WORK_BITS = 8;
  private static final int MAX_WAITING = 400;
  private static final long TICK_MILLIS = 250;

  private HubAlone() {}

  /// Ticks until it is killed.
  ///
  /// @param args its folder, the desk's bundles, the gate's public key in hex, a port or 0
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Hub hub = Hub.open(
        new HubConfig(
            folder.resolve("data"), Files.createDirectories(folder.resolve("board")), Path.of(args[1]), new Listen.Port(Integer.parseInt(args[3])),
            new VerifyKey(Bytes.ofHex(args[2])), FEW, WORK_BITS, MAX_WAITING),
        InstantSource.system());
    System.out.println(hub.port().orElseThrow());
    while (true) {
      Thread.sleep(TICK_MILLIS);
      hub.tickSmall();
    }
  }
}
