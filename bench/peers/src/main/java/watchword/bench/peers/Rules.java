package watchword.bench.peers;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Rules so plain that any merging must beat them.
final class Rules implements Peer {

  private final Function<Row, String> same;

  private Rules(Function<Row, String> same) {
    this.same = same;
  }

  static Peer samePlaceKindAndDay() {
    return new Rules(row -> row.place() + "|" + row.kind() + "|" + row.day());
  }

  static Peer nothingIsTheSame() {
    return new Rules(Row::id);
  }

  @Override
  public void merge(List<Row> rows, Settings settings) throws IOException {
    Map<String, Integer> firsts = new HashMap<>();
    int[] clusters = new int[rows.size()];
    for (int i = 0; i < clusters.length; i++) {
      Integer known = firsts.putIfAbsent(same.apply(rows.get(i)), i);
      clusters[i] = known == null ? i : known;
    }
    settings.take("only", clusters);
  }
}
