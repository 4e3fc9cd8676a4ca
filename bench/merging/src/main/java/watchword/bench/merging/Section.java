package watchword.bench.merging;

import java.util.List;

/// What one protocol measured: its lines of the table, and its own tables below.
public record Section(List<Line> lines, List<String> details) {

  public Section {
    lines = List.copyOf(lines);
    details = List.copyOf(details);
  }

  public record Line(String what, String aim, String measured, String how) {
    String markdown() {
      return "| " + what + " | " + aim + " | " + measured + " | " + how + " |";
    }
  }
}
