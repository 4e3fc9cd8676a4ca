package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.kind.Cap;
import watchword.core.kind.Kind;
import watchword.core.kind.Kinds;

/// What the catalogue says to other people's systems, in the words of their own lists.
class CodebooksTest {

  private static final Kinds KINDS = KindsFile.builtIn();

  /// Event types with their sub-event types: ACLED Codebook 2023, "Event Types and Sub-Event Types".
  private static final Map<String, Set<String>> ACLED = Map.of(
      "Battles", Set.of("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
      "Protests", Set.of("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
      "Riots", Set.of("Violent demonstration", "Mob violence"),
      "Explosions/Remote violence", Set.of(
          "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
          "Remote explosive/landmine/IED", "Grenade"),
      "Violence against civilians", Set.of("Sexual violence", "Attack", "Abduction/forced disappearance"),
      "Strategic developments", Set.of(
          "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
          "Looting/property destruction", "Non-violent transfer of territory", "Other"));

  // Common Alerting Protocol 1.2, OASIS Standard, 1 July 2010, section 3.2.2, "info".
  private static final Set<String> CATEGORIES = Set.of(
      "Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other");
  private static final Set<String> RESPONSES =
      Set.of("Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear", "None");
  private static final Set<String> URGENCIES = Set.of("Immediate", "Expected", "Future", "Past", "Unknown");
  private static final Set<String> SEVERITIES = Set.of("Extreme", "Severe", "Moderate", "Minor", "Unknown");

  @Test
  void every_acled_word_stands_in_acleds_list_under_its_event_type() {
    assertThat(KINDS.list().stream().filter(kind -> kind.acled().isPresent())).hasSizeGreaterThan(15);
    for (Kind kind : KINDS.list()) {
      kind.acled().ifPresent(acled -> {
        assertThat(ACLED).as(kind.id()).containsKey(acled.eventType());
        assertThat(ACLED.get(acled.eventType())).as(kind.id()).contains(acled.subEventType());
      });
    }
  }

  @Test
  void every_cap_word_stands_in_the_standards_lists() {
    for (Kind kind : KINDS.list()) {
      Cap cap = kind.cap();
      assertThat(CATEGORIES).as(kind.id()).contains(cap.category());
      assertThat(URGENCIES).as(kind.id()).contains(cap.urgency());
      assertThat(SEVERITIES).as(kind.id()).contains(cap.severity());
      assertThat(RESPONSES).as(kind.id()).contains(cap.responseType());
    }
  }

  /// CAP's "Past" is a danger that is over, and its "Minor" hardly one.
  @Test
  void danger_to_life_is_told_as_something_to_act_on_now() {
    for (Kind kind : KINDS.list()) {
      if (kind.rule().dangerToLife()) {
        assertThat(kind.cap().urgency()).as(kind.id()).isEqualTo("Immediate");
        assertThat(kind.cap().severity()).as(kind.id()).isIn("Extreme", "Severe", "Moderate");
      }
    }
    assertThat(KINDS.get("column").cap().urgency()).isEqualTo("Past");
  }

  @ParameterizedTest
  @CsvSource({
    "shelling, Explosions/Remote violence, Shelling/artillery/missile attack",
    "explosion, Explosions/Remote violence, Shelling/artillery/missile attack",
    "gunfire, Battles, Armed clash",
    "arrest, Strategic developments, Arrests",
    "camp, Strategic developments, Headquarters or base established",
    "column, Strategic developments, Other",
    "protest, Protests, Peaceful protest",
    "crowd-dispersed, Protests, Protest with intervention"
  })
  void a_kind_is_told_to_acled_as(String kind, String type, String subType) {
    assertThat(KINDS.get(kind).acled()).hasValueSatisfying(acled -> {
      assertThat(acled.eventType()).isEqualTo(type);
      assertThat(acled.subEventType()).isEqualTo(subType);
    });
  }

  @ParameterizedTest
  @CsvSource({
    "shelling, Security, Immediate, Extreme, Shelter",
    "flood, Met, Immediate, Severe, Evacuate",
    "fire, Fire, Immediate, Severe, Avoid",
    "chemical-leak, CBRNE, Immediate, Severe, Shelter",
    "power-cut, Infra, Immediate, Moderate, Prepare",
    "arrest, Security, Past, Moderate, None"
  })
  void a_kind_is_told_to_cap_as(String kind, String category, String urgency, String severity, String response) {
    assertThat(KINDS.get(kind).cap()).isEqualTo(new Cap(category, urgency, severity, response));
  }

  @ParameterizedTest
  @CsvSource({"flood", "fire", "power-cut", "aircraft", "ballot-stuffing", "shelter"})
  void what_acled_records_nothing_of_is_told_it_as_nothing(String kind) {
    assertThat(KINDS.get(kind).acled()).isEmpty();
  }
}
