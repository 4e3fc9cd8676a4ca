package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.Basis;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Status;
import watchword.core.kind.Language;
import watchword.seal.Compromise;
import watchword.seal.Epoch;
import watchword.seal.Root;

/// Every file of a board, as a reader, a feed reader, a map and a mirror get it.
class SiteTest {

  private static final Pattern LINK = Pattern.compile("(?:href|src|data-bulletins|data-country)=\"([^\"]*)\"");
  private static final int FRONT_PAGE_LIMIT = 14 * 1024;

  @TempDir Path folder;

  private Assets assets;

  @BeforeEach
  void placeholders() throws Exception {
    assets = Lorne.assets(folder);
  }

  @Test
  void every_page_and_feed_is_well_formed() throws Exception {
    for (Map.Entry<String, byte[]> file : pages(Lorne.night(), ".html", ".atom").entrySet()) {
      assertThat(xml(file.getValue()).getDocumentElement().getTagName()).as(file.getKey()).isIn("html", "feed");
    }
  }

  @Test
  void a_notice_of_compromise_stands_first_on_every_front_page_names_the_days_and_leads_to_the_signed_file() throws Exception {
    try (Root root = Root.generate(new SecureRandom())) {
      BoardInput good = Lorne.night().board();
      TreeMap<Epoch, TreeSet<Integer>> days = new TreeMap<>();
      for (int day : new int[] {20_776, 20_777, 20_778, 20_785}) {
        days.put(new Epoch(day), new TreeSet<>(Set.of(0)));
      }
      Compromise notice = Compromise.sign(root, good.published(), days);
      SortedMap<String, byte[]> site = Site.of(
          new BoardInput(good.desk(), good.words(), good.zone(), good.languages(), good.pageConfiguration(), good.country(), good.rootPublicKey(), good.bulletins(),
              good.published(), good.expires(), Optional.empty(), Optional.of(notice)), Lorne.BoardKey.generate().key(), assets);
      assertThat(Compromise.read(Objects.requireNonNull(site.get("compromise.txt")), root.publicPart()).days()).isEqualTo(notice.days());
      assertThat(text(site, "index.html")).contains("Others may read what was reported on these days: 19 Nov 2026 – 21 Nov 2026; 28 Nov 2026.", "href=\"compromise.txt\"");
      for (Language language : good.languages()) {
        String folder = language == good.languages().getFirst() ? "" : language.code() + "/";
        String page = text(site, folder + "index.html");
        assertThat(page.indexOf("class=\"compromise\"")).as(language.code()).isPositive().isLessThan(page.indexOf("class=\"bulletin"));
        assertThat(xml(Objects.requireNonNull(site.get(folder + "index.html"))).getDocumentElement().getTagName()).isEqualTo("html");
        assertThat(text(site, folder + "now.txt")).as(language.code()).containsPattern("19[^;\n]* – [^;\n]*21[^;\n]*;[^;\n]*28");
      }
      assertThat(site(Lorne.night())).doesNotContainKey("compromise.txt");
    }
  }

  @Test
  void every_link_leads_to_a_file_of_the_same_site() {
    SortedMap<String, byte[]> site = site(Lorne.night());
    List<String> lost = new ArrayList<>();
    for (String page : site.keySet()) {
      if (page.endsWith(".html") || page.endsWith(".atom")) {
        for (String link : links(text(site, page))) {
          String target = Path.of("/" + page).resolveSibling(link.replaceFirst("#.*", "")).normalize().toString().substring(1);
          // The manifest is made from the site.
          if (!link.equals("#") && !site.containsKey(target) && !target.startsWith("manifest.json")) {
            lost.add(page + " → " + link);
          }
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void no_file_names_another_server() {
    site(Lorne.night()).forEach((path, content) -> {
      if (!path.startsWith("assets/")) {
        String text = new String(content, StandardCharsets.UTF_8).replace("xmlns=\"http://www.w3.org/2005/Atom\"", "");
        assertThat(text).as(path).doesNotContain("http:", "https:", "=\"//", "mailto:");
      }
    });
  }

  @Test
  void nothing_inline_runs_and_a_page_without_script_says_everything() {
    Lorne lorne = Lorne.night();
    Pattern script = Pattern.compile("<script ([^>]*)>([^<]*)</script>");
    for (Map.Entry<String, byte[]> page : pages(lorne, ".html").entrySet()) {
      String html = new String(page.getValue(), StandardCharsets.UTF_8);
      Matcher scripts = script.matcher(html);
      while (scripts.find()) {
        assertThat(scripts.group(1).startsWith("type=\"application/json\"") || scripts.group(2).isEmpty()).as(page.getKey()).isTrue();
      }
      assertThat(html).doesNotContainPattern("\\son[a-z]+=").doesNotContain("javascript:", " style=");
    }
    String front = text(site(lorne), "index.html");
    assertThat(front).contains("No sign of this: Border crossed by force near Bruma", "Explosions near Dal", "Withdrawn: Fire near Sulvan",
        "Not true: Bridge or dam damaged near Old Dal", "href=\"now-6h.html\"", "WE DO NOT CONFIRM");
  }

  @Test
  void every_page_names_its_scripts_by_their_hashes() throws Exception {
    Pattern loaded = Pattern.compile("src=\"(?:\\.\\./)*assets/([^\"]+)\"([^>]*)>");
    int scripts = 0;
    for (Map.Entry<String, byte[]> page : pages(Lorne.night(), ".html").entrySet()) {
      Matcher files = loaded.matcher(new String(page.getValue(), StandardCharsets.UTF_8));
      while (files.find()) {
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(assets.files().get(files.group(1)));
        assertThat(files.group(2)).as(page.getKey()).contains("integrity=\"sha256-" + java.util.Base64.getEncoder().encodeToString(hash) + "\"");
        scripts++;
      }
    }
    assertThat(scripts).isGreaterThan(2);
  }

  @Test
  void only_front_pages_hold_the_form_and_all_of_them_alike() {
    pages(Lorne.night(), ".html").forEach((path, content) -> {
      String html = new String(content, StandardCharsets.UTF_8);
      if (path.endsWith("index.html")) {
        assertThat(html).contains("<section id=\"tell\" hidden=\"\" data-words=\"sha256-", "<a href=\"#\" id=\"tell-open\"", "assets/tell.js\"");
        assertThat(html).contains("<script type=\"application/json\" id=\"watchword-page\">{\"format\":\"watchword.page/1\"");
      } else {
        assertThat(html).as(path).doesNotContain("tell.js", "watchword-page");
      }
    });
  }

  @Test
  void every_page_names_the_desk_by_its_six_words() {
    pages(Lorne.night(), ".html", ".txt", ".atom").forEach((path, content) ->
        assertThat(new String(content, StandardCharsets.UTF_8)).as(path).contains("harbor violin candle orbit meadow salt"));
  }

  @Test
  void a_feed_has_what_atom_asks_for_and_ids_that_stay() throws Exception {
    Element feed = xml(content(site(Lorne.night()), "feed.atom")).getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    for (String tag : List.of("id", "title", "updated")) {
      assertThat(children(feed, tag)).as(tag).hasSize(1);
    }
    assertThat(feed.getElementsByTagName("name").item(0).getTextContent()).isEqualTo("Watch of Lorne");
    Set<String> ids = new HashSet<>();
    for (Element entry : children(feed, "entry")) {
      assertThat(ids.add(one(entry, "id"))).isTrue();
      assertThat(one(entry, "title")).isNotBlank();
      assertThat(Instant.parse(one(entry, "updated"))).isAfterOrEqualTo(Instant.parse(one(entry, "published")));
    }
    assertThat(ids).contains("urn:uuid:779b60c8-0939-8a05-a627-cea9371bd35b", Urn.of("entry", "column", "2", "en"), Urn.of("entry", "fire", "2", "en"));
    assertThat(one(xml(content(site(Lorne.night()), "be/feed.atom")).getDocumentElement(), "id")).isNotEqualTo(one(feed, "id"));
  }

  @Test
  void the_map_is_geojson_with_areas_and_never_a_finer_place() throws Exception {
    JsonNode map = new ObjectMapper().readTree(content(site(Lorne.night()), "now.geojson"));
    assertThat(map.get("type").asText()).isEqualTo("FeatureCollection");
    for (JsonNode feature : map.get("features")) {
      JsonNode properties = feature.get("properties");
      assertThat(properties.get("title").asText()).startsWith(Words.of(Language.EN).status(Status.valueOf(properties.get("status").asText())));
      assertThat(properties.get("headline").size()).isEqualTo(6);
      if (!feature.get("geometry").isNull()) {
        JsonNode ring = feature.get("geometry").get("coordinates").get(0);
        assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
        assertThat(signedArea(ring)).as("against the clock").isPositive();
      }
    }
    JsonNode drones = feature(map, "drones");
    assertThat(drones.get("properties").get("radiusMetres").asInt()).isEqualTo(40_000);
    assertThat(drones.get("properties").get("likelihoodPercent").toString()).isEqualTo("[95,99]");
    assertThat(feature(map, "tonight").get("geometry").isNull()).isTrue();
  }

  @Test
  void a_circle_that_would_cross_the_date_line_is_a_point() throws Exception {
    Lorne lorne = new Lorne(Language.EN).tell("edge", Status.CONFIRMED, "flood", Lorne.near("Edge", 51, 179.9, 30), 5, 60, Basis.CHECKED_TWICE, "");
    JsonNode map = new ObjectMapper().readTree(content(site(lorne), "now.geojson"));
    assertThat(map.get("features").get(0).get("geometry").toString()).isEqualTo("{\"type\":\"Point\",\"coordinates\":[179.9,51.0]}");
  }

  @Test
  void a_retraction_reaches_every_format_and_leaves_nothing_of_its_claim_as_current() throws Exception {
    SortedMap<String, byte[]> site = site(Lorne.night());
    assertThat(text(site, "index.html")).contains("Withdrawn: Fire near Sulvan").doesNotContain(">Fire near Sulvan");
    assertThat(text(site, "now.txt")).contains("RETRACTED: Fire near Sulvan").doesNotContain("UNCONFIRMED: Fire");
    assertThat(text(site, "corrections.html")).contains("Withdrawn: Fire near Sulvan", "<s>UNCONFIRMED: Fire near Sulvan</s>");
    String page = text(site, "b/fire.html");
    assertThat(page).contains("<title>RETRACTED: Fire near Sulvan", "Do not rely on it", "<s>UNCONFIRMED: Fire near Sulvan; Very likely (80–95 %)</s>");
    assertThat(page.replaceAll("<s>[^<]*</s>", "")).doesNotContain("Very likely", "UNCONFIRMED");
    JsonNode fire = feature(new ObjectMapper().readTree(content(site, "now.geojson")), "fire").get("properties");
    assertThat(fire.get("status").asText()).isEqualTo("RETRACTED");
    assertThat(fire.has("likelihoodPercent")).isFalse();
    Instant withdrawn = Lorne.NOW.minusSeconds(30 * 60);
    Element feed = xml(content(site, "feed.atom")).getDocumentElement();
    List<Element> entries = children(feed, "entry").stream().filter(entry -> one(entry, "title").contains("Fire")).toList();
    assertThat(entries).hasSize(2).allSatisfy(entry -> {
      assertThat(one(entry, "title")).isEqualTo("RETRACTED: Fire near Sulvan");
      assertThat(one(entry, "updated")).as("so that readers take the new text").isEqualTo(withdrawn.toString());
      assertThat(one(entry, "content")).doesNotContain("likely");
    });
  }

  @Test
  void a_correction_that_was_itself_withdrawn_and_its_note_stand_struck() {
    Optional<Area> area = Lorne.near("Old Dal", 51.96, -33.48, 10);
    Lorne lorne = new Lorne(Language.EN)
        .tell("dam", Status.REFUTED, "bridge-or-dam-damaged", area, 200, 900, Basis.CHECKED_TWICE, "")
        .update("dam", Status.UNCONFIRMED, 100, 240, Basis.UNPROVEN_ACCOUNTS, "A second crew went to look.")
        .cancel("dam", 20, "");
    SortedMap<String, byte[]> site = site(lorne);
    String corrections = text(site, "corrections.html");
    assertThat(corrections).contains(
        "<s>UNCONFIRMED: Bridge or dam damaged near Old Dal</s>", ">Withdrawn: Bridge or dam damaged near Old Dal</a>");
    assertThat(corrections.replaceAll("<s>.*?</s>", "")).doesNotContain("UNCONFIRMED", ">Bridge or dam damaged");
    String page = text(site, "b/dam.html");
    assertThat(page).contains("<bdi dir=\"auto\"><s>A second crew went to look.</s>");
    assertThat(page.replaceAll("<s>.*?</s>", "")).doesNotContain("UNCONFIRMED", "A second crew");
  }

  @Test
  void an_entry_that_was_replaced_says_by_what() throws Exception {
    Element feed = xml(content(site(Lorne.night()), "feed.atom")).getDocumentElement();
    Element first = children(feed, "entry").stream().filter(entry -> one(entry, "id").equals(Urn.of("entry", "column", "1", "en"))).findFirst().orElseThrow();
    assertThat(one(first, "title")).contains("Replaced by version 2");
    assertThat(one(first, "content")).contains("CONFIRMED: Military column on the move near Ulmask");
  }

  @Test
  void a_note_is_escaped_kept_apart_and_shows_what_hides_in_it() {
    Lorne lorne = new Lorne(Language.EN).tell("n", Status.CONFIRMED, "fire", Lorne.near("<i>", 1, 1, 20), 5, 60, Basis.CHECKED_TWICE,
        "<b>bold</b> \u202Eno\u200B sign");
    SortedMap<String, byte[]> site = site(lorne);
    assertThat(text(site, "b/n.html")).contains("<bdi dir=\"auto\">&lt;b&gt;bold&lt;/b&gt; [U+202E]no[U+200B] sign</bdi>", "Fire near &lt;i&gt;");
    assertThat(text(site, "now.txt")).contains("[U+202E]no[U+200B] sign");
  }

  @Test
  void a_board_with_nothing_to_tell_says_what_that_means() {
    SortedMap<String, byte[]> site = site(new Lorne(Language.EN));
    assertThat(text(site, "index.html")).contains("That does not mean that nothing happens.");
    assertThat(text(site, "now.txt")).contains("That does not mean that nothing happens.");
    assertThat(text(site, "corrections.html")).contains("Nothing has been taken back so far.");
  }

  @Test
  void the_front_page_of_a_busy_night_stays_within_its_size() throws Exception {
    Lorne lorne = Lorne.busyNight();
    for (Language language : Language.values()) {
      String path = language == Language.EN ? "index.html" : language.code() + "/index.html";
      byte[] page = content(site(lorne), path);
      byte[] packed = Twin.of(path, page).orElseThrow();
      System.out.printf("front page, 30 bulletins, %s: %d bytes, %d compressed%n", language.code(), page.length, packed.length);
      assertThat(packed.length).isLessThanOrEqualTo(FRONT_PAGE_LIMIT);
    }
  }

  @Test
  void the_form_is_configured_in_the_language_of_its_page_or_the_board_refused() {
    SortedMap<String, byte[]> site = site(Lorne.night());
    assertThat(text(site, "index.html")).contains("\"in\":\"EN\"");
    assertThat(text(site, "be/index.html")).contains("\"in\":\"BE\"");
    assertThatThrownBy(() -> configured(Map.of(Language.EN, "{}"))).hasMessageContaining("exactly the board's languages");
    assertThatThrownBy(() -> configured(Map.of(Language.EN, "{\"a\":", Language.BE, "{}"))).hasMessageContaining("is not JSON");
  }

  private static BoardInput configured(Map<Language, String> configuration) {
    BoardInput good = new Lorne(Language.EN, Language.BE).board();
    return new BoardInput(good.desk(), good.words(), good.zone(), good.languages(), configuration, good.country(),
        good.rootPublicKey(), good.bulletins(), good.published(), good.expires());
  }

  private SortedMap<String, byte[]> site(Lorne lorne) {
    return Site.of(lorne.board(), Lorne.BoardKey.generate().key(), assets);
  }

  private SortedMap<String, byte[]> pages(Lorne lorne, String... endings) {
    SortedMap<String, byte[]> site = site(lorne);
    site.keySet().removeIf(path -> Stream.of(endings).noneMatch(path::endsWith));
    assertThat(site).isNotEmpty();
    return site;
  }

  private static String text(SortedMap<String, byte[]> site, String path) {
    return new String(content(site, path), StandardCharsets.UTF_8);
  }

  private static byte[] content(SortedMap<String, byte[]> site, String path) {
    return Optional.ofNullable(site.get(path)).orElseThrow(() -> new AssertionError("no " + path));
  }

  private static List<String> links(String html) {
    return LINK.matcher(html).results().map(found -> found.group(1)).toList();
  }

  private static Document xml(byte[] content) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(new ByteArrayInputStream(content));
  }

  private static List<Element> children(Element parent, String tag) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element && element.getTagName().equals(tag)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String one(Element parent, String tag) {
    List<Element> found = children(parent, tag);
    assertThat(found).as(tag).hasSize(1);
    return found.getFirst().getTextContent();
  }

  private static JsonNode feature(JsonNode map, String thread) {
    for (JsonNode feature : map.get("features")) {
      if (feature.get("properties").get("thread").asText().equals(thread)) {
        return feature;
      }
    }
    throw new AssertionError("no feature of " + thread);
  }

  private static double signedArea(JsonNode ring) {
    double sum = 0;
    for (int i = 1; i < ring.size(); i++) {
      JsonNode a = ring.get(i - 1);
      JsonNode b = ring.get(i);
      sum += a.get(0).asDouble() * b.get(1).asDouble() - b.get(0).asDouble() * a.get(1).asDouble();
    }
    return sum / 2;
  }
}
