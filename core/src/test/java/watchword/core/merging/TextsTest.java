package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.core.Story.COLUMN;
import static watchword.core.Story.EXPLOSION;
import static watchword.core.Story.MARROW;
import static watchword.core.Story.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.Story;
import watchword.core.incident.Constraints;
import watchword.core.incident.Incident;
import watchword.core.incident.Merged;
import watchword.core.incident.Pair;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;
import watchword.core.text.Words;

/// Reports that no place holds join by their words.
class TextsTest {

  private static final String MILL = "bridge at the old mill is down two cars in the water";
  private static final String SIRENS = "sirens all night nobody slept";
  private static final List<String> ABOUT =
      List.of("pray", "for", "the", "people", "of", "all", "those", "hit", "our", "thoughts", "stay", "safe");

  private final LinkageMerger merger = new LinkageMerger();

  @Test
  void forwards_of_one_message_are_one_incident_hours_later_too() {
    Story story = new Story().with(text(MILL))
        .with(text("RT @anna: " + MILL + " http://t.example/a1").minute(70))
        .with(text("RT @oleg: RT @anna: " + MILL).minute(1_500));
    assertThat(merge(story)).containsExactly("r001 r002 r003");
  }

  @Test
  void after_days_of_silence_the_same_words_tell_of_another_happening() {
    assertThat(merge(new Story().with(text(MILL)).with(text(MILL).minute(3 * 1_440)))).containsExactly("r001", "r002");
  }

  @Test
  void texts_of_other_words_stay_alone() {
    Story story = new Story().with(text(MILL)).with(text(SIRENS).minute(5));
    assertThat(merge(story)).containsExactly("r001", "r002");
  }

  @Test
  void a_text_of_fewer_than_four_words_joins_nothing() {
    Story story = new Story().with(text("a loud bang")).with(text("a loud bang").minute(5));
    assertThat(merge(story)).containsExactly("r001", "r002");
  }

  @Test
  void kinds_that_nobody_confuses_are_two_happenings() {
    Story story = new Story().with(text(MILL)).with(text(MILL + " now").of(COLUMN).minute(5));
    assertThat(merge(story)).containsExactly("r001", "r002");
  }

  @Test
  void a_claim_about_tonight_is_no_sighting_of_now() {
    Story story = new Story().with(text("explosion at the old mill"))
        .with(text("explosion at the old mill tonight at 21:00").minute(2));
    assertThat(story.readings()).extracting(Reading::foretells).containsExactly(false, true);
    assertThat(merge(story)).containsExactly("r001", "r002");
  }

  @Test
  void what_a_member_tells_apart_stays_apart_and_what_one_calls_the_same_is_the_same() {
    Story story = new Story().with(text(MILL)).with(text(MILL).minute(5)).with(text(SIRENS).minute(10));
    Constraints said = new Constraints(Set.of(pair(1, 3)), Set.of(pair(1, 2)));
    List<Incident> incidents = merger.merge(story.readings(), said, WordWeights.NONE).incidents();
    assertThat(lines(incidents)).containsExactly("r001 r003", "r002");
  }

  @Test
  void words_join_nothing_that_a_place_holds() {
    Story story = new Story().with(report().saying(MILL)).with(report().saying(MILL).at(MARROW))
        .with(report().at(52.35, -33.55, 40_000).minute(600).saying(MILL));
    assertThat(merge(story)).containsExactly("r001", "r002", "r003");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void two_happenings_of_the_same_common_words_do_not_join(long seed) {
    List<Reading> readings = flood(new Random(seed), 400);
    List<Incident> incidents = merger.merge(readings, Constraints.NONE, weights(readings)).incidents();

    for (Incident incident : incidents) {
      assertThat(incident.readings().stream().map(TextsTest::happening).collect(Collectors.toSet())).hasSize(1);
    }
    for (int happening = 0; happening < 2; happening++) {
      int one = happening;
      assertThat(incidents.stream().mapToLong(incident -> count(incident, one)).max().orElse(0))
          .as("texts of happening %d in one incident", one).isGreaterThan(100);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_order_of_arrival_changes_nothing(long seed) {
    Random random = new Random(seed);
    List<Reading> readings = flood(random, 300);
    WordWeights weights = weights(readings);
    Merged first = merger.merge(readings, Constraints.NONE, weights);
    for (int round = 0; round < 3; round++) {
      List<Reading> shuffled = new ArrayList<>(readings);
      Collections.shuffle(shuffled, random);
      assertThat(merger.merge(shuffled, Constraints.NONE, weights)).isEqualTo(first);
    }
  }

  @Test
  void what_came_later_changes_no_earlier_join() {
    List<Reading> readings = flood(new Random(5), 300);
    List<Reading> half = readings.stream().sorted(Reading.ORDER).limit(150).toList();
    Set<ReportId> early = half.stream().map(Reading::id).collect(Collectors.toSet());
    List<List<ReportId>> before = together(half, early);

    List<List<ReportId>> after = together(readings, early);
    assertThat(before).allMatch(group -> after.stream().anyMatch(other -> other.containsAll(group)));
  }

  @Test
  void two_texts_are_explained_by_what_the_earlier_belonged_to_before_the_later() {
    List<Reading> readings = new Story().with(text(MILL)).with(text("RT @anna " + MILL).minute(70))
        .with(text(SIRENS).minute(80)).readings();

    Map<String, Double> joined = explain(readings, 1, 0);
    assertThat(joined).containsOnlyKeys("prior", "words", "few", "lacking", "length", "time", "kind", "tense");
    assertThat(sum(joined)).isGreaterThan(TextLinkage.JOIN);
    assertThat(sum(explain(readings, 0, 2))).isLessThan(TextLinkage.JOIN);
  }

  @Test
  void a_text_and_a_pin_are_explained_by_their_place() {
    List<Reading> readings = new Story().with(report().saying(MILL)).with(text(MILL).minute(5)).readings();
    assertThat(explain(readings, 0, 1)).containsKey("place");
  }

  private Map<String, Double> explain(List<Reading> readings, int one, int other) {
    return merger.explain(readings.get(one).id(), readings.get(other).id(), readings.stream().sorted(Reading.ORDER).toList());
  }

  private List<List<ReportId>> together(Collection<Reading> readings, Set<ReportId> among) {
    return merger.merge(readings, Constraints.NONE, weights(readings)).incidents().stream()
        .map(incident -> incident.reports().stream().filter(among::contains).toList())
        .filter(group -> !group.isEmpty()).toList();
  }

  /// Two happenings of one evening in the same common words, each with a word or two of its own.
  static List<Reading> flood(Random random, int texts) {
    Story story = new Story();
    for (int i = 0; i < texts; i++) {
      List<String> own = i % 2 == 0 ? List.of("quake", "ozna") : List.of("flood", "velka");
      List<String> words = new ArrayList<>(random.nextInt(5) == 0 ? own.subList(0, 1) : own);
      List<String> common = new ArrayList<>(ABOUT);
      Collections.shuffle(common, random);
      words.addAll(common.subList(0, 5));
      words.add("n%03d".formatted(random.nextInt(500)));
      Collections.shuffle(words, random);
      String source = "happening-" + i % 2;
      story.with(text(String.join(" ", words)).by(Channel.PUBLIC, source).minute(3L * i));
    }
    return story.readings();
  }

  private static long count(Incident incident, int happening) {
    return incident.readings().stream().filter(reading -> happening(reading) == happening).count();
  }

  private static int happening(Reading reading) {
    return reading.source().value().endsWith("0") ? 0 : 1;
  }

  private static Story.Telling text(String words) {
    return report().of(EXPLOSION).nowhere().saying(words);
  }

  /// Weights as a desk cuts them, hour by hour, a week after people said the common things of this and that.
  private static WordWeights weights(Collection<Reading> readings) {
    Map<Long, List<Words>> hours = new TreeMap<>();
    long weekBefore = Math.floorDiv(Story.TEN.getEpochSecond(), WordWeights.HOUR_SECONDS) - 7 * 24;
    for (int i = 0; i < 200; i++) {
      String talk = String.join(" ",
          ABOUT.get(i % 12), ABOUT.get((i + 1) % 12), ABOUT.get((i + 5) % 12), ABOUT.get((i + 7) % 12));
      hours.computeIfAbsent(weekBefore, hour -> new ArrayList<>()).add(Words.of(talk));
    }
    for (Reading reading : readings) {
      long hour = Math.floorDiv(reading.when().earliest().getEpochSecond(), WordWeights.HOUR_SECONDS);
      hours.computeIfAbsent(hour, any -> new ArrayList<>()).add(reading.words());
    }
    return WordWeights.of(
        hours.entrySet().stream().map(hour -> WordWeights.Cut.of(hour.getKey(), hour.getValue())).toList());
  }

  private static double sum(Map<String, Double> fields) {
    return fields.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Pair pair(int a, int b) {
    return Pair.of(new ReportId("r%03d".formatted(a)), new ReportId("r%03d".formatted(b)));
  }

  private List<String> merge(Story story) {
    return lines(merger.merge(story.readings(), Constraints.NONE, WordWeights.NONE).incidents());
  }

  private static List<String> lines(List<Incident> incidents) {
    return incidents.stream()
        .map(incident -> incident.reports().stream().map(ReportId::value).collect(Collectors.joining(" "))).toList();
  }
}
