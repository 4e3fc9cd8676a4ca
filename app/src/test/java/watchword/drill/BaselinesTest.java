package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.archive.ClusterScore;

class BaselinesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void neither_cell_kind_and_hour_nor_text_alone_finds_the_incidents(long seed) {
    Baselines baselines = new Baselines(World.seeded(seed, WorldSize.USUAL));
    ClusterScore cells = baselines.cellKindHour();
    ClusterScore text = baselines.textAlone();
    double textPairs = baselines.textPairs();
    ClusterScore everything = baselines.everything();
    System.out.printf(
        Locale.ROOT,
        "seed %2d pair F1: cell+kind+hour %.2f, text chained %.2f, text pairs %.2f, everything %.2f (P %.2f R %.2f)%n",
        seed, cells.pairF1(), text.pairF1(), textPairs, everything.pairF1(), everything.pairPrecision(), everything.pairRecall());

    assertThat(cells.pairF1()).isLessThanOrEqualTo(0.70);
    assertThat(text.pairF1()).isLessThanOrEqualTo(0.70);
    assertThat(textPairs).isLessThanOrEqualTo(0.70);
  }
}
