package watchword.core.assessment;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import watchword.core.bulletin.Likelihood;
import watchword.core.count.Detector;
import watchword.core.count.Ears;
import watchword.core.count.Tail;

/// Prints how long 500 items with their drop-one table take, and 200 series of 400 days: a program, not a test.
final class AssessmentSpeed {

  private static final List<Likelihood> WORDS = List.of(Likelihood.values());
  private static final int ITEMS = 500;
  private static final int ORIGINS = 300;
  private static final int RUNS = 30;

  private AssessmentSpeed() {}

  public static void main(String[] args) {
    items("attack");
    items("attack", "blockade", "strike", "raid", "exercise");
    series();
  }

  private static void items(String... hypotheses) {
    Question question = Desk.question(hypotheses);
    int count = hypotheses.length + 1;
    List<Double> base = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      base.add(1.0 / count);
    }
    SplittableRandom chance = new SplittableRandom(5);
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      List<Likelihood> words = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        words.add(WORDS.get(chance.nextInt(WORDS.size())));
      }
      Item item = new Item("e" + i, "text", "o" + chance.nextInt(ORIGINS), Desk.NOW.minus(Duration.ofHours(chance.nextInt(900))),
          new Expectation(words), Optional.empty(),
          Optional.of(Duration.ofDays(14)));
      evidence.add(new Evidence.OfDocument(item, chance.nextDouble()));
    }
    for (int run = 0; run < RUNS; run++) {
      long before = processor();
      Assessment assessment = Assessment.of(question, new BaseRate(base, "even"), evidence, Desk.NOW);
      tell(run, count + " hypotheses, " + assessment.drops().size() + " items, rests on one: " + assessment.restsOnOne(), before);
    }
  }

  private static void series() {
    SplittableRandom chance = new SplittableRandom(6);
    int[][] series = new int[200][];
    for (int i = 0; i < series.length; i++) {
      series[i] = chance.ints(400, 0, 12).toArray();
    }
    List<Detector> detectors = List.of(Ears.usual(Ears.Method.C1), Ears.usual(Ears.Method.C2), Ears.usual(Ears.Method.C3), Tail.RECOMMENDED);
    for (int run = 0; run < RUNS; run++) {
      long before = processor();
      int rings = 0;
      for (int[] counts : series) {
        for (Detector detector : detectors) {
          rings += detector.days(counts).size();
        }
      }
      tell(run, "200 series of 400 days, " + detectors.size() + " detectors, " + rings + " rings", before);
    }
  }

  /// The first run is cold, as a command's is.
  private static void tell(int run, String what, long before) {
    if (run == 0 || run == RUNS - 1) {
      System.out.println(String.format(Locale.ROOT, "%s, run %d: %.1f ms", what, run + 1, (processor() - before) / 1e6));
    }
  }

  private static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
