package watchword.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import watchword.archive.ReportRecords.Where;
import watchword.core.kind.Kind;

/// Several files as one input: their reports, and the rows that are not used. Neither need fit into memory.
public final class Archive implements Closeable {

  private final Path temporary;
  private final Reports reports;
  private final Rejects rejects;
  private final boolean severalFiles;
  private final List<String> notes = new ArrayList<>();
  private boolean localTimes;
  private Optional<Placing> placing = Optional.empty();
  private final Taxonomies taxonomies;

  private Archive(List<String> names, Path temporary, Taxonomies taxonomies) {
    this.temporary = temporary;
    this.taxonomies = taxonomies;
    this.reports = new Reports(temporary, names);
    this.rejects = new Rejects(temporary, names);
    this.severalFiles = names.size() > 1;
  }

  /// How to read files.
  ///
  /// @param columns what the user says of them; it goes before what is recognised
  /// @param truth the column to score against; no other way leads to it
  /// @param zone of times without an offset
  /// @param area where places lie that rows know only by name; empty for the surroundings of the rows' own coordinates
  /// @param now rows that tell of a later time are kept and counted
  /// @param temporary the folder for what does not fit into memory
  /// @param taxonomies under which rows of different sources become comparable
  public record Options(
      Columns columns, Optional<String> truth, ZoneId zone, Optional<Territory> area, Instant now, Path temporary,
      List<Taxonomy.Asked> taxonomies) {

    public Options {
      taxonomies = List.copyOf(taxonomies);
    }

    /// Without taxonomies.
    public Options(
        Columns columns, Optional<String> truth, ZoneId zone, Optional<Territory> area, Instant now, Path temporary) {
      this(columns, truth, zone, area, now, temporary, List.of());
    }

    /// Without an area, and without a clock by which a time could be in the future.
    public Options(Columns columns, Optional<String> truth, ZoneId zone) {
      this(columns, truth, zone, Optional.empty(), Instant.MAX, Path.of(System.getProperty("java.io.tmpdir")));
    }
  }

  /// Reads all rows of all files.
  ///
  /// @param progress told how many more bytes were read
  /// @throws ArchiveException if a file cannot be used, or none of the rows
  public static Archive read(List<Path> files, Options options, LongConsumer progress) throws IOException {
    List<String> names = names(files);
    Taxonomies taxonomies = Taxonomies.read(options.taxonomies());
    requireColumns(files, names, options, taxonomies);
    Archive archive = new Archive(names, options.temporary(), taxonomies);
    try {
      archive.readAll(files, names, options, progress);
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
    return archive;
  }

  private void readAll(List<Path> files, List<String> names, Options options, LongConsumer progress)
      throws IOException {
    Times times = new Times(options.zone(), options.now());
    for (int i = 0; i < files.size(); i++) {
      read(files.get(i), names.get(i), options, times, progress);
    }
    if (times.ahead() > 0) {
      notes.add(counted(times.ahead(), "time") + " in the future; kept");
    }
    notes.addAll(taxonomies.notes());
    localTimes = times.sawLocal();
    reports.eachIdOnce(rejects::add);
    if (reports.count() == 0) {
      throw ArchiveException.unusable(rejects.count() == 0
          ? names.getFirst() + " has no rows"
          : "no row can be used; the first: " + rejects.iterator().next().sentence(severalFiles));
    }
    reports.tables().kinds().replaceAll(taxonomies::compared);
    placing = Optional.of(Placing.of(this::wheres, options.area()));
  }

  private void read(Path file, String name, Options options, Times times, LongConsumer progress) throws IOException {
    try (Rows rows = ArchiveFile.open(file, name, progress)) {
      Layout layout = layout(rows, name, options.columns());
      Taxonomies.OfFile categories = taxonomies.of(name, besideTruth(rows, options));
      RowReader reader = new RowReader(name, severalFiles, layout, times, options.truth(), categories);
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        take(row.get(), reader, name);
      }
      categories.end();
      rows.leftOut().ifPresent(note -> notes.add(name + ": " + note));
      if (reader.cutTexts() > 0) {
        String cut = counted(reader.cutTexts(), "text");
        notes.add(name + ": " + cut + " read to the first " + RowReader.MAX_TEXT_CHARS + " characters");
      }
    } catch (IOException e) {
      throw ArchiveFile.unreadable(name, e);
    }
  }

  private void take(Row row, RowReader reader, String name) {
    switch (row) {
      case Row.Unreadable bad -> rejects.add(new Reject(name, bad.number(), bad.reason(), bad.raw()));
      case Row.Read read -> {
        try {
          reports.add(reader.read(read));
        } catch (RowFault fault) {
          rejects.add(new Reject(name, read.number(), fault.reason(), read.raw()));
        }
      }
    }
  }

  private Iterator<Where> wheres() {
    Iterator<byte[]> each = reports.records().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public Where next() {
        return ReportRecords.where(each.next());
      }
    };
  }

  /// How many reports.
  public long count() {
    return reports.count();
  }

  /// The reports with their places, in the order of the files.
  void forEach(Consumer<ArchivedReport> consumer) {
    reports.records().forEach(record -> consumer.accept(placing().placed(reports.tables().report(record))));
  }

  Reports reports() {
    return reports;
  }

  Path temporary() {
    return temporary;
  }

  /// The words for a kind: a row's own, then those of the taxonomies' levels, the surest first.
  List<String> words(Kind kind) {
    return taxonomies.words(kind);
  }

  public Rejects rejects() {
    return rejects;
  }

  /// What was read otherwise than it stands, or passed over on purpose, a sentence each.
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /// What came of the rows that know their place only by name.
  public Placing placing() {
    return placing.orElseThrow();
  }

  public boolean severalFiles() {
    return severalFiles;
  }

  /// Whether any time had no offset, so that the zone mattered.
  public boolean localTimes() {
    return localTimes;
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static Layout layout(Rows rows, String name, Columns asked) {
    Layout layout = Layouts.of(rows.columns()).with(asked.in(rows.columns()::contains));
    if (!layout.columns().usable()) {
      String missing = layout.columns().time().isEmpty() ? "when something happened; name it with --time" : "where or what; name it with --lat and --lon, --place or --text";
      throw ArchiveException.misuse("no column of " + name + " tells " + missing);
    }
    return layout;
  }

  /// No taxonomy reads the truth.
  private static Set<String> besideTruth(Rows rows, Options options) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    options.truth().ifPresent(columns::remove);
    return columns;
  }

  /// A column the user names, or a taxonomy is for, must stand in one of the files at least.
  private static void requireColumns(List<Path> files, List<String> names, Options options, Taxonomies taxonomies)
      throws IOException {
    Set<String> asked = new LinkedHashSet<>(options.columns().names());
    options.truth().ifPresent(asked::add);
    List<Set<String>> columns = new ArrayList<>();
    for (int i = 0; i < files.size() && !(asked.isEmpty() && options.taxonomies().isEmpty()); i++) {
      try (Rows rows = ArchiveFile.open(files.get(i), names.get(i), bytes -> {})) {
        asked.removeAll(rows.columns());
        columns.add(besideTruth(rows, options));
      }
    }
    if (!asked.isEmpty()) {
      throw ArchiveException.misuse("there is no column " + asked.iterator().next());
    }
    taxonomies.without(columns).stream().findFirst().ifPresent(file -> {
      throw ArchiveException.misuse(
          "no column is the one that " + file + " is for; name it: --taxonomy COLUMN=" + file);
    });
  }

  /// The files' own names; the whole paths where two files have the same one.
  private static List<String> names(List<Path> files) {
    List<String> names = files.stream().map(file -> String.valueOf(file.getFileName())).toList();
    if (new HashSet<>(names).size() == names.size()) {
      return names;
    }
    List<String> paths = files.stream().map(Path::toString).toList();
    if (new HashSet<>(paths).size() < paths.size()) {
      throw ArchiveException.misuse("a file is named twice");
    }
    return paths;
  }

  @Override
  public void close() {
    reports.close();
    rejects.close();
  }
}
