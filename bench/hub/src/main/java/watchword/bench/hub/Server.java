package watchword.bench.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import watchword.hub.Hub;
import watchword.hub.HubConfig;
import watchword.hub.Listen;
import watchword.hub.Slots;
import watchword.seal.Layout;
import watchword.seal.SigningKey;

/// A hub to be measured; tells its port, and ticks where it is told to.
final class Server {
  private static final int MAX_WAITING = 512;

  private Server() {}

  /// Serves until it is killed.
  ///
  /// @param args its folder, small slots in a generation, milliseconds between ticks or 0 for none
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    Layout small = new Layout(Integer.parseInt(args[1]), 0, 0, 0, 0);
    long tick = Long.parseLong(args[2]);
    Hub hub = Hub.open(
        new HubConfig(
            folder.resolve("data"), folder.resolve("board"), folder.resolve("bundles"), new Listen.Port(0), SigningKey.generate(new SecureRandom()).verifyKey(),
            new Slots(small, new Layout(0, 1, 0, 0, 0), small), HubConfig.STANDARD_WORK_BITS, MAX_WAITING),
        InstantSource.system());
    System.out.println(hub.port().orElseThrow());
    while (true) {
      Thread.sleep(tick == 0 ? Long.MAX_VALUE : tick);
      hub.tickSmall();
    }
  }
}
