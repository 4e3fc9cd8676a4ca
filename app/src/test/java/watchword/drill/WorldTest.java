package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.kind.Field;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Figure;
import watchword.core.report.Report;

class WorldTest {

  private static final List<World> TEN = LongStream.rangeClosed(1, 10).mapToObj(seed -> World.seeded(seed, WorldSize.USUAL)).toList();

  @Test
  void one_seed_gives_one_world_whatever_the_locale_and_the_time_zone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      assertThat(Fingerprint.of(World.seeded(3, WorldSize.USUAL))).isEqualTo(Fingerprint.of(TEN.get(2)));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /// Another process has another salt for the order of sets and maps.
  @Test
  void one_seed_gives_one_world_in_another_process() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process other = new ProcessBuilder(java, "-cp", classPath, "watchword.drill.Fingerprint", "5").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(other.waitFor()).isZero();
    assertThat(printed).isEqualTo(Fingerprint.of(TEN.get(4)));
  }

  @Test
  void different_seeds_give_different_worlds() {
    assertThat(TEN.stream().map(Fingerprint::of)).doesNotHaveDuplicates();
  }

  @Test
  void another_start_moves_the_world_and_nothing_else() {
    Instant start = World.START.plus(Duration.ofDays(30));
    World moved = World.seeded(1, WorldSize.USUAL, start);

    assertThat(moved.sendings().getFirst().at()).isEqualTo(TEN.getFirst().sendings().getFirst().at().plus(Duration.ofDays(30)));
    assertThat(moved.sendings()).extracting(sending -> sending.report().text())
        .isEqualTo(TEN.getFirst().sendings().stream().map(sending -> sending.report().text()).toList());
  }

  @Test
  void ten_worlds_take_less_than_three_seconds() {
    long from = System.nanoTime();
    for (long seed = 11; seed <= 20; seed++) {
      World.seeded(seed, WorldSize.USUAL);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void sendings_come_in_the_order_of_time_within_the_hours_and_each_once() {
    for (World world : TEN) {
      assertThat(world.sendings()).hasSize(300);
      assertThat(world.sendings()).extracting(Sending::at).isSorted().allMatch(at -> !at.isBefore(world.start()) && at.isBefore(world.end()));
      assertThat(world.sendings()).extracting(sending -> sending.report().id()).doesNotHaveDuplicates();
      assertThat(world.labels()).hasSize(300);
    }
  }

  @Test
  void every_text_is_whole_and_fits_the_report_format() {
    for (World world : TEN) {
      for (Sending sending : world.sendings()) {
        String text = sending.report().text();
        assertThat(text).isNotBlank().doesNotContain("{", "}");
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(6_000);
        assertThat(Normalizer2.getNFCInstance().isNormalized(text)).as(text).isTrue();
      }
    }
  }

  @Test
  void places_times_and_figures_fit_the_report_format() {
    for (World world : TEN) {
      for (Sending sending : world.sendings()) {
        Report report = sending.report();
        report.place().ifPresent(WorldTest::fits);
        assertThat(report.when().earliest().getEpochSecond() % 60).isZero();
        assertThat(report.when().latest().getEpochSecond() % 60).isZero();
        Set<String> fields = report.kind().fields().stream().map(Field::name).collect(Collectors.toSet());
        if (sending.copyOf().isEmpty()) {
          assertThat(report.figures()).extracting(Figure::name).isSubsetOf(fields).doesNotHaveDuplicates();
        }
        assertThat(report.figures()).allMatch(figure -> figure.value() >= 0 && figure.value() <= 1_000_000);
      }
    }
  }

  private static void fits(Place place) {
    assertThat(place.uncertaintyMetres()).isBetween(1.0, 2_000_000.0).matches(metres -> metres == Math.rint(metres));
    assertThat(String.valueOf(place.latitude()).replaceAll("^-?\\d+\\.", "")).hasSizeLessThanOrEqualTo(5);
    assertThat(String.valueOf(place.longitude()).replaceAll("^-?\\d+\\.", "")).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void a_marker_stands_in_one_report_of_its_world_and_about_every_third_has_one() {
    for (World world : TEN) {
      Set<String> markers = new HashSet<>();
      for (Sending sending : world.sendings()) {
        sending.marker().ifPresent(marker -> {
          assertThat(markers.add(marker)).isTrue();
          assertThat(world.sendings().stream().filter(other -> other.report().text().contains(marker)).toList()).containsExactly(sending);
        });
      }
      assertThat(markers).hasSizeBetween(90, 100);
    }
  }

  @Test
  void five_languages_tell_of_one_happening() {
    for (World world : TEN) {
      Set<String> found = world.sendings().stream().flatMap(sending -> Tongue.of(sending.report().text()).stream()).collect(Collectors.toSet());
      assertThat(found).containsExactlyInAnyOrder("be", "ru", "uk", "pl", "en");
      Set<String> ofLargest = world.sendings().stream()
          .filter(sending -> sending.truth() instanceof Truth.Of of && of.happening().equals(largest(world)))
          .flatMap(sending -> Tongue.of(sending.report().text()).stream())
          .collect(Collectors.toSet());
      assertThat(ofLargest).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  private static HappeningId largest(World world) {
    return world.happenings().stream().map(Happening::id).max(java.util.Comparator.comparingLong(world::witnesses)).orElseThrow();
  }

  @Test
  void nobody_can_link_what_came_sealed() {
    for (World world : TEN) {
      List<Sending> sealed = world.sendings().stream().filter(sending -> sending.report().channel() == Channel.SEALED).toList();
      assertThat(sealed.size()).isGreaterThan(240);
      assertThat(sealed).extracting(sending -> sending.report().source()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 1", "1, 1, 1", "5, 2, 1", "12, 0, 2", "40, 10, 3", "60, 60, 6", "3000, 400, 12"})
  void a_world_has_as_many_reports_as_it_was_asked_for(int reports, int planted, int hours) {
    World world = World.seeded(7, new WorldSize(reports, planted, hours));

    assertThat(world.sendings()).hasSize(reports);
    assertThat(world.sendings().stream().filter(sending -> sending.truth() instanceof Truth.Planted)).hasSize(planted);
    assertThat(world.sendings()).extracting(Sending::at).allMatch(at -> !at.isBefore(world.start()) && at.isBefore(world.end()));
  }

  @Test
  void a_world_of_nothing_is_refused() {
    assertThatThrownBy(() -> new WorldSize(0, 0, 6)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WorldSize(10, 11, 6)).isInstanceOf(IllegalArgumentException.class);
  }
}
