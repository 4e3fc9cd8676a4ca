package watchword.drill.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import watchword.archive.KindsFile;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.desk.Desk;
import watchword.desk.Office;
import watchword.desk.ReportFormat;
import watchword.drill.Machine;
import watchword.drill.Senders;
import watchword.drill.Workplace;
import watchword.drill.trace.Folder;
import watchword.drill.trace.Search;

/// One hub and one desk, so many senders, and the kills planned for them.
final class Stage {
  private static final List<String> SMALL_AND_QUICK_TO_START = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");
  private static final int LEAST_IN_A_BURST = 4;
  /// The desk may have a whole stage to open.
  private static final long MOST_SECONDS_TO_OPEN = 300;
  private static final long LOOK_MILLIS = 20;

  private final Plan.Stage plan;
  private final Crash.Setup setup;
  private final Workplace place;
  private final String name;
  private final Office office;
  private final Ledger ledger = new Ledger();
  private final Map<Plan.Party, Machine> machines = new EnumMap<>(Plan.Party.class);
  private String port = "0";

  /// What a stage came to.
  ///
  /// @param twice reports that the journal holds more than once
  record Outcome(int acknowledged, int opened, int lost, int twice, List<String> told) {}

  Stage(Plan.Stage plan, Crash.Setup setup, Workplace place) throws IOException {
    this.plan = plan;
    this.setup = setup;
    this.place = place;
    this.name = "senders-" + plan.senders();
    this.office = QuickDesk.found(place.folder(name).resolve("desk"));
    office.close();
  }

  Outcome play(Iterator<Report> reports) throws IOException, InterruptedException {
    start(Plan.Party.HUB);
    port = machine(Plan.Party.HUB).awaitLine();
    start(Plan.Party.DESK);
    machine(Plan.Party.DESK).awaitLine();
    Senders senders = new Senders(address(), office.file().root(), KindsFile.builtIn(), new SecureRandom(), InstantSource.system());
    try (Burst burst = new Burst(plan.senders(), address(), senders, new ReportFormat(KindsFile.builtIn()), reports, ledger)) {
      for (Plan.Kill kill : plan.kills()) {
        if (!kill.whileStarting()) {
          settle(burst);
          burst.send(Math.max(LEAST_IN_A_BURST, plan.senders()));
        }
        Thread.sleep(kill.afterMillis());
        kill(kill.party());
        ledger.killed();
        setup.progress().accept(1);
      }
      settle(burst);
    }
    awaitOpened();
    return outcome();
  }

  /// Kills, and starts again; its desk does that for the gate.
  private void kill(Plan.Party party) throws IOException, InterruptedException {
    if (party == Plan.Party.GATE) {
      machine(Plan.Party.DESK).killChild();
    } else {
      machine(party).kill();
      start(party);
    }
  }

  /// Everyone is up again and every report begun is acknowledged.
  private void settle(Burst burst) throws IOException, InterruptedException {
    for (Machine machine : machines.values()) {
      machine.awaitLine();
      machine.requireAlive();
    }
    burst.await();
  }

  private void start(Plan.Party party) throws IOException {
    machines.put(party, switch (party) {
      case HUB -> place.java(name + "/hub", SMALL_AND_QUICK_TO_START, setup.hub(), List.of(
          place.folder(name + "/hub").toString(), office.folder().bundles().toString(), office.file().gate().raw().toString(), port));
      case GATE -> throw new IllegalArgumentException("a gate is started by its desk");
      case DESK -> place.java(name + "/desk-says", SMALL_AND_QUICK_TO_START, QuickDesk.class, List.of(
          office.folder().path().toString(), address().toString()));
    });
  }

  private Machine machine(Plan.Party party) {
    return Optional.ofNullable(machines.get(party)).orElseThrow();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Waits for the desk, which tells after each report how many its journal holds; what it never opens is found missing afterwards.
  private void awaitOpened() throws IOException, InterruptedException {
    Machine desk = machine(Plan.Party.DESK);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS_TO_OPEN);
    long before = -1;
    while (System.nanoTime() < end) {
      long told = Long.parseLong(desk.awaitLine());
      if (told >= ledger.size()) {
        break;
      }
      if (told != before) {
        before = told;
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(setup.secondsOfSilence());
      }
      desk.requireAlive();
      Thread.sleep(LOOK_MILLIS);
    }
    desk.kill();
    machine(Plan.Party.HUB).kill();
  }

  /// What the journal holds, read by a process that saw none of it come.
  private Outcome outcome() throws IOException {
    try (Office journal = QuickDesk.unlocked(office.folder().path())) {
      Desk desk = QuickDesk.desk(journal);
      List<ReportId> opened = desk.queue(Instant.now()).stream().flatMap(one -> one.incident().reports().stream()).toList();
      Set<ReportId> distinct = new HashSet<>(opened);
      List<ReportId> lost = ledger.missing(distinct);
      int twice = Math.max(opened.size(), desk.reports()) - distinct.size();
      return new Outcome(ledger.size(), distinct.size(), lost.size(), twice, told(lost));
    }
  }

  /// Which kind of report is missing; nothing of what it says.
  private List<String> told(List<ReportId> lost) throws IOException {
    if (lost.isEmpty()) {
      return List.of();
    }
    Search.Scan scan = new Search(lost.stream().map(ledger::head).toList()).scan("hub");
    Folder.search(Path.of(place.folder(name + "/hub").toString()), scan);
    Set<Integer> atHub = scan.traces().stream().map(trace -> trace.mark().owner()).collect(Collectors.toSet());
    Map<String, Long> byClass = lost.stream().collect(Collectors.groupingBy(
        id -> "%s; with %d senders; %s".formatted(between(ledger.killsBefore(id)), plan.senders(), whereabouts(id, atHub)),
        TreeMap::new, Collectors.counting()));
    return byClass.entrySet().stream().map(one -> one.getValue() + " " + one.getKey()).toList();
  }

  private static String whereabouts(ReportId id, Collection<Integer> atHub) {
    return atHub.contains(id.hashCode()) ? "still at the hub" : "not at the hub any more";
  }

  private String between(int kills) {
    String before = kills == 0 ? "the start" : "kill " + kills + " (" + plan.kills().get(kills - 1).party() + ")";
    String after = kills == plan.kills().size() ? "the end" : "kill " + (kills + 1) + " (" + plan.kills().get(kills).party() + ")";
    return "acknowledged between " + before + " and " + after;
  }
}
