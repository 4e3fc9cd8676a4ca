package watchword.bench.merging;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import watchword.archive.Archive;
import watchword.archive.Columns;
import watchword.archive.SortedReadings;
import watchword.core.incident.Merging;
import watchword.core.merging.LinkageMerger;
import watchword.core.merging.LiveFigures;
import watchword.core.report.Reading;
import watchword.core.time.Span;

/// `Arrivals FILE ARRIVALS SECONDS FOLDER`: reports that arrive at a desk that holds all rows of a file but the
/// last, at most an hour out of order.
///
/// It is a program of its own, since it needs memory of its own. It ends by itself: after so many seconds it stops
/// where it stands and says so.
public final class Arrivals {

  private static final double NANOS = 1e9;
  private static final int BUSY_AN_HOUR = 5_000;

  private final Merging merging = new LinkageMerger().begin();
  private final long filled;
  private final long deadline;
  private int held;

  /// The desk is filled in three quarters of the time at most.
  private Arrivals(long seconds) {
    this.filled = System.nanoTime() + (long) (0.75 * seconds * NANOS);
    this.deadline = System.nanoTime() + (long) (seconds * NANOS);
  }

  public static void main(String[] arguments) throws IOException {
    int arriving = Integer.parseInt(arguments[1]);
    Arrivals arrivals = new Arrivals(Long.parseLong(arguments[2]));
    Archive.Options options = new Archive.Options(
        Columns.NONE, Optional.empty(), ZoneOffset.UTC, Optional.empty(), Instant.MAX, Path.of(arguments[3]));
    List<Reading> readings = new ArrayList<>();
    try (Archive archive = Archive.read(List.of(Path.of(arguments[0])), options, bytes -> {});
        SortedReadings sorted = SortedReadings.of(archive, read -> {})) {
      sorted.forEach(readings::add);
    }
    System.out.printf(Locale.ROOT, "load average %.1f, %d cores, Java %d%n", load(), Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    arrivals.run(readings, arriving);
    System.out.printf(Locale.ROOT, "load average %.1f at the end%n", load());
  }

  private void run(List<Reading> readings, int arriving) {
    int before = readings.size() - 2 * arriving;
    fill(readings.subList(0, before));
    int perHour = 500 / 24;
    arrive("500 a day, as in the file", late(readings.subList(before, before + arriving), perHour));
    components("after them");
    List<Reading> night = night(readings.subList(before + arriving, readings.size()), readings.get(before + arriving - 1));
    arrive(BUSY_AN_HOUR + " an hour, half an hour long each", late(night, BUSY_AN_HOUR));
    components("after the busy night");
  }

  private void fill(List<Reading> readings) {
    long begun = cpu();
    long clock = System.nanoTime();
    for (Reading reading : readings) {
      merging.arrive(reading);
      held++;
      if (held % 1_000 == 0) {
        merging.settle();
        if (System.nanoTime() > filled) {
          break;
        }
      }
    }
    merging.settle();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(Locale.ROOT, "filled with %d readings in %.0f CPU seconds (%.0f by the clock); heap in use %d MB%n", held, (cpu() - begun) / NANOS,
        (System.nanoTime() - clock) / NANOS, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private void arrive(String what, List<Reading> late) {
    double[] clock = new double[late.size()];
    double[] busy = new double[late.size()];
    int done = 0;
    for (Reading reading : late) {
      long at = System.nanoTime();
      long began = cpu();
      merging.arrive(reading);
      merging.settle();
      busy[done] = (cpu() - began) / 1e6;
      clock[done++] = (System.nanoTime() - at) / 1e6;
      held++;
      if (System.nanoTime() > deadline) {
        break;
      }
    }
    System.out.printf(Locale.ROOT, "%s: %d arrivals at a desk of %d%s%n", what, done, held, done < late.size() ? " (stopped: out of time)" : "");
    System.out.printf(Locale.ROOT, "  CPU ms: %s; by the clock ms: %s%n", quantiles(busy, done), quantiles(clock, done));
  }

  private void components(String when) {
    LiveFigures figures = LiveFigures.of(merging);
    long began = cpu();
    figures.largestAnew().run();
    System.out.printf(Locale.ROOT, "components %s: %d, nodes p50 %d, p99 %d, max %d; the largest resolved anew in %.1f CPU ms%n", when, figures.components(),
        figures.p50(), figures.p99(), figures.max(), (cpu() - began) / 1e6);
  }

  /// Each may come as much later as one hour brings others.
  private static List<Reading> late(List<Reading> inOrder, int perHour) {
    Random random = new Random(11);
    record Late(Reading reading, double at) {}
    List<Late> late = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      late.add(new Late(inOrder.get(i), i + random.nextDouble() * perHour));
    }
    late.sort(Comparator.comparingDouble(Late::at));
    return late.stream().map(Late::reading).toList();
  }

  /// The same readings in one night after a last one.
  private static List<Reading> night(List<Reading> readings, Reading last) {
    List<Reading> night = new ArrayList<>();
    Instant start = last.when().latest();
    for (int i = 0; i < readings.size(); i++) {
      Reading of = readings.get(i);
      Instant from = start.plusSeconds((long) i * 3_600 / BUSY_AN_HOUR);
      night.add(new Reading(of.id(), of.channel(), of.source(), of.kind(), of.stance(), of.places(), new Span(from, from.plusSeconds(1_800)),
          of.words(), of.towns(), of.foretells(), of.figures(), of.media()));
    }
    return night;
  }

  private static String quantiles(double[] times, int count) {
    double[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    return count == 0 ? "none" : String.format(Locale.ROOT, "p50 %.2f, p99 %.2f, p99.9 %.2f, max %.1f",
        sorted[count / 2], sorted[count * 99 / 100], sorted[(int) (count * 0.999)], sorted[count - 1]);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
