package watchword.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchword.console.Console;
import watchword.console.ConsoleConfig;
import watchword.console.Unlock;
import watchword.drill.Drill;
import watchword.drill.DrillClock;
import watchword.drill.Score;
import watchword.drill.World;
import watchword.drill.WorldSize;

/// The main job on this machine: one evening in an invented country, through the real doors.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a hub and a desk with throw-away keys and plays an evening in an invented country:",
      "people report, some lie, two editors find out what is true, a board tells the public.",
      "",
      "Runs until Ctrl-C, then removes what it made.",
      "",
      "Example: ./watchword demo --speed 60",
      "Example: ./watchword demo --once --seed 7"
    })
final class DemoCommand implements Callable<Integer> {

  /// Of a passphrase.
  private static final int WORDS = 4;

  @Spec CommandSpec spec;

  @Option(
      names = "--once",
      description = {
        "Play to the end at once, print a score table,",
        "exit 1 if anything was lost, planted and published, or leaked."
      })
  boolean once;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port of hub and board; the console takes the next. 0: free ones. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(names = "--seed", defaultValue = "1", description = "Which evening. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(names = "--reports", defaultValue = "300", description = "How many reports. Default: ${DEFAULT-VALUE}.")
  int reports;

  @Option(names = "--planted", defaultValue = "40", description = "How many of them are planted. Default: ${DEFAULT-VALUE}.")
  int planted;

  @Option(names = "--speed", defaultValue = "60", description = "Simulated seconds a second. Default: ${DEFAULT-VALUE}.")
  double speed;

  @Option(names = "--json", description = "Print one JSON line alone: the score, or without --once where to look.")
  boolean json;

  @Option(names = "--keep-board", paramLabel = "DIR", description = "Copy the last board here when it ends.")
  Path keepBoard;

  @Override
  public Integer call() throws IOException {
    if (reports < 1 || planted < 0 || planted > reports) {
      throw CommandFailure.misused("--planted is a number from 0 to --reports");
    }
    if (!(speed > 0 && speed <= 3600)) {
      throw CommandFailure.misused("--speed is a number above 0 and up to 3600");
    }
    try (UntilStopped stopped = new UntilStopped()) {
      Path home = Files.createTempDirectory("watchword-demo");
      try {
        return once ? playOnce(home, stopped) : playLive(home, stopped);
      } catch (BindException e) {
        throw CommandFailure.taken(port, "--port");
      } finally {
        remove(home);
      }
    }
  }

  private WorldSize size() {
    return new WorldSize(reports, planted, WorldSize.USUAL.hours());
  }

  private int playOnce(Path home, UntilStopped stopped) throws IOException {
    World world = World.seeded(seed, size());
    DrillClock clock = new DrillClock(world.start());
    long minutes = Duration.between(world.start(), world.end()).toMinutes();
    try (Drill drill = new Drill(world, home, 0, clock);
        Progress progress = Progress.start(spec.commandLine().getErr(), "playing an evening", minutes)) {
      while (!drill.everythingSent() && !stopped.asked()) {
        clock.advance(Duration.ofMinutes(1));
        drill.minute(clock.instant());
        progress.advance(1);
      }
      if (stopped.asked()) {
        return 1;
      }
      progress.next("holds run out");
      clock.advance(Duration.ofMinutes(1));
      drill.minute(clock.instant());
      drill.afterwards(clock);
      Score score = drill.score(clock.instant());
      keep(drill.board());
      return tell(spec.commandLine().getOut(), score, json);
    }
  }

  /// Prints what the evening came to; returns the exit code it deserves.
  static int tell(PrintWriter out, Score score, boolean json) {
    if (!json) {
      table(out, score);
    }
    out.println(line(score));
    out.flush();
    return score.holds() ? 0 : 1;
  }

  private int playLive(Path home, UntilStopped stopped) throws IOException {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    World world = World.seeded(seed, size(), start);
    Map<String, String> passphrases = new LinkedHashMap<>();
    for (String member : Drill.MEMBERS) {
      passphrases.put(member, passphrase());
    }
    AtomicReference<Instant> drillTime = new AtomicReference<>(start);
    try (Drill drill = new Drill(world, home, port, InstantSource.system());
        Console console = console(drill, passphrases, drillTime::get)) {
      greet(drill.address(), console.port(), passphrases);
      Pace pace = new Pace(speed, System.nanoTime());
      Instant now = start;
      while (!stopped.asked()) {
        now = now.plus(Duration.ofMinutes(1));
        drill.minute(now);
        drillTime.set(now);
        stopped.await(pace.until(Duration.between(start, now), System.nanoTime()));
      }
      keep(drill.board());
      return 0;
    }
  }

  /// Says where to look; with `--json` in one object, whose passphrases open nothing but this evening.
  private void greet(URI board, int consolePort, Map<String, String> passphrases) {
    PrintWriter out = spec.commandLine().getOut();
    String console = "http://127.0.0.1:" + consolePort + "/";
    if (json) {
      ObjectNode line = new ObjectMapper().createObjectNode();
      line.put("board", board + "/").put("console", console);
      passphrases.forEach(line.putObject("members")::put);
      out.println(line);
    } else {
      out.println("Watchword demo: an evening in Lorne, a country that does not exist.");
      out.println();
      out.println("  board    " + board + "/   what the public sees; tap \"Tell us what you see\" to report");
      out.println("  console  " + console + "   what the desk sees");
      passphrases.forEach((member, words) -> out.println("           unlock as " + member + " with " + words));
      out.println();
      String second = Duration.ofMillis(Math.round(1000 * speed)).toString().substring(2).toLowerCase(Locale.ROOT);
      out.println("One second here is %s there. Ctrl-C ends it and removes everything.".formatted(second));
    }
    out.flush();
  }

  private Console console(Drill drill, Map<String, String> passphrases, InstantSource drillTime) {
    int consolePort = port == 0 ? 0 : port + 1;
    ConsoleConfig config = ConsoleConfig.of(
        consolePort, Drill.DESK_NAME, ZoneOffset.UTC, Unlock.of(passphrases), drill.kinds(), drill.world().gazetteer());
    try {
      return Console.open(drill.desk(), config, drillTime);
    } catch (UncheckedIOException e) {
      throw CommandFailure.taken(consolePort, "--port");
    }
  }

  /// Four words for one evening; a real desk's passphrases are its members' own.
  private static String passphrase() throws IOException {
    List<String> words = Drill.dictionary();
    SecureRandom random = new SecureRandom();
    return random.ints(WORDS, 0, words.size()).mapToObj(words::get).collect(Collectors.joining("-"));
  }

  /// Also what a start that failed half-way left behind.
  private void remove(Path home) {
    if (Files.exists(home)) {
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("watchword: not everything of the demo could be removed from the temporary folder");
        err.flush();
      }
    }
  }

  private void keep(Path board) throws IOException {
    if (keepBoard == null) {
      return;
    }
    Path from = board.toRealPath();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path to = keepBoard.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void table(PrintWriter out, Score score) {
    out.println("One evening in Lorne, seed " + score.seed());
    out.println();
    String reached = score.sent() + " / " + score.acknowledged() + " / " + score.opened();
    row(out, "reports sent / acknowledged / opened", reached);
    row(out, "lost", String.valueOf(score.lost()));
    row(out, "incidents they became", String.valueOf(score.incidents()));
    row(out, "pair F1 of merging, by the world's truth", "%.3f".formatted(score.pairF1()));
    row(out, "happenings with three independent reports", String.valueOf(score.trueIncidents()));
    row(out, "of them published", String.valueOf(score.truePublished()));
    row(out, "incidents published in all", String.valueOf(score.published()));
    row(out, "planted and published", String.valueOf(score.plantedPublished()));
    row(out, "marker words found in public bytes", String.valueOf(score.markerLeaks()));
    row(out, "median minutes from first report to board", "%.0f".formatted(score.medianMinutesToPublish()));
    row(out, "Brier: will anybody cross, by the base rate", "%.4f".formatted(score.question().base()));
    row(out, "  by the computed figure", "%.4f".formatted(score.question().computed()));
    row(out, "  by the desk's judgements", "%.4f".formatted(score.question().judged()));
    row(out, "judgements told", String.valueOf(score.question().told()));
    out.println();
  }

  private static void row(PrintWriter out, String what, String value) {
    out.printf(Locale.ROOT, "  %-44s %s%n", what, value);
  }

  private static String line(Score score) {
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("seed", score.seed()).put("sent", score.sent()).put("acknowledged", score.acknowledged());
    line.put("opened", score.opened()).put("lost", score.lost());
    line.put("incidents", score.incidents()).put("trueIncidents", score.trueIncidents());
    line.put("published", score.published()).put("truePublished", score.truePublished());
    line.put("plantedPublished", score.plantedPublished()).put("markerLeaks", score.markerLeaks());
    line.put("pairF1", score.pairF1()).put("medianMinutesToPublish", score.medianMinutesToPublish());
    line.put("questionBaseBrier", score.question().base()).put("questionComputedBrier", score.question().computed());
    line.put("questionJudgedBrier", score.question().judged()).put("judgementsTold", score.question().told());
    return line.toString();
  }
}
