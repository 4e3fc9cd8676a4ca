package watchword.drill.seizure;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.archive.KindsFile;
import watchword.desk.Founding;
import watchword.desk.Office;
import watchword.drill.Machine;
import watchword.drill.Senders;
import watchword.drill.Workplace;
import watchword.drill.trace.Folder;
import watchword.drill.trace.ProcessMemory;
import watchword.drill.trace.Search;
import watchword.drill.trace.Trace;
import watchword.member.Pseudonym;

/// Sends reports to a hub, then takes the hub's process and files and looks for the senders.
public final class Seizure {
  /// Throw-away keys need no slow passphrase.
  private static final int WORK_FACTOR = 10;
  /// Of a hundred visitors the search must find so many in the server that forgets nothing.
  private static final int LEAST_PERCENT = 10;
  /// Behind nginx the hub hears a little later that a sender is gone.
  private static final Duration SETTLE = Duration.ofSeconds(1);

  private final Setup setup;
  private final Nginx.Settings settings;
  private final Workplace place;
  private final SecureRandom random = new SecureRandom();

  /// What a drill is told.
  ///
  /// @param reports how many visitors come
  /// @param main the program whose command `hub` is the hub
  /// @param step hears what is being done
  /// @param progress hears of each visitor sealed for, and of each visit: three for each
  public record Setup(int reports, Class<?> main, Consumer<String> step, LongConsumer progress) {}

  /// What a drill came to.
  ///
  /// @param hits visitors of whom anything was found in the hub's memory or files, or in nginx's files; and temporary files that nginx made
  /// @param controlHits visitors found in the server that forgets nothing, in its memory or its log, whichever are fewer
  /// @param acknowledged sealed reports that the hub took
  /// @param sealed sealed reports that were sent whole
  /// @param forms how many of these were files handed in by a form
  /// @param behindNginx whether every second visitor came through nginx; false where this machine has none
  /// @param bytes of the hub's memory that were looked through
  /// @param controlKinds which of their particulars were found in the memory of the control
  /// @param told each kind of trace with how many visitors it betrays, never the trace itself
  public record Verdict(
      int reports, int hits, int controlHits, int acknowledged, int sealed, int forms, boolean behindNginx, long bytes,
      Set<String> controlKinds, List<String> told) {
    public Verdict {
      controlKinds = Set.copyOf(controlKinds);
      told = List.copyOf(told);
    }

    /// Whether the search found in the control what it has to.
    public boolean sees() {
      return controlHits * 100L >= (long) reports * LEAST_PERCENT;
    }
  }

  private Seizure(Setup setup, Nginx.Settings settings, Workplace place) {
    this.setup = setup;
    this.settings = settings;
    this.place = place;
  }

  /// Runs the drill on this machine; everything it makes is gone at its end.
  ///
  /// @throws ProcessMemory.HiddenException where no memory can be searched
  public static Verdict run(Setup setup) throws IOException, InterruptedException {
    return run(setup, Nginx.Settings.SHIPPED);
  }

  static Verdict run(Setup setup, Nginx.Settings settings) throws IOException, InterruptedException {
    try (Workplace place = Workplace.open()) {
      return new Seizure(setup, settings, place).play();
    }
  }

  private Verdict play() throws IOException, InterruptedException {
    ProcessMemory.requireVisible();
    setup.step().accept("starting");
    Office office = desk();
    Machine hub = hub(office);
    int port = JsonMapper.builder().build().readTree(hub.awaitLine()).path("port").intValue();
    Optional<Nginx> nginx = nginx(port);
    setup.step().accept("sealing");
    Senders senders = new Senders(URI.create("http://127.0.0.1:" + port), office.file().root(), KindsFile.builtIn(), random, InstantSource.system());
    Crowd crowd = Crowd.gather(setup.reports(), senders, random, setup.progress());
    Search search = new Search(crowd.marks());
    try (Watch watch = Watch.over(nginx.isPresent() ? nginx.get().temporary() : List.of())) {
      setup.step().accept("sending to the hub");
      Phone straight = new Phone(port);
      Phone round = nginx.map(one -> new Phone(one.port())).orElse(straight);
      Crowd.Came came = crowd.call(number -> number % 2 == 0 ? straight : round, setup.progress());
      requireReal(came);
      Thread.sleep(SETTLE);
      setup.step().accept("searching the hub");
      Taken taken = take(hub, "hub", search);
      Set<Trace> traces = new HashSet<>(taken.memory());
      traces.addAll(taken.files());
      traces.addAll(files(search, "nginx's files", nginx.isPresent() ? nginx.get().folders() : List.of()));
      List<String> told = new ArrayList<>(told(traces));
      if (watch.made() > 0) {
        told.add(watch.made() + " temporary files were made by nginx");
      }
      int hits = owners(traces).size() + watch.made();
      Taken control = control(crowd, search);
      return new Verdict(
          setup.reports(), hits, Math.min(owners(control.memory()).size(), owners(control.files()).size()), came.acknowledged(), came.sealed(),
          came.forms(), nginx.isPresent(), taken.bytes(), kinds(control.memory()), told);
    }
  }

  private Office desk() throws IOException {
    Office.Tools tools = new Office.Tools(InstantSource.system(), random, WORK_FACTOR, KindsFile.builtIn());
    byte[] drawn = new byte[16];
    random.nextBytes(drawn);
    char[] passphrase = new String(drawn, StandardCharsets.ISO_8859_1).toCharArray();
    Office office = Founding.found(place.folder("desk"), "Lorne Watch", 1, new Pseudonym("heron"), passphrase, tools).office();
    office.close();
    return office;
  }

  /// The command itself, with what a desk carries to a hub.
  private Machine hub(Office office) throws IOException {
    Path home = place.folder("hub");
    Path bundles = place.folder("hub/bundles");
    try (Stream<Path> days = Files.list(office.folder().bundles())) {
      for (Path day : days.toList()) {
        Files.copy(day, bundles.resolve(day.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    Files.copy(office.folder().gatePublic(), home.resolve("gate.pub"));
    Files.writeString(place.folder("hub/board").resolve("index.html"), "<!doctype html><title>Lorne Watch</title><p>Nothing to tell.</p>\n");
    return place.java("hub", List.of(), setup.main(), List.of(
        "hub", "--data", "data", "--board", "board", "--bundles", "bundles", "--gate", "gate.pub", "--port", "0", "--surge", "--json"));
  }

  private Optional<Nginx> nginx(int hubPort) throws IOException, InterruptedException {
    Optional<Path> program = Nginx.program();
    return program.isEmpty() ? Optional.empty() : Optional.of(Nginx.start(program.get(), settings, hubPort, place));
  }

  /// A hub that took nothing would have nothing to forget, and one that took what was cut or in clear is no hub.
  private static void requireReal(Crowd.Came came) throws IOException {
    if (came.refused() > 0) {
      throw new IOException("the hub refused " + came.refused() + " sealed reports that were sent whole");
    }
    if (came.acknowledged() * 2 < came.sealed()) {
      throw new IOException("the hub took only " + came.acknowledged() + " of " + came.sealed() + " sealed reports, so the drill says nothing;"
          + " is the disk full?");
    }
    if (came.wronglyTaken() > 0) {
      throw new IOException("the hub took " + came.wronglyTaken() + " requests that were cut, too large or to a wrong path");
    }
  }

  /// The same visits to a server that forgets nothing, with a heap that is the same on machines of any size.
  private Taken control(Crowd crowd, Search search) throws IOException, InterruptedException {
    setup.step().accept("sending to the control");
    Machine server = place.java("control", List.of("-Xms384m", "-Xmx384m"), LeakyServer.class, List.of());
    Phone phone = new Phone(Integer.parseInt(server.awaitLine()));
    Crowd.Came _ = crowd.call(_ -> phone, setup.progress());
    setup.step().accept("searching the control");
    return take(server, "control", search);
  }

  /// What a captor finds in a process and in its folder.
  ///
  /// @param bytes of memory that were looked through
  private record Taken(Set<Trace> memory, Set<Trace> files, long bytes) {}

  private Taken take(Machine machine, String name, Search search) throws IOException {
    Search.Scan memory = search.scan("the " + name + "'s memory");
    try (ProcessMemory.StandStill still = ProcessMemory.stop(machine.pid())) {
      ProcessMemory.search(still, memory);
      return new Taken(memory.traces(), files(search, "the " + name + "'s files", List.of(place.folder(name))), memory.bytes());
    }
  }

  private static Set<Trace> files(Search search, String where, List<Path> folders) throws IOException {
    Search.Scan scan = search.scan(where);
    for (Path folder : folders) {
      Folder.search(folder, scan);
    }
    return scan.traces();
  }

  private static Set<Integer> owners(Set<Trace> traces) {
    return traces.stream().map(trace -> trace.mark().owner()).collect(Collectors.toSet());
  }

  private static Set<String> kinds(Set<Trace> traces) {
    return traces.stream().map(trace -> trace.mark().what()).collect(Collectors.toSet());
  }

  private static List<String> told(Set<Trace> traces) {
    Map<String, Set<Integer>> byKind = new TreeMap<>();
    for (Trace trace : traces) {
      byKind.computeIfAbsent(trace.told(), _ -> new HashSet<>()).add(trace.mark().owner());
    }
    return byKind.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue().size() + " visitors").toList();
  }
}
