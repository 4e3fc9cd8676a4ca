package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchword.archive.Atlas;
import watchword.archive.Territory;
import watchword.core.kind.Language;
import watchword.core.place.Outline;
import watchword.core.place.Town;
import watchword.seal.BoardKey;
import watchword.seal.Bundle;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.PrivateKey;
import watchword.seal.PublicKey;
import watchword.seal.Root;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// The offline sealer is the web module's template with one block; its hash stands on the board, and the manifest signs it.
class SealerPageTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Root ROOT = Root.generate(RANDOM);
  private static final Term TERM = Term.courier(new Epoch(20_779));
  private static final byte[] COURIER = bundle(TERM, 0).write(ROOT);
  private static final List<String> WORDS = List.of("harbor", "violin", "candle", "orbit", "meadow", "salt");
  private static final List<Language> LANGUAGES = List.of(Language.BE, Language.EN);
  private static final PageConfiguration PAGE = PageConfiguration.offline(towns(), outline(), ROOT.publicPart(), ZoneOffset.ofHours(3));
  private static final String BEGIN = "<!-- watchword.sealer begins -->\n<script type=\"application/json\" id=\"watchword-sealer\">";
  private static final String END = "</script>\n<!-- watchword.sealer ends -->";

  @Test
  void the_same_bundle_gives_the_same_bytes_and_another_changes_the_block_alone() {
    String one = write(COURIER);
    assertThat(write(COURIER)).isEqualTo(one);

    String other = write(bundle(Term.courier(new Epoch(20_794)), 0).write(ROOT));
    assertThat(other).isNotEqualTo(one);
    assertThat(withoutBlock(other)).isEqualTo(withoutBlock(one)).contains("default-src 'none'").doesNotContain("{sealer}");
  }

  @Test
  void the_block_says_who_in_which_languages_and_carries_the_bundle_as_it_was_signed() throws Exception {
    JsonNode block = new ObjectMapper().readTree(block(write(COURIER)));
    assertThat(block.get("format").textValue()).isEqualTo("watchword.sealer/1");
    assertThat(block.get("desk").textValue()).isEqualTo("Watch of </script><!--");
    assertThat(Base64.getDecoder().decode(block.get("bundle").textValue())).isEqualTo(COURIER);
    assertThat(block.get("words")).extracting(JsonNode::textValue).containsExactlyElementsOf(WORDS);
    assertThat(block.get("languages")).extracting(JsonNode::textValue).containsExactly("be", "en");
    assertThat(block.get("page").get("kinds").get(0).get("names")).hasSize(2);
  }

  @Test
  void nothing_in_a_block_ends_its_element() {
    assertThat(block(write(COURIER))).doesNotContain("<", ">");
  }

  @Test
  void it_offers_every_town_of_a_small_country_in_half_a_megabyte() throws Exception {
    JsonNode towns = new ObjectMapper().readTree(block(write(COURIER))).get("page").get("towns");
    assertThat(new ObjectMapper().readTree(block(write(COURIER))).get("page").get("outline")).isNotEmpty();
    assertThat(towns.size()).isEqualTo(towns().size()).isGreaterThan(300);
    assertThat(write(COURIER).getBytes(StandardCharsets.UTF_8).length).isLessThan(500_000);
  }

  @Test
  void a_day_s_bundle_and_what_is_none_are_refused() {
    assertThatThrownBy(() -> write(bundle(Term.day(new Epoch(20_779)), 16).write(ROOT)))
        .isInstanceOf(IllegalArgumentException.class).hasMessage("the sealer's bundle is of one day");
    assertThatThrownBy(() -> write(new byte[16])).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_template_with_no_place_or_two_is_refused() {
    assertThat(SealerPage.fill("a {sealer} b", "x{sealer}")).isEqualTo("a x{sealer} b");
    assertThatThrownBy(() -> SealerPage.fill("a", "x")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> SealerPage.fill("{sealer}{sealer}", "x")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void its_hash_stands_on_the_pages_and_in_the_manifest_and_readers_without_script_are_led_to_it() throws Exception {
    String sealer = write(COURIER);
    BoardInput lorne = new Lorne(Language.EN, Language.PL).board();
    BoardInput input = new BoardInput(
        lorne.desk(), lorne.words(), lorne.zone(), lorne.languages(), lorne.pageConfiguration(), lorne.country(), lorne.rootPublicKey(), lorne.bulletins(),
        lorne.published(), lorne.expires(), java.util.Optional.of(sealer), java.util.Optional.empty());
    SortedMap<String, byte[]> files = Site.of(input, Minisign.Key.of(new byte[8], new byte[32]), Assets.fromClassPath());

    String hash = Manifest.hash(text(files, "sealer.html").getBytes(StandardCharsets.UTF_8));
    assertThat(text(files, "sealer.html")).isEqualTo(sealer);
    assertThat(text(files, "check.html")).contains(hash, "href=\"hand-in.html\"");
    assertThat(text(files, "hand-in.html")).contains(hash, "method=\"post\"", "action=\"upload\"", "enctype=\"multipart/form-data\"", "href=\"sealer.html\"");
    assertThat(text(files, "index.html")).containsPattern("<noscript>(?s:.*)hand-in\\.html(?s:.*)</noscript>");
    assertThat(files.keySet().stream().filter(path -> path.endsWith("/hand-in.html"))).isNotEmpty()
        .allSatisfy(path -> assertThat(text(files, path)).contains("action=\"../upload\"", "href=\"../sealer.html\""));

    for (String path : List.of("index.html", "hand-in.html", "pl/index.html", "pl/hand-in.html")) {
      assertThat(text(files, path)).as("a history shows the title of " + path).contains("<title>" + lorne.desk() + "</title>");
    }
    assertThat(sealer).contains("<title>Form</title>");

    assertThat(Site.of(lorne, Minisign.Key.of(new byte[8], new byte[32]), Assets.fromClassPath())).doesNotContainKeys("sealer.html", "hand-in.html");
  }

  private static String write(byte[] courier) {
    return SealerPage.write("Watch of </script><!--", WORDS, LANGUAGES, courier, PAGE);
  }

  private static String block(String page) {
    return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
  }

  private static String withoutBlock(String page) {
    return page.substring(0, page.indexOf(BEGIN)) + page.substring(page.indexOf(END));
  }

  private static String text(SortedMap<String, byte[]> files, String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  static Bundle bundle(Term term, int workBits) {
    List<PublicKey> lanes = IntStream.range(0, 8).mapToObj(_ -> key()).toList();
    BoardKey board = new BoardKey(SigningKey.generate(RANDOM).verifyKey(), Bytes.of(new byte[8]));
    return new Bundle(1, workBits, term, board, Bytes.of(new byte[32]), key(), lanes, key());
  }

  private static PublicKey key() {
    try (PrivateKey key = PrivateKey.generate(RANDOM)) {
      return key.publicKey();
    }
  }

  private static Outline outline() {
    try {
      return Atlas.packed().outline(Territory.parse("BY"));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<Town> towns() {
    try {
      return Atlas.packed().towns(Territory.parse("BY"));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
