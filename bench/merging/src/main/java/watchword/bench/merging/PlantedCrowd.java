package watchword.bench.merging;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import watchword.bench.merging.Section.Line;
import watchword.core.kind.Kind;
import watchword.core.kind.Shape;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.report.Weighted;
import watchword.core.text.Words;
import watchword.core.time.Span;
import watchword.drill.World;
import watchword.drill.WorldSize;

/// What it costs to plant many unlike reports of a kind at a place before something of that kind is truly seen there.
///
/// The crowd makes two reports that meet there mean less. Scored are the pairs of the largest event of each evening.
final class PlantedCrowd {

  private static final long FIRST = 1_201;
  private static final long LAST = 1_206;
  private static final int[] PLANTED = {0, 30, 100, 300, 1_000};

  /// They are spread over this many hours before the event, and over three kilometres either way.
  private static final int HOURS = 24;

  private static final double DEGREES = 0.027;

  private PlantedCrowd() {}

  static Section measure() {
    List<String> details = new ArrayList<>(List.of(
        "", "## Planted crowd, the largest event of seeds " + FIRST + " to " + LAST, "",
        "Unlike reports of its kind planted around its place over " + HOURS + " hours before it; pairs of its own reports.", "",
        "| planted | pair F1 |", "|---|---|"));
    List<String> figures = new ArrayList<>();
    for (int planted : PLANTED) {
      double sum = 0;
      for (long seed = FIRST; seed <= LAST; seed++) {
        sum += score(World.seeded(seed, WorldSize.USUAL), planted);
      }
      String mean = String.format(Locale.ROOT, "%.3f", sum / (LAST - FIRST + 1));
      details.add("| " + planted + " | " + mean + " |");
      figures.add(planted + ": " + mean);
    }
    return new Section(List.of(new Line("Planted crowd: pair F1 of the largest event", "", String.join("; ", figures),
        "six seeds; unlike reports of its kind around its place in the day before")), details);
  }

  private static double score(World world, int planted) {
    Map<String, String> labels = new HashMap<>();
    world.labels().forEach((id, label) -> labels.put(id.value(), label));
    Reader reader = new Reader(world.gazetteer(), ZoneOffset.UTC);
    List<Reading> readings = new ArrayList<>(world.sendings().stream()
        .map(sending -> reader.read(sending.report(), sending.at())).toList());
    String target = largestEvent(world, labels);
    Map<String, String> truth = new HashMap<>();
    labels.forEach((id, label) -> {
      if (label.equals(target)) {
        truth.put(id, label);
      }
    });
    Kind kind = world.happenings().stream().filter(one -> one.id().value().equals(target)).findFirst().orElseThrow().kind();
    List<Reading> own = readings.stream().filter(reading -> truth.containsKey(reading.id().value())).toList();
    Place place = own.stream().flatMap(reading -> reading.place().stream())
        .min(Comparator.comparingDouble(Place::uncertaintyMetres)).orElseThrow();
    Instant begins = own.stream().map(reading -> reading.when().earliest()).min(Comparator.naturalOrder()).orElseThrow();
    Random random = new Random(world.seed());
    for (int i = 0; i < planted; i++) {
      readings.add(planted(random, kind, place, begins));
    }
    Map<String, String> found = DrillWorlds.merge(readings);
    return Agreement.of(truth, found).f1();
  }

  /// A state is not its own crowd, so an event.
  private static String largestEvent(World world, Map<String, String> labels) {
    Map<String, Integer> sizes = new TreeMap<>();
    world.happenings().stream().filter(one -> one.kind().shape() == Shape.EVENT)
        .forEach(one -> sizes.put(one.id().value(), 0));
    labels.values().forEach(label -> sizes.computeIfPresent(label, (any, size) -> size + 1));
    return sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static Reading planted(Random random, Kind kind, Place place, Instant before) {
    Instant at = before.minusSeconds(random.nextInt(3_600 * HOURS));
    Place there = new Place(place.latitude() + DEGREES * (2 * random.nextDouble() - 1),
        place.longitude() + DEGREES * (2 * random.nextDouble() - 1), 500, "");
    String text = "w" + random.nextInt() + " x" + random.nextInt() + " y" + random.nextInt() + " z" + random.nextInt();
    String id = String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    return new Reading(new ReportId(id), Channel.SEALED, new SourceKey("sealed-" + id), kind, Stance.SIGHTING,
        List.of(new Weighted<>(there, 1)), new Span(at.minus(Duration.ofMinutes(10)), at), Words.of(text), List.of(), false,
        List.of(), List.of());
  }
}
