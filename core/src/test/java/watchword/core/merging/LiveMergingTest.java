package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.Story;
import watchword.core.Story.Telling;
import watchword.core.incident.Constraints;
import watchword.core.incident.Merged;
import watchword.core.incident.Merging;
import watchword.core.incident.Pair;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.Stance;
import watchword.core.report.Weighted;
import watchword.core.text.WordWeights;
import watchword.core.text.Words;

/// Whatever comes and goes, in whatever order, incidents are those of merging all that is held then at once.
class LiveMergingTest {

  private static final List<Kind> KINDS = List.of(Story.EXPLOSION, Story.GUNFIRE, Story.COLUMN, Story.CAMP);

  private static final List<String> TEXTS = List.of(
      "", "loud bang and smoke over the yard", "loud bang and glass on the street", "column of trucks going east",
      "attack tonight at 21:00", "heard in Dal", "seen near Marrow", "river rises at the old mill bridge",
      "river rises at the mill again", "the market hall burns near the station");

  /// What is held, beside the merging that follows it.
  private static final class Both {
    private final LinkageMerger merger;
    private final Merging live;
    private final Map<ReportId, Reading> held = new LinkedHashMap<>();
    private final Set<Pair> same = new HashSet<>();
    private final Set<Pair> different = new HashSet<>();
    private final Map<Long, WordWeights.Cut> cuts = new TreeMap<>();

    Both(int most) {
      merger = new LinkageMerger(most);
      live = merger.begin();
    }

    void arrive(Reading reading) {
      held.putIfAbsent(reading.id(), reading);
      live.arrive(reading);
    }

    void leave(ReportId id) {
      held.remove(id);
      live.leave(id);
    }

    void say(ReportId one, ReportId other, boolean is) {
      Pair pair = Pair.of(one, other);
      (is ? different : same).remove(pair);
      (is ? same : different).add(pair);
      live.constrain(new Constraints(same, different));
    }

    void takeBack(Random random) {
      Set<Pair> of = random.nextBoolean() ? same : different;
      of.stream().min(Comparator.comparing(Pair::first).thenComparing(Pair::second)).ifPresent(of::remove);
      live.constrain(new Constraints(same, different));
    }

    void cut(long hour) {
      List<Words> words = held.values().stream().filter(reading -> Gathering.hour(reading) == hour).map(Reading::words).toList();
      if (!words.isEmpty() && !cuts.containsKey(hour)) {
        cuts.put(hour, WordWeights.Cut.of(hour, words));
        live.weigh(WordWeights.of(cuts.values()), hour);
      }
    }

    void agree() {
      Merged at = merger.merge(held.values(), new Constraints(same, different), WordWeights.of(cuts.values()));
      Merged now = live.merged();
      assertThat(now.incidents()).isEqualTo(at.incidents());
      assertThat(now.possiblySame()).isEqualTo(at.possiblySame());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2000", "2, 2000", "3, 2000", "4, 2000", "5, 2000", "6, 4", "7, 4", "8, 4", "9, 1", "10, 12"})
  void incidents_are_those_of_merging_all_at_once(long seed, int most) {
    Random random = new Random(seed);
    Both both = new Both(most);
    List<Reading> waiting = new ArrayList<>(world(random, 260));
    Collections.shuffle(waiting, random);
    for (int step = 0; step < 320; step++) {
      change(both, waiting, random);
      if (step % 4 == 0 || step > 300) {
        both.agree();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void what_is_asked_for_seldom_is_the_same(long seed) {
    Random random = new Random(seed);
    Both both = new Both(2_000);
    List<Reading> waiting = new ArrayList<>(world(random, 500));
    for (int step = 0; step < 560; step++) {
      change(both, waiting, random);
      if (step % 70 == 0) {
        both.agree();
      }
    }
    both.agree();
    new ArrayList<>(both.held.keySet()).forEach(both::leave);
    both.agree();
  }

  /// Enough texts that marks are set, gone back to, and thinned.
  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void texts_that_come_late_change_what_follows_them(long seed) {
    Random random = new Random(seed);
    Both both = new Both(2_000);
    List<Reading> waiting = new ArrayList<>(texts(random, 2_000));
    waiting.sort(Reading.ORDER.reversed());
    for (int step = 0; step < 2_100; step++) {
      if (random.nextInt(12) == 0) {
        Collections.shuffle(waiting.subList(Math.max(0, waiting.size() - 40), waiting.size()), random);
      }
      if (random.nextInt(30) > 0 || step < 1_500) {
        both.arrive(waiting.isEmpty() ? both.held.values().iterator().next() : waiting.removeLast());
      } else {
        change(both, waiting, random);
      }
      if (step % 150 == 0 || step > 2_060) {
        both.agree();
      }
    }
  }

  /// Two weeks of messages without a place.
  private static List<Reading> texts(Random random, int reports) {
    Story story = new Story();
    for (int i = 0; i < reports; i++) {
      String river = "abcdefghijklmnop".charAt(random.nextInt(16)) + "elva";
      story.with(Story.report().nowhere().minute(random.nextInt(20_000)).saying(
          river + " rises at the mill bridge of " + river + " " + word(random) + " " + word(random) + " " + random.nextInt(30)));
    }
    return story.readings();
  }

  private static void change(Both both, List<Reading> waiting, Random random) {
    List<ReportId> ids = new ArrayList<>(both.held.keySet());
    int what = random.nextInt(20);
    if (what < 14 || ids.size() < 20) {
      if (!waiting.isEmpty()) {
        both.arrive(waiting.removeLast());
      }
    } else if (what < 16) {
      ReportId id = ids.get(random.nextInt(ids.size()));
      both.held.values().stream().filter(reading -> reading.id().equals(id)).findFirst().ifPresent(waiting::addFirst);
      both.leave(id);
    } else if (what < 18) {
      ReportId one = ids.get(random.nextInt(ids.size()));
      ReportId other = ids.get(random.nextInt(ids.size()));
      if (!one.equals(other)) {
        both.say(one, other, random.nextInt(3) == 0);
      }
    } else if (what == 18) {
      both.takeBack(random);
    } else {
      List<Reading> held = new ArrayList<>(both.held.values());
      both.cut(Gathering.hour(held.get(random.nextInt(held.size()))));
    }
  }

  /// Two days round one town: happenings told several times, twins, vague reports, such of several places, texts without a place, claims, far bygone ones.
  static List<Reading> world(Random random, int reports) {
    Story story = new Story();
    double lat = 52.1;
    double lon = -33.2;
    int minute = 0;
    Kind kind = Story.EXPLOSION;
    String text = "";
    for (int i = 0; i < reports; i++) {
      if (random.nextInt(3) == 0) {
        lat = 52.1 + random.nextGaussian() * 0.08;
        lon = -33.2 + random.nextGaussian() * 0.08;
        minute = random.nextInt(2_880);
        kind = KINDS.get(random.nextInt(KINDS.size()));
        text = TEXTS.get(random.nextInt(TEXTS.size()));
      }
      Telling telling = Story.report().of(random.nextInt(8) == 0 ? KINDS.get(random.nextInt(KINDS.size())) : kind)
          .minute(minute + random.nextInt(15)).saying(random.nextInt(3) == 0 ? text : text + " " + word(random) + " " + word(random))
          .as(random.nextInt(6) == 0 ? Stance.HEARSAY : Stance.SIGHTING);
      switch (random.nextInt(11)) {
        case 0 -> telling.nowhere();
        case 1 -> telling.nowhere().saying("river rises at the mill bridge " + word(random));
        case 2 -> telling.at(lat, lon, 6_000 + random.nextInt(20_000));
        case 3 -> telling.at(52.1, -33.2, 500);
        case 4 -> telling.atOneOf(twoOrThree(random, lat, lon));
        default -> telling.at(lat + random.nextGaussian() * 0.004, lon + random.nextGaussian() * 0.004, 100 + random.nextInt(2_000));
      }
      story.with(telling.counting("vehicles", 5L * random.nextInt(4)));
    }
    return story.readings();
  }

  /// Where something was, or up to 60 km from it.
  static List<Weighted<Place>> twoOrThree(Random random, double lat, double lon) {
    List<Weighted<Place>> places = new ArrayList<>();
    double left = 1;
    for (int more = 1 + random.nextInt(2); more >= 0; more--) {
      double share = more == 0 ? left : left * (0.3 + 0.6 * random.nextDouble());
      double off = random.nextInt(3) == 0 ? 0 : 0.3;
      double there = Math.min(90, Math.max(-90, lat + off * random.nextGaussian()));
      double east = lon + off * random.nextGaussian();
      places.add(new Weighted<>(new Place(there, east > 180 ? east - 360 : east < -180 ? east + 360 : east,
          800 + random.nextInt(6_000), ""), share));
      left -= share;
    }
    return places;
  }

  private static String word(Random random) {
    return List.of("smoke", "glass", "school", "bridge", "trucks", "fire", "sirens", "night").get(random.nextInt(8));
  }
}
