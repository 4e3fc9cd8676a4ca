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
import watchword.seal.Terms;

/// A hub to be measured; tells its port, and never ticks.
final class Server {
  private static final int MAX_WAITING = 512;

  private Server() {}

  /// Serves until it is killed.
  ///
  /// @param args its folder, small slots in a generation
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    Layout small = new Layout(Integer.parseInt(args[1]), 0, 0, 0, 0);
    Hub hub = Hub.open(
        new HubConfig(
            folder.resolve("data"), folder.resolve("board"), folder.resolve("bundles"), new Listen.Port(0),
            SigningKey.generate(new SecureRandom()).verifyKey(), new Slots(small, new Layout(0, 1, 0, 0, 0), small),
            Terms.WORK_BITS, MAX_WAITING),
        InstantSource.system());
    System.out.println(hub.port().orElseThrow());
    Thread.sleep(Long.MAX_VALUE);
  }
}
