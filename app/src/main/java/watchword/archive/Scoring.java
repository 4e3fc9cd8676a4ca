package watchword.archive;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import watchword.archive.ClusterScore.Overlap;

/// Compares incidents with the truth column as they leave, over the rows that have it filled.
///
/// What a true incident and a found one share is put down in the order of their names; the sums are those of
/// [ClusterScore] to the last bit.
public final class Scoring implements IncidentSink, Closeable {

  private final SortedSpool overlaps;
  private final ClusterScore.Tally tally = new ClusterScore.Tally();

  public Scoring(Path temporary) {
    overlaps = new SortedSpool(temporary);
  }

  @Override
  public void take(ArchivedIncident incident) {
    TreeMap<String, Integer> labels = new TreeMap<>();
    incident.origins().forEach(origin -> origin.truth().ifPresent(label -> labels.merge(label, 1, Integer::sum)));
    int size = labels.values().stream().mapToInt(count -> count).sum();
    if (size > 0) {
      tally.found(size);
      labels.forEach((label, count) -> overlaps.add(
          Bytes.empty().putText(label).putText(incident.name().value()).putInt(count).putInt(size).toArray()));
    }
  }

  /// All incidents have come.
  public ClusterScore score() {
    String label = "";
    List<Overlap> ofLabel = new ArrayList<>();
    for (byte[] record : overlaps) {
      Bytes bytes = Bytes.of(record);
      String next = bytes.getText();
      if (!next.equals(label)) {
        tally.truth(ofLabel);
        ofLabel.clear();
        label = next;
      }
      bytes.getText();
      ofLabel.add(new Overlap(bytes.getInt(), bytes.getInt()));
    }
    tally.truth(ofLabel);
    return tally.score();
  }

  @Override
  public void close() {
    overlaps.close();
  }
}
