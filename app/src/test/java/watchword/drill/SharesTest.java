package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Stance;
import watchword.core.text.Words;

/// The shares the drill promises, over ten worlds of the usual size.
class SharesTest {

  private static final List<World> TEN = LongStream.rangeClosed(1, 10).mapToObj(seed -> World.seeded(seed, WorldSize.USUAL)).toList();
  private static final List<Sending> ALL = TEN.stream().flatMap(world -> world.sendings().stream()).toList();
  private static final Predicate<Sending> TRUE = sending -> sending.truth() instanceof Truth.Of;

  @Test
  void most_happenings_have_few_reports_and_some_have_many() {
    for (World world : TEN) {
      Map<String, Long> sizes = world.sendings().stream().filter(TRUE).collect(Collectors.groupingBy(World::label, Collectors.counting()));
      assertThat(world.happenings()).hasSizeBetween(30, 40);
      assertThat(sizes).hasSize(world.happenings().size());
      assertThat(sizes.values().stream().filter(size -> size <= 3).count()).isGreaterThanOrEqualTo(12);
      assertThat(sizes.values().stream().filter(size -> size >= 8).count()).isBetween(5L, 14L);
      assertThat(sizes.values().stream().mapToLong(Long::longValue).max().orElse(0)).isBetween(20L, 27L);
      Set<String> kinds = world.happenings().stream().map(happening -> happening.kind().id()).collect(Collectors.toSet());
      assertThat(kinds).hasSizeGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void stances_and_truths_have_their_shares() {
    assertThat(share(sending -> sending.truth() instanceof Truth.Planted)).isEqualTo(40 / 300.0);
    assertThat(share(sending -> sending.truth() instanceof Truth.Mistaken)).isBetween(0.02, 0.04);
    assertThat(share(TRUE.and(stance(Stance.HEARSAY)))).isBetween(0.07, 0.13);
    assertThat(share(stance(Stance.DENIAL))).isBetween(0.03, 0.07);
    assertThat(share(stance(Stance.QUESTION))).isBetween(0.01, 0.04);
  }

  @Test
  void one_in_eight_passes_on_the_words_of_an_earlier_report() {
    assertThat(share(sending -> sending.copyOf().isPresent())).isBetween(0.10, 0.15);
    for (World world : TEN) {
      for (Sending copy : world.sendings()) {
        copy.copyOf().ifPresent(id -> {
          Sending original = world.sending(id);
          assertThat(original.at()).isBefore(copy.at());
          assertThat(original.truth()).isEqualTo(copy.truth());
          assertThat(Words.of(copy.report().text()).copied(Words.of(original.report().text()))).isGreaterThan(0.2);
        });
      }
    }
    long toTheLetter = TEN.stream()
        .mapToLong(world -> world.sendings().stream()
            .filter(copy -> copy.copyOf().map(id -> world.sending(id).report().text().equals(copy.report().text())).orElse(false))
            .count())
        .sum();
    assertThat(toTheLetter).isBetween(80L, 250L);
  }

  @Test
  void one_in_sixteen_is_vague_and_a_third_of_those_who_saw_it_have_no_pin() {
    assertThat(share(sending -> sending.truth() instanceof Truth.Noise || uncertainty(sending) > 5_000)).isBetween(0.045, 0.08);
    List<Sending> saw = ALL.stream().filter(TRUE).filter(stance(Stance.SIGHTING))
        .filter(sending -> sending.report().channel() == Channel.SEALED && sending.copyOf().isEmpty()).toList();
    long empty = saw.stream().filter(sending -> sending.report().place().isEmpty()).count();
    assertThat((double) empty / saw.size()).isBetween(0.11, 0.21); // the other half of the third names the town from a list
  }

  @Test
  void a_pin_is_within_three_kilometres_or_now_and_then_wild() {
    List<Double> errors = TEN.stream()
        .flatMap(world -> world.happenings().stream()
            .filter(happening -> happening.course() instanceof Course.Stays && happening.site().spreadMetres() == 0)
            .flatMap(happening -> world.sendings().stream()
                .filter(sending -> sending.truth().equals(new Truth.Of(happening.id())) && sending.copyOf().isEmpty())
                .filter(sending -> sending.report().stance() == Stance.SIGHTING && uncertainty(sending) <= 1_000 && uncertainty(sending) > 0)
                .map(sending -> sending.report().place().orElseThrow().distanceMetres(happening.placeAt(happening.begins())))))
        .toList();
    assertThat(errors).hasSizeGreaterThan(300);
    assertThat(errors.stream().mapToDouble(Double::doubleValue).max().orElse(0)).isBetween(3_500.0, 8_010.0);
    assertThat(errors.stream().filter(error -> error > 3_010).count() / (double) errors.size()).isBetween(0.005, 0.06);
  }

  @Test
  void honest_people_choose_another_kind_about_as_often_as_the_catalogue_says() {
    Predicate<Sending> saw = TRUE.and(stance(Stance.SIGHTING));
    double wrong = TEN.stream().flatMap(world -> world.sendings().stream().filter(saw)
            .filter(sending -> sending.report().channel() == Channel.SEALED && sending.copyOf().isEmpty())
            .map(sending -> sending.report().kind().equals(happening(world, sending).kind()) ? 0 : 1))
        .mapToInt(Integer::intValue).average().orElse(0);
    assertThat(wrong).isBetween(0.10, 0.30);
  }

  @Test
  void observers_are_six_to_eight_and_right_nine_times_in_ten() {
    for (World world : TEN) {
      List<Sending> observed = world.sendings().stream().filter(sending -> sending.report().channel() == Channel.OBSERVER).toList();
      assertThat(observed.stream().map(sending -> sending.report().source()).distinct().count()).isBetween(4L, 8L);
    }
    List<Sending> observed = ALL.stream().filter(sending -> sending.report().channel() == Channel.OBSERVER).toList();
    assertThat(observed.stream().filter(TRUE).count() / (double) observed.size()).isBetween(0.90, 0.94);
    assertThat(observed.size() / 10).isBetween(18, 30);
  }

  @Test
  void public_channels_repeat_and_the_ministry_spreads_the_alarm() {
    for (World world : TEN) {
      List<Sending> published = world.sendings().stream().filter(sending -> sending.report().channel() == Channel.PUBLIC).toList();
      assertThat(published.stream().map(sending -> sending.report().source().value()).distinct().count()).isBetween(2L, 3L);
      assertThat(published.stream().filter(sending -> sending.copyOf().isPresent()).count()).isPositive();
      assertThat(published).anyMatch(sending -> sending.truth() instanceof Truth.Planted && sending.report().source().value().equals("public-ministry"));
    }
  }

  @Test
  void an_alarm_comes_in_bursts_word_for_word_and_reworded_and_its_hour_is_still_to_come() {
    for (World world : TEN) {
      Fiction.Alarm alarm = (Fiction.Alarm) world.fictions().getFirst();
      List<Sending> wave = world.sendings().stream().filter(sending -> sending.truth() instanceof Truth.Planted).toList();
      assertThat(alarm.bursts()).hasSizeBetween(2, 3);
      assertThat(alarm.claimed()).isAfter(world.end());
      long distinct = wave.stream().map(sending -> sending.report().text()).distinct().count();
      assertThat(distinct).isBetween(20L, 37L);
      long justNow = wave.stream().filter(sending -> Duration.between(sending.report().when().latest(), sending.at()).abs().toMinutes() < 2).count();
      assertThat(justNow).isGreaterThan(20);
    }
  }

  private static Happening happening(World world, Sending sending) {
    return world.happening(((Truth.Of) sending.truth()).happening());
  }

  private static double uncertainty(Sending sending) {
    return sending.report().place().map(Place::uncertaintyMetres).orElse(0.0);
  }

  private static Predicate<Sending> stance(Stance stance) {
    return sending -> sending.report().stance() == stance;
  }

  private static double share(Predicate<Sending> which) {
    return ALL.stream().filter(which).count() / (double) ALL.size();
  }
}
