package watchword.bench.merging;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a benchmark leaves: one table with the aims, and the details below it.
///
/// @param how in a sentence, where the figures come from
public record Page(String title, String how, List<Section> sections) {

  public Page {
    sections = List.copyOf(sections);
  }

  public void write(Path file, String commit, double loadBefore) throws IOException {
    List<String> page = new ArrayList<>();
    page.add("# " + title + ", " + LocalDate.now(ZoneOffset.UTC));
    page.add("");
    page.add(String.format(Locale.ROOT,
        "Commit %s, Java %s, %d cores, load average %.1f at the start and %.1f at the end; how to repeat it:"
            + " `bench/README.md`.",
        commit, Runtime.version().feature(), Runtime.getRuntime().availableProcessors(), loadBefore, load()));
    page.add(how);
    page.add("");
    page.add("| what | aim | measured | how |");
    page.add("|---|---|---|---|");
    sections.forEach(section -> section.lines().forEach(line -> page.add(line.markdown())));
    page.add("");
    sections.forEach(section -> page.addAll(section.details()));
    Files.write(file, page);
  }

  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /// Copies of other people's words stay nowhere.
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
