package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchword.board.Assets;
import watchword.board.Board;
import watchword.board.BoardInput;
import watchword.board.Minisign;
import watchword.board.PageConfiguration;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.Status;
import watchword.core.kind.Language;
import watchword.seal.Root;
import watchword.seal.SigningKey;

/// The public's view of a desk that is being played: every byte of the board, made anew whenever there is news.
final class PublicBytes {

  private static final Pattern LINK =
      Pattern.compile("href=\"(?:\\.\\./)?(?:b/)?([A-Za-z0-9_-]+)\\.html\"[^>]*>([^<]*)</a>");
  private static final Pattern ENTRY = Pattern.compile("<entry>.*?</entry>", Pattern.DOTALL);
  private static final Pattern STRUCK = Pattern.compile("<s>[^<]*</s>");
  private static final String CLAIM = "(?i)\\b(un)?confirmed\\b|likely|even chance|almost certain";

  private final Board board;
  private final Markers markers;
  private final String form;
  private final String root;
  private final Set<String> everWithdrawn = new TreeSet<>();
  private List<Bulletin> shown = List.of();
  private Path folder;

  PublicBytes(World world, Path home) throws IOException {
    SecureRandom random = new SecureRandom();
    SigningKey key = SigningKey.generate(random);
    Path assets = Files.createDirectories(home.resolve("assets"));
    List<String> names = List.of("board.css", "board.js", "tell.js", "map.js",
        "words-en.json", "words-be.json", "words-ru.json", "words-uk.json", "words-pl.json", "words-lt.json");
    for (String name : names) {
      Files.writeString(assets.resolve(name), "/* " + name + " */");
    }
    board = new Board(
        home.resolve("board"), Assets.of(assets), Minisign.Key.of(new byte[8], key.verifyKey().raw().toArray()), key::sign,
        InstantSource.system());
    markers = new Markers(world, Snapshots.of(world));
    try (Root desk = Root.generate(random)) {
      form = new PageConfiguration(world.gazetteer().towns(), desk.publicPart(), ZoneOffset.UTC).json(Language.EN);
      root = HexFormat.of().formatHex(desk.publicPart().raw());
    }
    folder = publish(world.start());
  }

  void show(List<Bulletin> bulletins, Instant now) throws IOException {
    if (!bulletins.equals(shown)) {
      shown = List.copyOf(bulletins);
      folder = publish(now);
      markers.search(folder);
    }
  }

  int markersFound() {
    return markers.found();
  }

  /// How many threads were seen withdrawn so far.
  int withdrawn() {
    return everWithdrawn.size();
  }

  private Path publish(Instant now) throws IOException {
    List<Bulletin> told =
        shown.stream().sorted(Comparator.comparing(bulletin -> bulletin.notice().published())).toList();
    return board.publish(new BoardInput(
        "Watch of Lorne", List.of("one", "two", "three", "four", "five", "six"), ZoneOffset.UTC, List.of(Language.EN),
        Map.of(Language.EN, form),
        "{\"type\":\"FeatureCollection\",\"features\":[]}", root, told, now, now.plus(Duration.ofDays(1)))).folder();
  }

  /// Now, the lists of hours and days behind, the thread's own page with its history, corrections, map, text and feed.
  void assertWithdrawnIsGoneEverywhere() throws IOException {
    Map<String, Status> latest = new HashMap<>();
    shown.forEach(bulletin -> latest.put(bulletin.notice().thread().value(), bulletin.notice().status()));
    List<String> gone = latest.entrySet().stream()
        .filter(thread -> thread.getValue() == Status.RETRACTED).map(Map.Entry::getKey).sorted().toList();
    if (gone.isEmpty()) {
      return;
    }
    everWithdrawn.addAll(gone);
    for (Path page : files(".html")) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        if (gone.contains(link.group(1))) {
          assertThat(link.group(2)).as("%s of %s", page.getFileName(), link.group(1)).startsWith("Withdrawn: ");
        }
      }
    }
    for (String thread : gone) {
      String page = STRUCK.matcher(Files.readString(folder.resolve("b/" + thread + ".html"))).replaceAll("");
      String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
      assertThat(main).as("the page of %s", thread).contains("Withdrawn: ").doesNotContainPattern(CLAIM);
    }
    assertMapAndText(gone);
    assertFeed(gone);
  }

  private void assertMapAndText(List<String> gone) throws IOException {
    List<String> titles = new ArrayList<>();
    JsonNode map = JsonMapper.builder().build().readTree(folder.resolve("now.geojson").toFile());
    for (JsonNode feature : map.required("features")) {
      JsonNode properties = feature.required("properties");
      titles.add(properties.required("title").asText());
      if (gone.contains(properties.required("thread").asText())) {
        assertThat(properties.required("status").asText()).isEqualTo("RETRACTED");
        assertThat(properties.has("likelihoodPercent")).isFalse();
      }
    }
    List<String> lines = Files.readAllLines(folder.resolve("now.txt"));
    assertThat(lines.stream().filter(titles::contains)).as("the text has what the map has")
        .containsExactlyInAnyOrderElementsOf(titles);
  }

  private void assertFeed(List<String> gone) throws IOException {
    Matcher entries = ENTRY.matcher(Files.readString(folder.resolve("feed.atom")));
    while (entries.find()) {
      String entry = entries.group();
      if (gone.stream().anyMatch(thread -> entry.contains(":" + thread + ":"))) {
        assertThat(entry).contains("<title>RETRACTED: ").doesNotContainPattern("likely|even chance|almost certain");
      }
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
