package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.archive.ClusterScore;

/// Ten seeds by four ways of merging; the figures are printed, since they say how hard the world is.
class BaselinesTest {

  /// What neither simple rule may pass.
  private static final double TOO_EASY = 0.70;

  /// What hand-set rules reach on each of these ten seeds, on which they were set; the desk's own merging must pass 0.80.
  private static final double POSSIBLE = 0.74;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void one_clue_does_not_find_the_incidents_and_all_of_them_do(long seed) {
    Baselines baselines = new Baselines(World.seeded(seed, WorldSize.USUAL));
    ClusterScore cells = baselines.cellKindHour();
    ClusterScore text = baselines.textAlone();
    double textPairs = baselines.textPairs();
    ClusterScore everything = baselines.everything();
    System.out.printf(
        Locale.ROOT,
        "seed %2d pair F1: cell+kind+hour %.2f, text chained %.2f, text pairs %.2f, plain linkage %.2f (P %.2f R %.2f)%n",
        seed, cells.pairF1(), text.pairF1(), textPairs, everything.pairF1(), everything.pairPrecision(), everything.pairRecall());

    assertThat(cells.pairF1()).as("the same cell, kind and hour").isLessThanOrEqualTo(TOO_EASY);
    assertThat(text.pairF1()).as("text cosine, chained").isLessThanOrEqualTo(TOO_EASY);
    assertThat(textPairs).as("text cosine, pair by pair").isLessThanOrEqualTo(TOO_EASY);
    assertThat(everything.pairF1()).as("place, time, kind and words together").isGreaterThanOrEqualTo(POSSIBLE);
  }
}
