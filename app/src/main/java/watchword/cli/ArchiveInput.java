package watchword.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import watchword.archive.Archive;
import watchword.archive.Reject;
import watchword.archive.Rejects;
import watchword.archive.Taxonomy;
import watchword.archive.Territory;

/// Files of reports, how to read them, and what to say of rows that cannot be used.
final class ArchiveInput {

  /// More bad rows than this are counted, not listed.
  private static final int LISTED = 20;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of reports; a file's name is the source of rows that name none.")
  List<Path> files;

  @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of times without an offset, such as Europe/Kyiv. UTC if absent.")
  Optional<String> zone = Optional.empty();

  @Option(names = "--rejects", paramLabel = "OUT.csv", description = "Write the rows that could not be used, with the reason.")
  Optional<Path> rejects = Optional.empty();

  @Option(names = "--taxonomy", paramLabel = "[COLUMN=]FILE",
      description = "What the categories of a column mean: data.source, base.categories, then levels from fine to coarse, so "
          + "that rows of different sources are compared by the finest level they share. The column is the one that the file's "
          + "name ends in, or named. May be repeated.")
  List<String> taxonomies = List.of();

  @ArgGroup(exclusive = false, validate = false, heading = "%nColumns:%n")
  ColumnOptions columns = new ColumnOptions();

  /// @param progress over [#bytes]
  Archive read(Optional<String> truth, Optional<Territory> area, Progress progress) throws IOException {
    Archive.Options options = new Archive.Options(
        columns.columns(), truth, zone(), area, Instant.now(), temporary(), taxonomies());
    return Archive.read(files, options, progress::advance);
  }

  /// All files that are read, which no result may overwrite.
  List<Path> read() {
    List<Path> read = new ArrayList<>(files);
    taxonomies().forEach(one -> read.add(one.file()));
    return read;
  }

  private List<Taxonomy.Asked> taxonomies() {
    return taxonomies.stream().map(Taxonomy.Asked::parse).toList();
  }

  /// Where what does not fit into memory goes.
  static Path temporary() {
    return Path.of(Optional.ofNullable(System.getenv("TMPDIR")).filter(named -> !named.isEmpty())
        .orElseGet(() -> System.getProperty("java.io.tmpdir")));
  }

  /// How much there is to read.
  long bytes() throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return size;
  }

  ZoneId zone() {
    try {
      return zone.isPresent() ? ZoneId.of(zone.get()) : ZoneOffset.UTC;
    } catch (DateTimeException e) {
      throw CommandFailure.misused("there is no time zone " + zone.orElse("") + "; name one such as Europe/Kyiv or +03:00");
    }
  }

  void tell(Archive archive, PrintWriter err) {
    if (zone.isEmpty() && archive.localTimes()) {
      err.println("watchword: times without an offset are read as UTC; --zone says otherwise");
    }
    archive.notes().forEach(note -> err.println("watchword: " + note));
    archive.placing().sentence().ifPresent(sentence -> err.println("watchword: " + sentence));
    Rejects bad = archive.rejects();
    String further = rejects.isPresent() ? "" : "; --rejects FILE writes them all";
    tell(first(bad), bad.count(), archive.severalFiles(), further, err);
  }

  /// Names every row that cannot be used, up to a page of them.
  ///
  /// @param further where the others can be had
  static void tell(List<Reject> bad, boolean severalFiles, String further, PrintWriter err) {
    tell(bad, bad.size(), severalFiles, further, err);
  }

  /// @param all how many there are, these and others
  private static void tell(List<Reject> bad, long all, boolean severalFiles, String further, PrintWriter err) {
    bad.stream().limit(LISTED).forEach(reject -> err.println("watchword: " + reject.sentence(severalFiles)));
    if (all > LISTED) {
      err.printf("watchword: and %s that cannot be used%s%n", Answer.count(all - LISTED, "more row"), further);
    }
    err.flush();
  }

  private static List<Reject> first(Rejects bad) {
    List<Reject> first = new ArrayList<>();
    for (Iterator<Reject> each = bad.iterator(); each.hasNext() && first.size() < LISTED; ) {
      first.add(each.next());
    }
    return first;
  }
}
