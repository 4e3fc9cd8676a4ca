package watchword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import watchword.drill.Drill;
import watchword.drill.DrillClock;
import watchword.drill.World;
import watchword.drill.WorldSize;

/// Loads what most commands need, once, so that the launcher's cache holds it.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  private static final String ROWS = """
      id,time,lat,lon,kind,text
      1,2026-03-09T10:00:00Z,52.1,-33.2,explosion,a bang near the bridge
      2,2026-03-09T10:05:00Z,52.1,-33.2,explosion,the windows shook
      """;

  @Override
  public Integer call() throws IOException {
    Path rows = Files.createTempFile("watchword-warm-up", ".csv");
    Files.writeString(rows, ROWS);
    Main.line().execute("merge", rows.toString());
    Files.delete(rows);
    World world = World.seeded(1, new WorldSize(10, 0, 1));
    DrillClock clock = new DrillClock(world.start());
    try (Drill drill = new Drill(world, Files.createTempDirectory("watchword-warm-up"), 0, clock)) {
      drill.minute(clock.instant());
    }
    return 0;
  }
}
