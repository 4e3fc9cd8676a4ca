package watchword.drill.crash;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.drill.Sending;
import watchword.drill.Workplace;
import watchword.drill.World;
import watchword.drill.WorldSize;

/// Kills hub, gate and desk at random moments while reports come in, and compares what was acknowledged with what the desk opened.
public final class Crash {
  /// Words enough that a busy stage does not become one heap of copies.
  private static final WorldSize WORLD = new WorldSize(2_000, 100, 6);
  private static final long SECONDS_OF_SILENCE = 60;

  /// What a drill is told.
  ///
  /// @param seed makes the plan of kills and the reports' words
  /// @param kills of hub, gate and desk together
  /// @param step hears what is being done
  /// @param progress hears of each kill
  /// @param hub the program that is the hub
  /// @param secondsOfSilence after which a desk that opens nothing more has opened all it will
  record Setup(long seed, int kills, Consumer<String> step, LongConsumer progress, Class<?> hub, long secondsOfSilence) {}

  /// What a drill came to.
  ///
  /// @param acknowledged reports that the hub said it has
  /// @param opened different reports in the desks' journals
  /// @param lost acknowledged and in no journal
  /// @param twice reports that a journal holds more than once
  /// @param told how many lost reports were acknowledged between which kills, and where they were last; never their content
  public record Verdict(int acknowledged, int opened, int lost, int twice, int kills, List<String> told) {
    public Verdict {
      told = List.copyOf(told);
    }

    /// Whether every acknowledged report was opened, and once.
    public boolean holds() {
      return lost == 0 && twice == 0 && opened == acknowledged && acknowledged > 0;
    }
  }

  private Crash() {}

  /// Runs the drill on this machine; everything it makes is gone at its end.
  public static Verdict run(long seed, int kills, Consumer<String> step, LongConsumer progress) throws IOException, InterruptedException {
    return run(new Setup(seed, kills, step, progress, QuickHub.class, SECONDS_OF_SILENCE));
  }

  static Verdict run(Setup setup) throws IOException, InterruptedException {
    Plan plan = Plan.of(setup.seed(), setup.kills());
    Iterator<Report> reports = reports(setup.seed());
    int acknowledged = 0;
    int opened = 0;
    int lost = 0;
    int twice = 0;
    List<String> told = new ArrayList<>();
    try (Workplace place = Workplace.open()) {
      for (Plan.Stage stage : plan.stages()) {
        setup.step().accept("killing, senders at once: " + stage.senders());
        Stage.Outcome outcome = new Stage(stage, setup, place).play(reports);
        acknowledged += outcome.acknowledged();
        opened += outcome.opened();
        lost += outcome.lost();
        twice += outcome.twice();
        told.addAll(outcome.told());
      }
    }
    return new Verdict(acknowledged, opened, lost, twice, setup.kills(), told);
  }

  /// An evening's sealed reports, again and again; each is another, since each has a mailbox of its own.
  private static Iterator<Report> reports(long seed) {
    List<Report> evening = World.seeded(seed, WORLD, Instant.now().truncatedTo(ChronoUnit.MINUTES)).sendings().stream()
        .map(Sending::report).filter(report -> report.channel() == Channel.SEALED).toList();
    return Stream.generate(() -> evening).flatMap(List::stream).iterator();
  }
}
