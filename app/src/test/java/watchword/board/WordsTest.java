package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.Basis;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.kind.Language;

/// What the pages say, and never say.
class WordsTest {

  private static final Pattern SLOT = Pattern.compile("\\{[a-z]+}");

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_says_everything_with_the_same_slots(Language language) {
    Words words = Words.of(language);
    for (Phrase phrase : Phrase.values()) {
      assertThat(slots(words, phrase)).as("%s", phrase).isEqualTo(slots(Words.of(Language.EN), phrase));
    }
    for (Status status : Status.values()) {
      assertThat(words.status(status)).isNotBlank();
      assertThat(words.means(status)).endsWith(".");
      assertThat(words.headline(status, "X")).contains("X");
    }
    assertThat(Words.CHANGED_BY_RULE).allSatisfy(status -> assertThat(words.change(status)).endsWith("."));
    assertThat(Basis.values()).allSatisfy(basis -> assertThat(words.basis(basis)).endsWith("."));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void no_two_statuses_share_a_word_and_a_denial_never_reads_as_its_claim(Language language) {
    Words words = Words.of(language);
    assertThat(Status.values()).extracting(words::status).doesNotHaveDuplicates();
    for (Status status : Status.values()) {
      // A judgement's words begin with its likelihood, which is its answer.
      if (!Correction.claims(status) && status != Status.JUDGED) {
        assertThat(words.headline(status, "X")).as("the answer comes before the claim").doesNotStartWith("X");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_word_of_likelihood_never_stands_without_its_range(Language language) {
    for (Likelihood likelihood : Likelihood.values()) {
      assertThat(Words.of(language).likelihood(likelihood))
          .contains("(" + likelihood.fromPercent() + "–" + likelihood.toPercent() + " %)");
    }
  }

  @Test
  void nothing_is_called_anonymous_or_verified_and_nothing_is_shouted() throws IOException {
    try (var in = Words.class.getResourceAsStream("words.json")) {
      assertThat(in).isNotNull();
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      assertThat(all).doesNotContain("anonym", "anonim", "аноним", "анонім", "ананім", "verif", "верифи", "веріфі", "верыфі", "!");
    }
  }

  @Test
  void a_slot_inside_a_value_stays_as_it_is() {
    assertThat(Words.fill("{a} and {b}", "a", "{b}", "b", "2")).isEqualTo("{b} and 2");
    assertThatThrownBy(() -> Words.fill("{a}")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_moment_carries_its_zone_in_every_language() {
    Instant moment = Instant.parse("2026-11-22T13:40:00Z");
    assertThat(new Wording(Words.of(Language.EN), ZoneId.of("Etc/GMT-3")).moment(moment)).isEqualTo("22 Nov 2026 16:40 GMT+3");
    assertThat(new Wording(Words.of(Language.BE), ZoneId.of("Etc/GMT-3")).moment(moment)).isEqualTo("22 ліст. 2026 16:40 GMT+3");
    assertThat(new Wording(Words.of(Language.LT), ZoneId.of("UTC")).moment(moment)).isEqualTo("2026 lapkr. 22 13:40 GMT");
    assertThat(new Wording(Words.of(Language.EN), ZoneId.of("Asia/Kolkata")).moment(moment)).isEqualTo("22 Nov 2026 19:10 GMT+5:30");
    assertThat(new Wording(Words.of(Language.EN), ZoneId.of("America/St_Johns")).moment(moment)).isEqualTo("22 Nov 2026 10:10 GMT−3:30");
  }

  @Test
  void the_window_says_seen_only_where_somebody_saw_something() {
    Wording english = new Wording(Words.of(Language.EN), ZoneId.of("Etc/GMT-3"));
    assertThat(english.window(notice(Status.CONFIRMED))).isEqualTo("Seen between 13:00 and 15:00, published 22 Nov 2026 15:45 GMT+3");
    assertThat(english.window(notice(Status.NO_SIGN))).startsWith("About the time between 13:00 and 15:00");
  }

  @Test
  void a_window_over_midnight_names_its_days() {
    Wording late = new Wording(Words.of(Language.EN), ZoneId.of("Etc/GMT-10"));
    assertThat(late.window(notice(Status.CONFIRMED))).isEqualTo("Seen between 20:00 and 22:00, published 22 Nov 2026 22:45 GMT+10");
    Wording later = new Wording(Words.of(Language.EN), ZoneId.of("Etc/GMT-12"));
    assertThat(later.window(notice(Status.CONFIRMED)))
        .isEqualTo("Seen between 22 Nov 2026 22:00 and 00:00, published 23 Nov 2026 00:45 GMT+12");
  }

  @Test
  void a_place_is_named_as_town_or_district_or_not_at_all() {
    Wording english = new Wording(Words.of(Language.EN), ZoneId.of("UTC"));
    assertThat(english.what(notice(Status.CONFIRMED, Lorne.near("Dal", 1, 1, 20)))).isEqualTo("Explosions near Dal");
    assertThat(english.what(notice(Status.CONFIRMED, Lorne.district("Ister", 1, 1, 40)))).isEqualTo("Explosion, Ister district");
    assertThat(english.what(notice(Status.CONFIRMED, Optional.empty()))).isEqualTo("Explosion");
    assertThat(english.area(Lorne.near("Dal", 1, 1, 20).orElseThrow())).isEqualTo("near Dal, within 20 km");
    assertThat(english.area(new Area("Dal", 1, 1, 2500, Area.Extent.NEAR_TOWN))).isEqualTo("near Dal, within 2.5 km");
  }

  private static Notice notice(Status status) {
    return notice(status, Lorne.near("Dal", 51.92, -33.62, 20));
  }

  private static Notice notice(Status status, Optional<Area> area) {
    return new Lorne(Language.EN).tell("t", status, "explosion", area, 60, 60, Basis.CHECKED_TWICE, "").board().bulletins().getFirst().notice();
  }

  private static Set<String> slots(Words words, Phrase phrase) {
    String template = words.phrases().getOrDefault(phrase, "");
    assertThat(template).as("%s", phrase).isNotBlank();
    return SLOT.matcher(template).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
