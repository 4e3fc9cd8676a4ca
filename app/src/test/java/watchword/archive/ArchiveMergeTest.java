package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.incident.Merged;
import watchword.core.incident.Merger;
import watchword.core.report.Reading;

class ArchiveMergeTest {

  /// Reports of one kind are one incident.
  private static final Merger BY_KIND = (readings, constraints, weights) -> new Merged(byKind(readings), List.of());

  @TempDir Path folder;

  @Test
  void any_merger_can_be_asked() throws IOException {
    ArchiveMerge merge = merge("id,time,kind,text\n1,2026-01-02,a,x\n2,2026-01-03,b,x\n3,2026-01-04,b,x\n");

    assertThat(merge.reportCount()).isEqualTo(3);
    assertThat(merge.largest(1)).extracting(incident -> ArchiveMerge.name(incident).value()).containsExactly("2");
    assertThat(merge.find("3").orElseThrow()).isEqualTo(merge.find("2").orElseThrow());
    assertThat(merge.find("4")).isEmpty();
  }

  @Test
  void rows_without_a_truth_are_merged_but_not_scored() throws IOException {
    ArchiveMerge merge = merge("id,time,kind,text,truth\n1,2026-01-02,a,x,A\n2,2026-01-03,a,x,A\n3,2026-01-04,a,x,\n");

    assertThat(merge.incidents()).hasSize(1);
    assertThat(merge.score()).isEqualTo(new ClusterScore(1, 1, 1, 1, 1, 2, 1));
  }

  @Test
  void words_weigh_by_the_hours_before() throws IOException {
    StringBuilder rows = new StringBuilder("id,time,text,truth\n");
    for (int i = 0; i < 60; i++) {
      rows.append(i).append(",2026-01-02T10:00Z,mill,\n");
    }
    ArchiveMerge merge = merge(rows.append("60,2026-01-02T11:00Z,mill bridge,\n").toString());
    Reading last = ArchiveMerge.reading(merge.find("60").orElseThrow(), "60").orElseThrow();
    long hour = last.when().earliest().getEpochSecond() / 3_600;

    long mill = watchword.core.text.Words.stemHash("mill");
    long bridge = watchword.core.text.Words.stemHash("bridge");
    assertThat(merge.weights().weight(bridge, hour)).isGreaterThan(merge.weights().weight(mill, hour));
  }

  private ArchiveMerge merge(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("in"), text);
    Optional<String> truth = text.contains("truth") ? Optional.of("truth") : Optional.empty();
    return ArchiveMerge.of(Archive.read(List.of(file), new Archive.Options(Columns.NONE, truth, ZoneOffset.UTC), read -> {}), BY_KIND);
  }

  private static List<Incident> byKind(Collection<Reading> readings) {
    Map<String, List<Reading>> byKind = new TreeMap<>();
    readings.stream().sorted(Reading.ORDER).forEach(reading -> byKind.computeIfAbsent(reading.kind().id(), kind -> new ArrayList<>()).add(reading));
    return byKind.values().stream()
        .map(all -> new Incident(new IncidentId("I-" + all.getFirst().id()), all.getFirst().kind(), Optional.empty(), all.getFirst().when(), all))
        .toList();
  }
}
