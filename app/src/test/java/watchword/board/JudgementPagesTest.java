package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Status;
import watchword.core.kind.Language;

/// What readers see of a judgement: never a claim that reads as a fact.
class JudgementPagesTest {

  private static final String ENGLISH = "OUR JUDGEMENT: unlikely (20–45 %): ground forces of Vesk cross the southern border; by 31 Dec 2026";

  /// Where a line, an element, a JSON text or an entry begins.
  private static final Pattern BEGINS = Pattern.compile("[>\n]|\":\"|<s>");

  @TempDir Path folder;

  private Assets assets;

  @BeforeEach
  void placeholders() throws IOException {
    assets = Lorne.assets(folder);
  }

  @Test
  void no_format_states_a_claim_without_its_likelihood_or_as_anything_but_a_claim() {
    List<String> bare = new ArrayList<>();
    int stated = 0;
    for (Map.Entry<String, byte[]> file : site(Lorne.night()).entrySet()) {
      String text = new String(file.getValue(), StandardCharsets.UTF_8);
      for (StandingQuestion question : List.of(StandingQuestion.ATTACK, StandingQuestion.VOTE)) {
        for (String claim : question.claims().values()) {
          for (int at = text.indexOf(claim); at >= 0; at = text.indexOf(claim, at + 1)) {
            stated++;
            if (!behindItsRange(text, at)) {
              bare.add(file.getKey() + ": " + text.substring(Math.max(0, at - 60), at + claim.length()));
            }
          }
        }
      }
    }
    assertThat(bare).isEmpty();
    assertThat(stated).as("so that the test would see one").isGreaterThan(200);
  }

  private static boolean behindItsRange(String text, int at) {
    int begin = BEGINS.matcher(text.substring(0, at)).results().mapToInt(found -> found.end()).reduce(0, (first, last) -> last);
    String before = text.substring(begin, at);
    return before.matches(".*\\(\\d+–\\d+ %\\)[^.]*") || before.matches(".*[“«„]");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_format_tells_it_in_the_language_of_its_board(Language language) throws Exception {
    String at = language == Language.EN ? "" : language.code() + "/";
    SortedMap<String, byte[]> site = site(Lorne.night());
    Words words = Words.of(language);
    String claim = StandingQuestion.ATTACK.claim(language);
    String range = words.likelihood(Likelihood.UNLIKELY);
    String title = words.status(Status.JUDGED) + ": " + range.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + range.substring(1) + ": " + claim + "; ";
    String front = text(site, at + "index.html");
    assertThat(front).contains(">" + range + ": " + claim + "; ", words.say(Phrase.JUDGEMENTS), "class=\"status status-judged\">" + words.status(Status.JUDGED));
    assertThat(text(site, at + "b/attack.html")).contains("<title>" + title, words.means(Status.JUDGED));
    assertThat(text(site, at + "now.txt")).contains("\n" + title);
    assertThat(text(site, at + "feed.atom")).contains("<title>" + title, "term=\"judged\"");
    JsonNode feature = feature(site, at + "now.geojson", "attack");
    assertThat(feature.get("properties").get("title").asText()).startsWith(title);
    String sentence = feature.get("properties").get("sentence").asText();
    assertThat(sentence).contains(claim).contains("(20–45 %)");
    for (String file : List.of("now.txt", "feed.atom")) {
      assertThat(text(site, at + file)).as(file).contains(sentence);
    }
    String page = text(site, at + "b/attack.html");
    String answer = page.substring(page.indexOf("<h1>") + 4, page.indexOf("</h1>"));
    assertThat(answer).as("the answer alone stands largest").contains(claim + " ", "2026").endsWith(".").doesNotContain("(5–20 %)");
    assertThat(page).as("and the rest of its words under how we know").contains("<h2>" + words.say(Phrase.HOW_WE_KNOW) + "</h2>\n<p>" + sentence.substring(answer.length() + 1) + "</p>");
    assertThat(sentence).startsWith(answer).hasSizeGreaterThan(2 * answer.length());
  }

  @Test
  void on_a_map_it_has_neither_place_nor_kind() throws Exception {
    JsonNode feature = feature(site(Lorne.night()), "now.geojson", "attack");
    assertThat(feature.get("geometry").isNull()).isTrue();
    JsonNode properties = feature.get("properties");
    assertThat(properties.has("kind") || properties.has("area") || properties.has("centre")).isFalse();
    assertThat(properties.get("by").asText()).isEqualTo("2026-12-31");
    assertThat(properties.get("likelihoodPercent").toString()).isEqualTo("[20,45]");
    assertThat(properties.get("headline").get("en").asText()).isEqualTo(ENGLISH);
  }

  @Test
  void judgements_stand_after_what_happens_and_before_rumours() {
    String front = text(site(Lorne.night()), "index.html");
    assertThat(front.indexOf(">What we can tell")).isPositive().isLessThan(front.indexOf(">What we judge"));
    assertThat(front.indexOf(">What we judge")).isLessThan(front.indexOf(">Going round"));
    assertThat(front.indexOf("Unlikely (20–45 %): ground")).isGreaterThan(front.indexOf(">What we judge")).isLessThan(front.indexOf(">Going round"));
    assertThat(text(site(new Lorne(Language.EN)), "index.html")).doesNotContain("What we judge");
  }

  @Test
  void its_page_keeps_what_was_judged_before_and_no_later_likelihood_is_a_correction() {
    SortedMap<String, byte[]> site = site(Lorne.night());
    String page = text(site, "b/attack.html");
    assertThat(page).contains("<s>We judge it very unlikely (5–20 %) that ground forces of Vesk cross the southern border by 31 December 2026.", "Version 2", "Replaced by version 2");
    assertThat(page.replaceAll("<s>.*?</s>", "")).contains("Our judgement of 19 November 2026: very unlikely (5–20 %).").doesNotContain("We judge it very unlikely");
    assertThat(text(site, "corrections.html")).doesNotContain("Vesk");
  }

  @Test
  void once_withdrawn_it_is_told_as_a_claim_we_had_judged_with_no_likelihood_that_stands() throws Exception {
    SortedMap<String, byte[]> site = site(Lorne.night());
    String withdrawn = "our judgement of the claim “the vote in Pelsan is put off” (by 6 Dec 2026)";
    assertThat(text(site, "index.html")).contains(">Withdrawn: " + withdrawn);
    assertThat(text(site, "now.txt")).contains("RETRACTED: " + withdrawn);
    assertThat(text(site, "corrections.html")).contains("Withdrawn: " + withdrawn, "<s>OUR JUDGEMENT: likely (55–80 %): the vote in Pelsan is put off; by 6 Dec 2026</s>");
    JsonNode properties = feature(site, "now.geojson", "vote").get("properties");
    assertThat(properties.has("likelihoodPercent") || properties.has("sentence")).isFalse();
    assertThat(text(site, "b/vote.html")).contains("<title>RETRACTED: " + withdrawn, "<h1>Withdrawn: " + withdrawn, "Only a new bulletin on this page.");
    for (String file : List.of("index.html", "now.txt", "corrections.html", "b/vote.html", "feed.atom", "now.geojson")) {
      assertThat(text(site, file).replaceAll("<s>.*?</s>", "")).as(file).doesNotContain("likely (55–80 %): the vote", "that the vote in Pelsan");
    }
  }

  @Test
  void a_board_in_a_language_it_was_not_written_in_names_the_one_it_was() {
    BoardInput written = new Lorne(Language.PL).judge("attack", StandingQuestion.ATTACK, .3, 75).board();
    BoardInput read = new Lorne(Language.LT).board();
    SortedMap<String, byte[]> site = Site.of(new BoardInput(read.desk(), read.words(), read.zone(), read.languages(), read.pageConfiguration(), read.country(),
        read.rootPublicKey(), written.bulletins(), read.published(), read.expires()), Lorne.BoardKey.generate().key(), assets);
    assertThat(text(site, "now.txt")).contains("MŪSŲ VERTINIMAS: mažai tikėtina (20–45 %): [Polski] wojska lądowe Vesku przekroczą południową granicę; ne vėliau kaip 2026 gruod. 31",
        "[Polski] Oceniamy jako mało prawdopodobne (20–45 %), że wojska");
  }

  private SortedMap<String, byte[]> site(Lorne lorne) {
    return Site.of(lorne.board(), Lorne.BoardKey.generate().key(), assets);
  }

  private static String text(SortedMap<String, byte[]> site, String path) {
    return new String(Optional.ofNullable(site.get(path)).orElseThrow(() -> new AssertionError("no " + path)), StandardCharsets.UTF_8);
  }

  private static JsonNode feature(SortedMap<String, byte[]> site, String path, String thread) throws IOException {
    for (JsonNode feature : new ObjectMapper().readTree(text(site, path)).get("features")) {
      if (feature.get("properties").get("thread").asText().equals(thread)) {
        return feature;
      }
    }
    throw new AssertionError("no feature of " + thread);
  }
}
