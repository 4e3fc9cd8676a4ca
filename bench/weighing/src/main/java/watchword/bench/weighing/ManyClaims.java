package watchword.bench.weighing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import watchword.bench.merging.Section;
import watchword.bench.merging.Section.Line;
import watchword.core.claim.Claim;
import watchword.core.claim.Claims;
import watchword.core.claim.Model;
import watchword.core.claim.Sameness;

/// Expectation and maximisation over a hundred thousand generated claims, without verdicts: labels that all items share, and values of each item's own.
final class ManyClaims {

  private static final int CLAIMS = 100_000;
  private static final int SOURCES = 500;
  private static final int WARMING = 4;
  private static final int ROUNDS = 5;
  private static final long SEED = 1;

  private ManyClaims() {}

  static Section measure() {
    double two = seconds(claims(5, 2, false));
    double four = seconds(claims(5, 4, false));
    double own = seconds(claims(20, 4, true));
    return new Section(List.of(new Line("EM over 100,000 reports: two labels / four labels / values of each item's own", "< 2 s",
        String.format(Locale.ROOT, "%.2f / %.2f / %.2f s of CPU", two, four, own),
        "500 sources, generated (seed 1), 5 or 20 claims an item; gathered and weighed in this process, median of " + ROUNDS + " after " + WARMING)), List.of());
  }

  /// A source is right as often as its number says, from .5 to .95, and otherwise names any label.
  private static List<Claim> claims(int each, int labels, boolean own) {
    Random random = new Random(SEED);
    List<Claim> claims = new ArrayList<>(CLAIMS);
    for (int item = 0; item < CLAIMS / each; item++) {
      int truth = random.nextInt(labels);
      int first = random.nextInt(SOURCES);
      for (int i = 0; i < each; i++) {
        int source = (first + 7 * i) % SOURCES;
        boolean right = random.nextDouble() < 0.5 + 0.45 * source / SOURCES;
        int label = right ? truth : random.nextInt(labels);
        claims.add(new Claim("item-" + item, "source-" + source, own ? item + "-" + label : "label-" + label));
      }
    }
    return claims;
  }

  private static double seconds(List<Claim> said) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    double[] seconds = new double[ROUNDS];
    for (int round = -WARMING; round < ROUNDS; round++) {
      long start = clock.getCurrentThreadCpuTime();
      Claims claims = Claims.of(said);
      Objects.requireNonNull(Model.fitting(claims, Map.of(), Sameness.EXACT).estimates(claims, Map.of()));
      if (round >= 0) {
        seconds[round] = (clock.getCurrentThreadCpuTime() - start) / 1e9;
      }
    }
    Arrays.sort(seconds);
    return seconds[ROUNDS / 2];
  }

  /// `ManyClaims`: the line alone.
  public static void main(String[] arguments) {
    System.out.println(measure().lines());
  }
}
