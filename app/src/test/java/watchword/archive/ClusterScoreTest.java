package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import watchword.core.report.ReportId;

class ClusterScoreTest {

  @Test
  void the_same_incidents_under_other_names_score_one() {
    ClusterScore score = ClusterScore.of(labels("aabbc"), labels("xxyyz"));

    assertThat(score).isEqualTo(new ClusterScore(1, 1, 1, 1, 1, 5, 3));
  }

  /// Worked by hand: true {1,2,3}{4,5}{6}, found {1,2}{3,4,5}{6}. Pairs: 4 true, 4 found, 2 shared (1-2, 4-5).
  @Test
  void a_report_in_the_wrong_incident_costs_its_pairs() {
    ClusterScore score = ClusterScore.of(labels("aaabbc"), labels("xxyyyz"));

    assertThat(score.pairPrecision()).isEqualTo(0.5);
    assertThat(score.pairRecall()).isEqualTo(0.5);
    assertThat(score.pairF1()).isEqualTo(0.5);
    // Precision (1+1 + 1/3+2/3+2/3 + 1)/6 = 7/9, recall (2/3+2/3+1/3 + 1+1 + 1)/6 = 7/9.
    assertThat(score.bCubedF1()).isCloseTo(7.0 / 9, within(1e-12));
    // Expected 4·4/15 = 16/15; (2 − 16/15) / (4 − 16/15) = 7/22.
    assertThat(score.adjustedRand()).isCloseTo(7.0 / 22, within(1e-12));
  }

  @Test
  void every_report_alone_finds_no_pair() {
    ClusterScore score = ClusterScore.of(labels("aab"), labels("xyz"));

    assertThat(score.pairPrecision()).isZero();
    assertThat(score.pairRecall()).isZero();
    assertThat(score.pairF1()).isZero();
    assertThat(score.bCubedF1()).isCloseTo(0.8, within(1e-12)); // precision 1, recall 2/3
    assertThat(score.adjustedRand()).isZero();
  }

  @Test
  void nothing_to_find_and_nothing_found_is_right() {
    assertThat(ClusterScore.of(labels("abc"), labels("xyz")))
        .isEqualTo(new ClusterScore(1, 1, 1, 1, 1, 3, 3));
    assertThat(ClusterScore.of(Map.of(), Map.of())).isEqualTo(new ClusterScore(1, 1, 1, 1, 1, 0, 0));
  }

  @Test
  void labelings_of_different_reports_are_refused() {
    assertThatThrownBy(() -> ClusterScore.of(labels("ab"), labels("abc")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the two labelings do not hold the same reports");
  }

  /// One report a letter; equal letters are one incident.
  private static Map<ReportId, String> labels(String letters) {
    Map<ReportId, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < letters.length(); i++) {
      labels.put(new ReportId("r" + i), letters.substring(i, i + 1));
    }
    return labels;
  }
}
