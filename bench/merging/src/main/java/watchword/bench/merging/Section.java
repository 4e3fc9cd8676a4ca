package watchword.bench.merging;

import java.util.List;

/// What one protocol measured: its lines of the table, and its own tables below.
record Section(List<Line> lines, List<String> details) {

  Section {
    lines = List.copyOf(lines);
    details = List.copyOf(details);
  }

  record Line(String what, String aim, String measured, String how) {
    String markdown() {
      return "| " + what + " | " + aim + " | " + measured + " | " + how + " |";
    }
  }
}
