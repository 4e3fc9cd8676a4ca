package watchword.bench.peers;

import java.io.IOException;
import java.util.List;

/// A way to merge rows.
interface Peer {

  /// What one setting makes of the rows: for each the index of a row that stands for its cluster.
  interface Settings {
    void take(String setting, int[] clusters) throws IOException;
  }

  /// Merges under every setting; the benchmark chooses among them on other folds.
  void merge(List<Row> rows, Settings settings) throws IOException;
}
