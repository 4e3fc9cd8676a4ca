package watchword.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import watchword.archive.KindsFile;
import watchword.board.BoardInput;
import watchword.board.PageConfiguration;
import watchword.board.SealerPage;
import watchword.board.Publication;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.SourceRecords;
import watchword.core.decision.Policy;
import watchword.core.kind.Kinds;
import watchword.core.kind.Language;
import watchword.core.place.Outline;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.desk.Desk;
import watchword.desk.DropBox;
import watchword.desk.MemoryBodies;
import watchword.desk.MemoryLedger;
import watchword.desk.Models;
import watchword.desk.ReportFormat;

/// One evening in the invented country, played through the real doors.
///
/// Senders seal and post over HTTP, the hub forgets, the gate collects, the desk opens and merges, two editors act and answer a standing question, the board is rebuilt. A caller moves the clock and
/// calls `minute` once for each minute of the drill.
public final class Drill implements AutoCloseable {

  /// The two people of the drill's desk.
  public static final List<String> MEMBERS = List.of("anna", "boris");

  public static final String DESK_NAME = "Watch of Lorne";
  private static final int EDITOR_MINUTES = 5;
  private static final int SENDERS = 4;

  /// Observers were right eleven times in twelve before the evening began.
  private static final SourceRecords.Tally OBSERVER_RECORD = new SourceRecords.Tally(11, 1);

  /// Holds of a day pass before a drill is scored.
  private static final Duration AFTERWARDS = Duration.ofHours(26);

  private final World world;
  private final Machines machines;
  private final Kinds kinds = KindsFile.builtIn();
  private final ReportFormat format = new ReportFormat(kinds);
  private final Senders senders;
  private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
  private final Desk desk;
  private final Editor editor;
  private final StandingQuestion standing;
  private final Snapshots snapshots;
  private final Questions questions;
  private final DropBox drops;
  private final Markers markers;
  private final Map<ReportId, ReportId> worldIds = new HashMap<>();
  private final Set<ReportId> acknowledged = new LinkedHashSet<>();
  private final PageConfiguration configuration;
  private final String sealer;
  private final List<String> words;
  private int next;
  private int sent;
  private int answers;
  private List<Bulletin> shown = List.of();

  /// @param home an empty folder, removed on close
  /// @param keyClock by which bundles are made and believed
  public Drill(World world, Path home, int port, InstantSource keyClock) throws IOException {
    this.world = world;
    this.machines = new Machines(home, port, keyClock);
    this.senders = new Senders(machines.address(), machines.root(), kinds, new SecureRandom(), keyClock);
    SplittableRandom dice = new SplittableRandom(world.seed());
    SecureRandom random = new SecureRandom();
    Desk.Setup setup = new Desk.Setup(Models.standard(Policy.DEFAULT), Policy.DEFAULT, world.gazetteer(), ZoneOffset.UTC, () -> bulletinId(random));
    this.desk = new Desk(new MemoryLedger(), new MemoryBodies(), setup);
    observers().forEach(source -> desk.enrol(MEMBERS.getFirst(), source, OBSERVER_RECORD, world.start()));
    Checks checks = new Checks(world);
    this.editor = new Editor(desk, MEMBERS, reports -> check(checks, dice, reports));
    this.standing = new StandingQuestion(desk, MEMBERS, TrueBorder.of(world), world.start(), world.end());
    this.snapshots = Snapshots.of(world);
    this.questions = new Questions(desk, MEMBERS.getLast());
    this.drops = machines.drops(desk.letters());
    this.markers = new Markers(world, snapshots);
    this.configuration = new PageConfiguration(towns(), machines.root(), ZoneOffset.UTC);
    this.words = machines.words(dictionary());
    this.sealer = SealerPage.write(
        DESK_NAME, words, Arrays.asList(Language.values()), machines.courier(), PageConfiguration.offline(towns(), Outline.NONE, machines.root(), ZoneOffset.UTC));
    publish(world.start());
  }

  /// Plays what a minute of the drill brings.
  public void minute(Instant now) throws IOException {
    send(now);
    machines.tickSmall();
    if (onGrid(now, Policy.TICK)) {
      machines.tickLarge();
    }
    Machines.Collected collected = machines.collect(format);
    for (ReportFormat.Opened opened : collected.reports()) {
      desk.receive(opened.report(), opened.mailbox().spelling(), Desk.DESK, now);
    }
    collected.photos().forEach(photo -> desk.receive(photo, 0, now));
    collected.continuations().forEach(continuation -> desk.letters().receive(continuation, 0, now));
    attend(now);
    if (drops.renew(machines.dropTime(now))) {
      answers += senders.answer();
    }
  }

  /// How many answers of senders came to what the desk asked them.
  int answers() {
    return answers;
  }

  /// Plays the hours in which nothing is sent any more but holds pass, at the pace of the tick.
  public void afterwards(DrillClock clock) throws IOException {
    Instant end = clock.instant().plus(AFTERWARDS);
    while (clock.instant().isBefore(end)) {
      clock.advanceTo(Policy.TICK);
      attend(clock.instant());
    }
  }

  public boolean everythingSent() {
    return next == world.sendings().size();
  }

  /// What it came to.
  ///
  /// @throws IllegalStateException before the night is over that the standing question asks about: it ends within `afterwards`
  public Score score(Instant now) {
    return Score.of(world, desk, now, new Score.Counts(sent, acknowledged, markers.found(), this::worldId, standing.score()));
  }

  public Desk desk() {
    return desk;
  }

  public World world() {
    return world;
  }

  public Kinds kinds() {
    return kinds;
  }

  /// The hub's address, where the board is read and reports are taken.
  public URI address() {
    return machines.address();
  }

  public Path board() {
    return machines.board().current();
  }

  private void send(Instant now) throws IOException {
    List<Report> sealed = new ArrayList<>();
    List<Sending> all = world.sendings();
    while (next < all.size() && !all.get(next).at().isAfter(now)) {
      Report report = all.get(next++).report();
      sent++;
      if (report.channel() == Channel.SEALED) {
        sealed.add(report);
      } else {
        acknowledged.add(report.id());
        desk.receive(report, "", MEMBERS.getFirst(), now);
      }
    }
    for (Sent one : sealed.isEmpty() ? List.<Sent>of() : senders.send(sealed, snapshots.of(), threads)) {
      if (one instanceof Sent.Acknowledged taken) {
        worldIds.put(taken.content(), taken.report());
        acknowledged.add(taken.report());
      }
    }
  }

  /// What happens at the desk whether or not reports come.
  private void attend(Instant now) throws IOException {
    if (now.getEpochSecond() / 60 % EDITOR_MINUTES == 0) {
      editor.work(now);
      standing.work(now);
      questions.ask(now);
    }
    if (onGrid(now, Policy.TICK)) {
      desk.tick(now);
    }
    // Not by time: what a person publishes in the minute of a board is news all the same.
    if (!desk.bulletins(now).equals(shown)) {
      publish(now);
    }
  }

  private void publish(Instant now) throws IOException {
    Map<Language, String> form = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      form.put(language, configuration.json(language));
    }
    shown = desk.bulletins(now);
    List<Bulletin> bulletins = shown.stream().sorted(Comparator.comparing(bulletin -> bulletin.notice().published())).toList();
    Publication publication = machines.board().publish(new BoardInput(
        DESK_NAME, words, ZoneOffset.UTC, Arrays.asList(Language.values()), form, outline(), machines.rootHex(), bulletins, now, now.plus(Duration.ofDays(1)),
        Optional.of(sealer), Optional.empty()));
    markers.search(publication.folder());
  }

  private Finding.Outcome check(Checks checks, SplittableRandom dice, Collection<ReportId> reports) {
    List<ReportId> known = reports.stream().map(this::worldId).filter(id -> world.labels().containsKey(id)).toList();
    return known.isEmpty() ? Finding.Outcome.UNREACHABLE : checks.check(known, dice);
  }

  /// The world's id of a report; its own where it did not travel sealed.
  private ReportId worldId(ReportId id) {
    return worldIds.getOrDefault(id, id);
  }

  private Set<SourceKey> observers() {
    Set<SourceKey> observers = new LinkedHashSet<>();
    for (Sending sending : world.sendings()) {
      if (sending.report().channel() == Channel.OBSERVER) {
        observers.add(sending.report().source());
      }
    }
    return observers;
  }

  private List<Town> towns() {
    return world.gazetteer().towns().stream().sorted(Comparator.comparingLong(Town::population).reversed()).toList();
  }

  private String outline() {
    ObjectNode collection = new ObjectMapper().createObjectNode();
    collection.put("type", "FeatureCollection");
    ObjectNode feature = collection.putArray("features").addObject();
    feature.put("type", "Feature");
    feature.putObject("properties");
    ObjectNode geometry = feature.putObject("geometry");
    geometry.put("type", "Polygon");
    ArrayNode ring = geometry.putArray("coordinates").addArray();
    List<List<Double>> points = new ArrayList<>(world.country().outline());
    if (!points.getFirst().equals(points.getLast())) {
      points.add(points.getFirst());
    }
    points.forEach(point -> ring.addArray().add(point.get(1)).add(point.get(0)));
    return collection.toString();
  }

  private static BulletinId bulletinId(SecureRandom random) {
    byte[] id = new byte[8];
    random.nextBytes(id);
    return new BulletinId(HexFormat.of().formatHex(id));
  }

  /// The words fingerprints and passphrases are made of.
  public static List<String> dictionary() throws IOException {
    try (InputStream file = Drill.class.getResourceAsStream("/watchword/web/data/bip39-english.txt")) {
      if (file == null) {
        throw new IOException("the list of words is missing from the build");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static boolean onGrid(Instant now, Duration grid) {
    return now.getEpochSecond() % grid.toSeconds() == 0;
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    machines.close();
  }
}
