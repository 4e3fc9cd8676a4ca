package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.kind.Kind;
import watchword.core.kind.Kinds;
import watchword.core.kind.Language;
import watchword.core.kind.Shape;

class KindsFileTest {

  private static final Kinds KINDS = KindsFile.builtIn();

  @Test
  void the_catalogue_holds_events_and_states_named_in_six_languages() {
    assertThat(KINDS.list()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(KINDS.list()).extracting(Kind::shape).contains(Shape.EVENT, Shape.STATE);
    for (Kind kind : KINDS.list()) {
      assertThat(kind.names()).as(kind.id()).containsOnlyKeys(Language.values());
    }
  }

  @Test
  void confusable_kinds_are_kinds_and_never_surer_than_the_kind_itself() {
    for (Kind kind : KINDS.list()) {
      assertThat(kind.confusable().keySet()).as(kind.id()).allMatch(other -> KINDS.find(other).isPresent());
      assertThat(kind.confusable().values().stream().mapToDouble(share -> share).sum()).as(kind.id()).isLessThan(0.5);
    }
  }

  @Test
  void danger_leaves_at_once_and_movements_wait_for_hours() {
    assertThat(KINDS.get("missile-launch").rule().delayMinutes()).isZero();
    assertThat(KINDS.get("missile-launch").rule().dangerToLife()).isTrue();
    assertThat(KINDS.get("flood").rule().dangerToLife()).isTrue();
    assertThat(KINDS.get("column").rule().delayMinutes()).isGreaterThanOrEqualTo(120);
    assertThat(KINDS.get("explosion").rule().districtOnlyHours()).isEqualTo(12);
    for (Kind kind : KINDS.list()) {
      assertThat(kind.rule().dangerToLife() && kind.rule().never()).as(kind.id()).isFalse();
      assertThat(kind.rule().cellMetres()).as(kind.id()).isGreaterThanOrEqualTo(1_000);
    }
  }

  @Test
  void what_would_betray_people_is_never_published_and_has_no_public_words() {
    for (String id : new String[] {"shelter", "escape-route", "rescuers"}) {
      assertThat(KINDS.get(id).rule().never()).as(id).isTrue();
      assertThat(KINDS.get(id).headlines()).as(id).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "sameHappeningMinutes": 30       | "sameHappeningMinutes": 0        | kind explosion: sameHappeningMinutes is not a whole number of at least 1
      "shape": "event"                 | "shape": "thing"                 | kind explosion: shape is neither event nor state
      "group": "strike"                | "group": "music"                 | kind explosion: group is not one of the groups
      "Explosions near {place}"        | "Explosions somewhere"           | kind explosion: headlines in en do not hold {place} once
      "lt": "Sprogimas"                | "xx": "Sprogimas"                | kind explosion: names is missing in lt
      "confusable": {"shelling": 0.15  | "confusable": {"explosion": 0.15 | kind explosion: confusable names the kind itself
      "confusable": {"shelling": 0.15  | "confusable": {"shelling": 1.5   | kind explosion, confusable: shelling is not a number from 0.0 to 1.0
      "confusable": {"shelling": 0.15  | "confusable": {"thunder": 0.15   | kind explosion names thunder, which is not a kind
      "fields": ["explosions"          | "fields": ["bangs"               | kind explosion: fields name bangs, which is not a field
      "id": "other"                    | "id": "explosion"                | kind explosion stands twice in the catalogue
      "format": "watchword.kinds/1"    | "format": "watchword.kinds/2"    | the catalogue: format is not watchword.kinds/1
      "icon": "explosion"              | "sound": "explosion"             | kinds 1 has a key it should not have: sound
      """, quoteCharacter = '`')
  void a_fault_is_refused_by_kind_and_key(String good, String bad, String sentence) throws IOException {
    String real = catalogue();
    int at = real.indexOf(good);
    assertThat(at).as("the catalogue holds %s", good).isNotNegative();
    String faulty = real.substring(0, at) + bad + real.substring(at + good.length());

    assertThatThrownBy(() -> read(faulty)).isInstanceOf(FormatException.class).hasMessage(sentence);
  }

  @Test
  void what_is_not_json_is_refused_by_line() {
    assertThatThrownBy(() -> read("{\n  \"format\": }")).isInstanceOf(FormatException.class).hasMessageStartingWith("the catalogue is not JSON: line 2");
    assertThatThrownBy(() -> read("[]")).isInstanceOf(FormatException.class).hasMessage("the catalogue is not an object");
    assertThatThrownBy(() -> read("")).isInstanceOf(FormatException.class).hasMessage("the catalogue is not an object");
  }

  private static Kinds read(String json) throws IOException {
    return KindsFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static String catalogue() throws IOException {
    try (InputStream in = KindsFileTest.class.getResourceAsStream("/watchword/kinds.json")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
