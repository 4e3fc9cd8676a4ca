package watchword.core.corroboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchword.core.corroboration.Calibration.Settled;

/// What a desk's sums were worth: a line, and from a thousand verdicts on a curve.
class CalibrationTest {

  private static final double STEP = 0.02;

  @Test
  void A01_the_curve_never_falls_and_stays_within_one_and_ninety_nine_percent() {
    for (long seed = 1; seed <= 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Settled> said = new ArrayList<>();
      // What holds has nothing to do with the sum in every third world, and is the wrong way round in another third.
      for (int i = random.nextInt(1, 400); i > 0; i--) {
        double sum = random.nextInt(3) == 0 ? random.nextInt(-2, 3) : 8 * random.nextDouble() - 4;
        said.add(new Settled(sum, random.nextDouble() < LogOddsWeigher.sigmoid(sum * (seed % 3 - 1))));
      }
      Curve curve = Curve.through(said, sum -> sum, 1);
      double before = Double.NEGATIVE_INFINITY;
      for (double sum = -12; sum <= 12; sum += STEP) {
        assertThat(curve.apply(sum)).isGreaterThanOrEqualTo(before);
        before = curve.apply(sum);
        assertThat(LogOddsWeigher.sigmoid(before)).isBetween(0.01 - 1e-12, 0.99 + 1e-12);
      }
    }
  }

  @Test
  void A02_the_curve_is_the_same_whatever_the_order_of_verdicts() {
    List<Settled> said = new ArrayList<>(stairs(500, 3));
    Curve one = Curve.through(said, sum -> sum, 1);
    Collections.shuffle(said, new Random(5));
    Curve other = Curve.through(said, sum -> sum, 1);
    for (double sum = -5; sum <= 5; sum += STEP) {
      assertThat(other.apply(sum)).isCloseTo(one.apply(sum), within(1e-9));
    }
  }

  @Test
  void A03_up_to_a_thousand_verdicts_the_line_alone_speaks_and_those_that_hand_over_make_no_jump() {
    Calibration calibration = Calibration.NONE;
    for (Settled one : stairs(2_100, 7)) {
      Calibration next = calibration.plus(one);
      if (calibration.verdicts() > 900 && calibration.verdicts() < 1_020) {
        for (double sum = -4; sum <= 4; sum += 0.5) {
          assertThat(next.apply(sum)).isCloseTo(calibration.apply(sum), within(0.1));
        }
      }
      if (next.verdicts() <= 1_000) {
        assertThat(next.apply(2) - next.apply(1)).isCloseTo(next.slope(), within(1e-12));
      }
      calibration = next;
    }
    assertThat(calibration.verdicts()).isEqualTo(2_000);
  }

  @Test
  void A04_the_whole_rises_at_every_stage_of_the_hand_over() {
    Calibration calibration = Calibration.NONE;
    for (Settled one : stairs(2_100, 11)) {
      calibration = calibration.plus(one);
      if (calibration.verdicts() % 250 == 0) {
        for (double sum = -6; sum <= 6; sum += STEP) {
          assertThat(calibration.apply(sum + STEP)).isGreaterThanOrEqualTo(calibration.apply(sum));
        }
      }
    }
  }

  @Test
  void A05_where_sums_are_no_line_the_curve_is_nearer_to_what_held() {
    Calibration calibration = Calibration.NONE;
    for (Settled one : stairs(2_000, 13)) {
      calibration = calibration.plus(one);
    }
    assertThat(LogOddsWeigher.sigmoid(calibration.apply(0.5))).isCloseTo(0.6, within(0.08));
    assertThat(LogOddsWeigher.sigmoid(calibration.apply(2.5))).isCloseTo(0.6, within(0.08));
    assertThat(LogOddsWeigher.sigmoid(calibration.apply(-2.5))).isCloseTo(0.1, within(0.05));
  }

  /// Sums that mean one of two things: below 0 one in ten holds, above it six in ten, however far above.
  private static List<Settled> stairs(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Settled> said = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double sum = 8 * random.nextDouble() - 4;
      said.add(new Settled(sum, random.nextDouble() < (sum < 0 ? 0.1 : 0.6)));
    }
    return said;
  }
}
