package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.incident.Incident;
import watchword.core.incident.StreamMerger;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

class ArchiveMergeTest {

  /// Reports of one kind are one incident.
  private static final StreamMerger BY_KIND = (ahead, readings, incidents) -> {
    Map<String, List<Reading>> byKind = new TreeMap<>();
    ahead.forEach(reading -> byKind.put(reading.kind().id(), new ArrayList<>()));
    readings.forEach(reading -> byKind.getOrDefault(reading.kind().id(), new ArrayList<>()).add(reading));
    byKind.values().forEach(all -> incidents.accept(Incident.of(all)));
  };

  @TempDir Path folder;

  @Test
  void any_merger_can_be_asked() throws IOException {
    List<ArchivedIncident> incidents = merge("id,time,kind,text\n3,2026-01-04,b,x\n1,2026-01-02,a,x\n2,2026-01-03,b,x\n", BY_KIND);
    Largest largest = new Largest(1);
    incidents.forEach(largest::take);

    assertThat(largest.reports()).isEqualTo(3);
    assertThat(largest.incidents()).isEqualTo(2);
    assertThat(largest.list()).extracting(line -> line.name().value()).containsExactly("2");
    assertThat(incidents.getLast().incident().reports()).extracting(id -> id.value()).containsExactly("2", "3");
  }

  @Test
  void of_incidents_as_large_as_one_another_the_earlier_are_remembered() throws IOException {
    Largest largest = new Largest(2);
    merge("id,time,kind,text\n1,2026-01-02,a,x\n2,2026-01-03,b,x\n3,2026-01-04,c,x\n4,2026-01-05,c,x\n5,2026-01-05,d,x\n", BY_KIND).forEach(largest::take);

    assertThat(largest.list()).extracting(line -> line.name().value()).containsExactly("3", "1");
  }

  @Test
  void a_merger_that_uses_a_report_twice_is_refused() {
    StreamMerger twice = (ahead, readings, incidents) -> readings.forEach(reading -> {
      incidents.accept(Incident.of(List.of(reading)));
      incidents.accept(Incident.of(List.of(reading)));
    });

    assertThatThrownBy(() -> merge("id,time,text\n1,2026-01-02,x\n", twice)).hasMessageContaining("uses one twice");
  }

  @Test
  void rows_without_a_truth_are_merged_but_not_scored() throws IOException {
    List<ArchivedIncident> incidents = merge("id,time,kind,text,truth\n1,2026-01-02,a,x,A\n2,2026-01-03,a,x,A\n3,2026-01-04,a,x,\n", BY_KIND);

    assertThat(incidents).hasSize(1);
    assertThat(score(incidents)).isEqualTo(new ClusterScore(1, 1, 1, 1, 1, 2, 1));
  }

  @Test
  void a_score_incident_by_incident_is_that_of_the_whole() throws IOException {
    StringBuilder rows = new StringBuilder("id,time,kind,text,truth\n");
    Random random = new Random(5);
    Map<ReportId, String> truth = new TreeMap<>();
    for (int i = 0; i < 400; i++) {
      String label = "t" + random.nextInt(90);
      truth.put(new ReportId("r" + i), label);
      rows.append("r" + i + ",2026-01-02,k" + random.nextInt(70) + ",x," + label + "\n");
    }
    List<ArchivedIncident> incidents = merge(rows.toString(), BY_KIND);
    Map<ReportId, String> found = new TreeMap<>();
    incidents.forEach(one -> one.incident().reports().forEach(id -> found.put(id, one.name().value())));

    assertThat(score(incidents)).isEqualTo(ClusterScore.of(truth, found));
  }

  private ClusterScore score(List<ArchivedIncident> incidents) {
    try (Scoring scoring = new Scoring(folder)) {
      incidents.forEach(scoring::take);
      return scoring.score();
    }
  }

  private List<ArchivedIncident> merge(String text, StreamMerger merger) throws IOException {
    Path file = Files.writeString(folder.resolve("in"), text);
    Optional<String> truth = text.contains("truth") ? Optional.of("truth") : Optional.empty();
    try (Archive archive = Archive.read(List.of(file), new Archive.Options(Columns.NONE, truth, ZoneOffset.UTC), read -> {})) {
      return Listed.incidents(archive, merger);
    }
  }
}
