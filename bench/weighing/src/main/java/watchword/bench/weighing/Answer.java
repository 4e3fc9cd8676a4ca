package watchword.bench.weighing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import watchword.bench.merging.Table;

/// What a way of weighing says of an item.
record Answer(String value, double probability) {

  static Map<String, Answer> read(Path file) throws IOException {
    Map<String, Answer> answers = new LinkedHashMap<>();
    Table.read(file).rows().forEach(row -> answers.put(
        Table.cell(row, "item"), new Answer(Table.cell(row, "value"),
            Double.parseDouble(Table.cell(row, "probability")))));
    return answers;
  }
}
