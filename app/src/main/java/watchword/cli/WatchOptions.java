package watchword.cli;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Option;
import watchword.archive.KindsFile;
import watchword.desk.HighWaterClock;
import watchword.desk.Office;
import watchword.desk.TestReports;
import watchword.gate.PublicDoor;
import watchword.member.Pseudonym;
import watchword.seal.FormatException;

/// What a desk watches over, and whom it calls.
final class WatchOptions {

  @Option(names = "--public", paramLabel = "ADDRESS",
      description = "The address senders use, such as http://….onion: five test reports a day go there and must come back. --hub's if absent.")
  Optional<URI> door = Optional.empty();

  @Option(names = "--socks", paramLabel = "HOST:PORT",
      description = "Tor's port for programs, by which --public is reached, such as 127.0.0.1:9050. An onion address needs it.")
  Optional<String> socks = Optional.empty();

  @Option(names = "--no-tests", description = "Send no test reports.")
  boolean noTests;

  @Option(names = "--ring", paramLabel = "PROGRAM",
      description = "Run this with one word when the desk rings: locked-24, locked-48, locked-72, late, keys, clock, door. It gets nothing else.")
  Optional<Path> program = Optional.empty();

  @Option(names = "--confirm-time", paramLabel = "TIME",
      description = "What a watch says now, in UTC like 2026-11-22T10:00Z: for a desk that doubts its machine's clock. Needs --member; the journal says who.")
  Optional<String> confirmed = Optional.empty();

  /// Looks after an office by these options.
  DeskAtWork.Watching of(Office office, URI hub, HighWaterClock clock, ZoneOffset zone, PrintWriter out) {
    program.filter(path -> !Files.isExecutable(path)).ifPresent(path -> {
      throw CommandFailure.misused("--ring " + path + " is no program that may be run here");
    });
    Optional<PublicDoor> reached = noTests ? Optional.empty() : Optional.of(door(hub));
    Bell bell = new Bell(out, program);
    return (inbox, places) -> {
      SecureRandom random = new SecureRandom();
      Optional<DoorWatch> watch = Optional.empty();
      if (reached.isPresent()) {
        TestReports tests = tests(office, places, random, clock.instant());
        TestSending sending = new TestSending(office.folder(), office.file(), reached.get(), tests, clock, random, TestSending.Pace.USUAL);
        watch = Optional.of(new DoorWatch(office, tests, sending, clock, bell, zone));
      }
      return new DeskWatch(office, inbox, clock, bell, zone, watch);
    };
  }

  private PublicDoor door(URI hub) {
    try {
      return new PublicDoor(door.orElse(hub), socks.map(WatchOptions::socket));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.misused(String.valueOf(e.getMessage()));
    }
  }

  private static TestReports tests(Office office, DeskPlaces places, SecureRandom random, Instant now) {
    try {
      return TestReports.open(office.folder(), KindsFile.builtIn(), places.gazetteer().towns(), random, now);
    } catch (FormatException e) {
      throw CommandFailure.failed(e.getMessage() + ". Delete it: test reports still on their way will be taken for real ones, five at most");
    }
  }

  private static InetSocketAddress socket(String spelling) {
    String[] parts = spelling.split(":", -1);
    if (parts.length != 2 || parts[0].isEmpty() || !parts[1].matches("[1-9][0-9]{0,4}") || Integer.parseInt(parts[1]) > 65_535) {
      throw CommandFailure.misused("--socks is written like 127.0.0.1:9050");
    }
    return new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
  }

  /// Confirms the time at the command line, before the desk begins its work.
  void confirm(Office office, Optional<Pseudonym> member) {
    if (confirmed.isEmpty()) {
      return;
    }
    Pseudonym who = member.orElseThrow(() -> CommandFailure.misused("say who confirms the time: --member PSEUDONYM"));
    Instant said;
    try {
      said = Instant.parse(confirmed.get().replaceFirst("^(.{16})Z$", "$1:00Z"));
    } catch (DateTimeException e) {
      throw CommandFailure.misused("--confirm-time is what a watch says, in UTC, like 2026-11-22T10:00Z");
    }
    if (!office.confirmTime(who, said)) {
      throw CommandFailure.failed("nothing was confirmed: the desk does not doubt this machine's clock, "
          + "or the clock is more than an hour from what you say; set it right first");
    }
  }
}
