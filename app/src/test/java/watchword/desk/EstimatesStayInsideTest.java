package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.board.Assets;
import watchword.board.Board;
import watchword.board.BoardInput;
import watchword.board.Minisign;
import watchword.board.PageConfiguration;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Confidence;
import watchword.core.assessment.Estimate;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.assessment.Scores;
import watchword.core.bulletin.Bulletin;
import watchword.core.kind.Language;
import watchword.drill.World;
import watchword.seal.Root;
import watchword.seal.SigningKey;

/// What members estimate, and how that was scored, in every byte that leaves the desk.
class EstimatesStayInsideTest {

  private static final Instant NOW = World.START.plus(Duration.ofDays(1));
  private static final LocalDate OPENS = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  private static final String ONE = "zwergschnepfe";
  private static final String OTHER = "quastenflosser";
  private static final double OF_ONE = .27316;
  private static final double OF_OTHER = .41897;
  private static final double JUDGED = .28754;
  private static final List<String> REASONS = List.of("because of the xylophone", "because of the balalaika", "nobody plays the theremin", "I hear an ocarina");
  private static final String CLAIM = "armed forces of Vesk are on the territory of Lorne";
  private static final EntryFormat FORMAT = new EntryFormat(RandomDesk.WORLD.kinds());

  @TempDir Path home;

  private final MemoryLedger ledger = new MemoryLedger();
  private final Desk desk = new Desk(ledger, new MemoryBodies(), RandomDesk.setup(new Random(1)));

  @BeforeEach
  void a_question_is_estimated_judged_told_and_ended() {
    Question question = new Question("attack", "the border", "Will they attack?", "a rule", "two agencies", OPENS, OPENS.plusDays(60),
        List.of(new Hypothesis("h1", "they attack"), new Hypothesis("none", "none of these")), List.of());
    act(ONE, new QuestionStep.Put(question, Map.of("h1", inEach(CLAIM)), BaseRate.counted(1, 57, 2, "one in 57 months")), World.START);
    act(ONE, new QuestionStep.Estimated(new Estimate(ONE, NOW, List.of(OF_ONE, 1 - OF_ONE), REASONS.get(0))), NOW);
    act(OTHER, new QuestionStep.Estimated(new Estimate(OTHER, NOW, List.of(OF_OTHER, 1 - OF_OTHER), REASONS.get(1))), NOW);
    act(ONE, new QuestionStep.Judged(new Judgement(ONE, NOW, List.of(JUDGED, 1 - JUDGED), Confidence.LOW, List.of(REASONS.get(2)), inEach("trains that go back"), Optional.empty(), List.of())), NOW);
    act(OTHER, new QuestionStep.Dissented(REASONS.get(3)), NOW);
    act(OTHER, new QuestionStep.Wished("h1"), NOW);
    assertThat(desk.tick(NOW)).hasSize(1);
    Instant later = NOW.plus(Duration.ofDays(4));
    act(OTHER, new QuestionStep.Ended(new Outcome.Came("none", OPENS.plusDays(3), "two agencies say so")), later);
  }

  @Test
  void no_file_of_the_board_no_feed_and_no_map_tells_who_estimated_what_or_how_good_it_was() throws IOException {
    SortedMap<String, byte[]> files = board(desk.bulletins(NOW.plus(Duration.ofDays(4))));
    assertThat(holding(files, CLAIM)).as("the judgement itself is told, plain and packed").contains("index.html", "feed.atom", "now.geojson", "now.txt", "index.html.gz", "now.geojson.gz")
        .anyMatch(name -> name.startsWith("be/"));
    for (String marker : markers()) {
      assertThat(holding(files, marker)).as(marker).isEmpty();
    }
    String name = files.firstKey();
    files.put(name, (new String(files.get(name), StandardCharsets.UTF_8) + markers().getFirst()).getBytes(StandardCharsets.UTF_8));
    assertThat(holding(files, markers().getFirst())).as("one that leaked would be found").containsExactly(name);
  }

  @Test
  void a_newcomers_snapshot_names_nobody_gives_no_reason_and_holds_no_score() {
    Casebook casebook = new Casebook();
    ledger.replay(casebook::apply);
    StringBuilder snapshot = new StringBuilder();
    Checkpoint.forNewcomer(casebook).forEach(entry -> snapshot.append(new String(FORMAT.write(entry), StandardCharsets.UTF_8)));
    assertThat(snapshot.toString()).contains("former-1", "former-2").doesNotContain(ONE, OTHER).doesNotContain(REASONS.toArray(String[]::new))
        .doesNotContain(scores().toArray(String[]::new));
  }

  /// Names, numbers as pages and files would spell them, reasons, and scores.
  private static List<String> markers() {
    List<String> markers = new ArrayList<>(List.of(ONE, OTHER));
    for (double number : List.of(OF_ONE, OF_OTHER, JUDGED, 1 - OF_ONE, 1 - OF_OTHER, 1 - JUDGED)) {
      markers.addAll(List.of(spelled("%.4f", number), spelled("%.5f", number).substring(1), spelled("%.1f\u00a0%%", 100 * number), spelled("%.1f %%", 100 * number), spelled("%.3f", 100 * number)));
    }
    markers.addAll(scores());
    markers.addAll(REASONS);
    return markers;
  }

  /// Of what was said when none of these came.
  private static List<String> scores() {
    List<String> scores = new ArrayList<>();
    for (double said : List.of(OF_ONE, OF_OTHER, JUDGED)) {
      scores.addAll(List.of(spelled("%.4f", Scores.brier(said, false)), spelled("%.4f", Scores.log(1 - said)), spelled("%.3f", Scores.baseline(1 - said, 2))));
    }
    return scores;
  }

  private static String spelled(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  /// The files that hold a text in their names or bytes, those that are packed as whoever reads them unpacks them.
  private static List<String> holding(SortedMap<String, byte[]> files, String text) {
    return files.entrySet().stream().filter(file -> file.getKey().contains(text) || new String(file.getValue(), StandardCharsets.UTF_8).contains(text)).map(Map.Entry::getKey).toList();
  }

  private SortedMap<String, byte[]> board(List<Bulletin> bulletins) throws IOException {
    SecureRandom random = new SecureRandom();
    SigningKey key = SigningKey.generate(random);
    Path assets = Files.createDirectories(home.resolve("assets"));
    for (String name : List.of("board.css", "board.js", "tell.js", "map.js", "words-en.json", "words-be.json", "words-ru.json", "words-uk.json", "words-pl.json", "words-lt.json")) {
      Files.writeString(assets.resolve(name), "/* " + name + " */");
    }
    Board board = new Board(home.resolve("board"), Assets.of(assets), Minisign.Key.of(new byte[8], key.verifyKey().raw().toArray()), key::sign, InstantSource.system());
    Instant now = NOW.plus(Duration.ofDays(4));
    try (Root root = Root.generate(random)) {
      Map<Language, String> forms = new EnumMap<>(Language.class);
      for (Language language : Language.values()) {
        forms.put(language, new PageConfiguration(RandomDesk.WORLD.gazetteer().towns(), root.publicPart(), ZoneOffset.UTC).json(language));
      }
      List<Bulletin> told = bulletins.stream().sorted(Comparator.comparing(bulletin -> bulletin.notice().published())).toList();
      Path folder = board.publish(new BoardInput("Watch of Lorne", List.of("one", "two", "three", "four", "five", "six"), ZoneOffset.UTC, List.of(Language.values()), forms,
          "{\"type\":\"FeatureCollection\",\"features\":[]}", HexFormat.of().formatHex(root.publicPart().raw()), told, now, now.plus(Duration.ofDays(1)))).folder();
      return read(folder);
    }
  }

  private static SortedMap<String, byte[]> read(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String name = folder.relativize(file).toString();
        files.put(name, name.endsWith(".gz") ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes);
      }
    }
    return files;
  }

  private static Map<Language, String> inEach(String text) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, text);
    }
    return texts;
  }

  private void act(String member, QuestionStep step, Instant at) {
    assertThat(desk.questions().act(member, "attack", step, at)).isEmpty();
  }
}
