package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import watchword.archive.Atlas;
import watchword.archive.Territory;
import watchword.core.kind.Language;
import watchword.core.place.Town;
import watchword.seal.Epoch;
import watchword.seal.Root;
import watchword.seal.Term;

/// What a phone loads to read and to report, at its heaviest: every place the form may offer, and a night's bulletins.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontPageWeightTest {

  /// Issue 2: with form, script and today's bundle, compressed, before drop and map.
  private static final int LIMIT = 75_000;

  /// DESIGN 5.11: what works without script, in the first round trips.
  private static final int PAGE_LIMIT = 14 * 1024;

  private static final Pattern LOADED =
      Pattern.compile("<(?:link rel=\"(?:stylesheet|icon)\"[^>]*href|script[^>]*src)=\"([^\"]+)\"");

  private SortedMap<String, byte[]> site = new TreeMap<>();

  @BeforeAll
  void build() throws Exception {
    List<Town> places = new ArrayList<>(Atlas.packed().towns(Territory.parse("UA")));
    for (int i = 0; i < 2_000; i++) {
      places.add(new Town(
          "p" + i, "Polling station " + i, List.of(), 50 + i * 0.001, 30, 0, "", Optional.of(200.0), "polling station"));
    }
    try (Root root = Root.generate(new SecureRandom())) {
      PageConfiguration form = new PageConfiguration(places, root.publicPart(), ZoneOffset.ofHours(3));
      Map<Language, String> forms =
          Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), form::json));
      BoardInput night = Lorne.busyNight().board();
      BoardInput heaviest = new BoardInput(
          night.desk(), night.words(), night.zone(), night.languages(), forms, night.country(),
          HexFormat.of().formatHex(root.publicPart().raw()),
          night.bulletins(), night.published(), night.published().plus(Duration.ofDays(1)), Optional.of("an offline sealer"), Optional.empty());
      site = Site.of(heaviest, Lorne.BoardKey.generate().key(), Assets.fromClassPath());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_heaviest_front_page_with_form_script_and_bundle_stays_below_75_kb(Language language) throws Exception {
    String folder = language == Language.EN ? "" : language.code() + "/";
    List<String> loaded = new ArrayList<>(List.of(folder + "index.html"));
    loaded.add("assets/words-" + language.code() + ".json");
    String page = new String(content(folder + "index.html"), StandardCharsets.UTF_8);
    LOADED.matcher(page).results().map(found -> found.group(1).replace("../", "")).forEach(loaded::add);
    assertThat(loaded).contains("assets/tell.js", "assets/board.js", "assets/board.css", "assets/pages.css");
    assertThat(loaded).doesNotHaveDuplicates();

    int total = packed(SealerPageTest.bundle(Term.day(new Epoch(20_779)), 16).write(Root.generate(new SecureRandom())));
    StringBuilder parts = new StringBuilder("bundle " + total);
    for (String path : loaded) {
      int size = Twin.of(path, content(path)).map(packed -> packed.length).orElse(content(path).length);
      parts.append(", ").append(path).append(' ').append(size);
      total += size;
    }
    System.out.printf(Locale.ROOT, "heaviest front page, %s: %,d bytes (%s)%n", language.code(), total, parts);
    byte[] alone = Twin.of("index.html", content(folder + "index.html")).orElseThrow();
    assertThat(alone.length).as("the page alone").isLessThanOrEqualTo(PAGE_LIMIT);
    assertThat(total).isLessThanOrEqualTo(LIMIT);
  }

  /// A bundle as the desk packs it for the hub.
  private static int packed(byte[] bundle) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bundle);
    }
    return packed.size();
  }

  private byte[] content(String path) {
    return Optional.ofNullable(site.get(path)).orElseThrow(() -> new AssertionError("no " + path));
  }
}
