package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import watchword.core.kind.Shape;
import watchword.core.report.Channel;
import watchword.core.report.Figure;
import watchword.core.report.Stance;
import watchword.core.text.Folding;
import watchword.core.time.Span;

/// How honest people err, and how a wave is told, over ten worlds of the usual size; for place and kind, `SharesTest`.
class ErrorsTest {

  private static final List<World> TEN =
      LongStream.rangeClosed(1, 10).mapToObj(seed -> World.seeded(seed, WorldSize.USUAL)).toList();

  /// A slip of the thumb leaves a word that hardly anybody else wrote.
  private static final int RARE = 2;

  private static final int COMMON = 15;
  private static final int LONG = 5;

  private static final Set<String> COUNTED =
      Set.of("explosions", "launches", "aircraft", "vehicles", "wagons", "people", "ballots");

  private record Seen(Happening happening, Sending sending) {}

  @Test
  void half_tell_the_hour_alone_and_one_in_twenty_five_a_time_when_it_was_not() {
    List<Seen> seen = sightings();
    assertThat(share(seen, ErrorsTest::apart)).isBetween(0.02, 0.06);
    Duration hour = Duration.ofHours(1);
    assertThat(share(seen, one -> one.sending().report().when().length().compareTo(hour) >= 0)).isBetween(0.4, 0.6);
  }

  @Test
  void most_counts_are_wrong_and_hardly_any_by_more_than_half() {
    List<Double> ratios = new ArrayList<>();
    for (Seen one : sightings()) {
      for (Figure figure : one.sending().report().figures()) {
        if (COUNTED.contains(figure.name())) {
          ratios.add(figure.value() / (double) one.happening().count());
        }
      }
    }
    assertThat(ratios).hasSizeGreaterThan(400).allMatch(ratio -> ratio >= 0.4 && ratio <= 2.6);
    assertThat(share(ratios, ratio -> ratio == 1)).isBetween(0.25, 0.5);
    assertThat(share(ratios, ratio -> ratio >= 0.5 && ratio <= 2)).isGreaterThan(0.95);
  }

  @Test
  void one_report_in_eight_has_a_word_that_is_a_slip_of_one_often_used() {
    Map<String, Integer> uses = new HashMap<>();
    List<Set<String>> texts = new ArrayList<>();
    for (Sending sending : TEN.stream().flatMap(world -> world.sendings().stream()).toList()) {
      Set<String> words = new HashSet<>(Folding.tokens(sending.report().text()));
      words.removeIf(word -> word.length() < LONG);
      words.forEach(word -> uses.merge(word, 1, Integer::sum));
      texts.add(words);
    }
    Set<String> slips = uses.entrySet().stream().filter(word -> word.getValue() >= COMMON)
        .flatMap(word -> slipsOf(word.getKey())).filter(slip -> uses.getOrDefault(slip, 0) <= RARE)
        .collect(Collectors.toSet());
    assertThat(share(texts, words -> words.stream().anyMatch(slips::contains))).isBetween(0.08, 0.2);
  }

  @Test
  void there_are_events_and_states_and_states_last() {
    for (World world : TEN) {
      assertThat(minutes(world, Shape.EVENT)).hasSizeGreaterThan(20);
      assertThat(minutes(world, Shape.STATE)).hasSizeGreaterThanOrEqualTo(2);
      assertThat(median(minutes(world, Shape.EVENT))).isLessThan(30);
      assertThat(median(minutes(world, Shape.STATE))).isGreaterThan(120);
      assertThat(world.happenings()).filteredOn(one -> one.course() instanceof Course.Moves)
          .hasSizeGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void a_state_is_told_of_again_while_it_lasts() {
    long overAnHour = TEN.stream().mapToLong(world -> world.happenings().stream()
        .filter(one -> one.kind().shape() == Shape.STATE && toldOver(world, one).toMinutes() >= 60).count()).sum();
    assertThat(overAnHour).isGreaterThan(20);
  }

  @Test
  void a_planted_wave_names_its_hour_in_every_wording_and_repeats_some_to_the_letter() {
    for (World world : TEN) {
      Fiction.Alarm alarm = (Fiction.Alarm) world.fictions().getFirst();
      String clock = DateTimeFormatter.ofPattern("HH:mm").format(alarm.claimed().atZone(ZoneOffset.UTC));
      Map<String, Long> pushed = world.sendings().stream()
          .filter(sending -> sending.truth() instanceof Truth.Planted && sending.report().text().contains(clock))
          .collect(Collectors.groupingBy(sending -> sending.report().text(), Collectors.counting()));
      long all = pushed.values().stream().mapToLong(Long::longValue).sum();
      long reworded = pushed.values().stream().filter(times -> times == 1).count();
      assertThat(all).as("that name %s", clock).isGreaterThanOrEqualTo(34);
      assertThat(all - reworded).as("to the letter").isGreaterThanOrEqualTo(8);
      assertThat(reworded).as("told in other words").isGreaterThanOrEqualTo(10);
    }
  }

  private static List<Seen> sightings() {
    return TEN.stream().flatMap(world -> world.sendings().stream()
        .filter(sending -> sending.truth() instanceof Truth.Of && sending.copyOf().isEmpty())
        .filter(sending -> sending.report().channel() == Channel.SEALED && sending.report().stance() == Stance.SIGHTING)
        .map(sending -> new Seen(world.happening(((Truth.Of) sending.truth()).happening()), sending))).toList();
  }

  private static boolean apart(Seen one) {
    Span when = one.sending().report().when();
    return when.latest().isBefore(one.happening().begins()) || when.earliest().isAfter(one.happening().ends());
  }

  private static List<Long> minutes(World world, Shape shape) {
    return world.happenings().stream().filter(one -> one.kind().shape() == shape)
        .map(one -> Duration.between(one.begins(), one.ends()).toMinutes()).sorted().toList();
  }

  private static long median(List<Long> sorted) {
    return sorted.get(sorted.size() / 2);
  }

  /// Between the first and the last time that someone says they saw it.
  private static Duration toldOver(World world, Happening happening) {
    List<Instant> seen = world.sendings().stream()
        .filter(sending -> sending.truth().equals(new Truth.Of(happening.id())))
        .filter(sending -> sending.report().stance() == Stance.SIGHTING)
        .map(sending -> sending.report().when().middle()).sorted().toList();
    return seen.isEmpty() ? Duration.ZERO : Duration.between(seen.getFirst(), seen.getLast());
  }

  private static <T> double share(List<T> all, Predicate<T> which) {
    return all.stream().filter(which).count() / (double) all.size();
  }

  /// A letter dropped, doubled, or swapped with the next.
  private static Stream<String> slipsOf(String word) {
    List<String> slips = new ArrayList<>();
    for (int i = 1; i < word.length() - 1; i++) {
      slips.add(word.substring(0, i) + word.substring(i + 1));
      slips.add(word.substring(0, i) + word.charAt(i) + word.substring(i));
      slips.add(word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
    }
    return slips.stream().filter(slip -> !slip.equals(word));
  }
}
