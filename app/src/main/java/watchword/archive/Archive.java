package watchword.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import watchword.core.report.ReportId;

/// Several files as one input: their reports, and the rows that are not used.
public final class Archive {

  private final List<ArchivedReport> reports;
  private final List<Reject> rejects;
  private final boolean severalFiles;
  private final boolean localTimes;
  private final List<String> notes;
  private final Placing placing;

  private Archive(Placing placing, List<Reject> rejects, boolean severalFiles, boolean localTimes, List<String> notes) {
    this.reports = placing.reports();
    this.placing = placing;
    this.rejects = List.copyOf(rejects);
    this.severalFiles = severalFiles;
    this.localTimes = localTimes;
    this.notes = List.copyOf(notes);
  }

  /// How to read files.
  ///
  /// @param columns what the user says of them; it goes before what is recognised
  /// @param truth the column to score against; no other way leads to it
  /// @param zone of times without an offset
  /// @param area where places lie that rows know only by name; empty for the surroundings of the rows' own coordinates
  /// @param now rows that tell of a later time are kept and counted
  public record Options(Columns columns, Optional<String> truth, ZoneId zone, Optional<Territory> area, Instant now) {

    /// Without an area, and without a clock by which a time could be in the future.
    public Options(Columns columns, Optional<String> truth, ZoneId zone) {
      this(columns, truth, zone, Optional.empty(), Instant.MAX);
    }
  }

  /// Reads all rows of all files.
  ///
  /// @param progress told how many more bytes were read
  /// @throws ArchiveException if a file cannot be used, or none of the rows
  public static Archive read(List<Path> files, Options options, LongConsumer progress) throws IOException {
    List<String> names = names(files);
    requireColumns(files, names, options);
    Times times = new Times(options.zone(), options.now());
    List<ArchivedReport> told = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String name = names.get(i);
      try (Rows rows = ArchiveFile.open(files.get(i), name, progress)) {
        Layout layout = layout(rows, name, options.columns());
        RowReader reader = new RowReader(name, files.size() > 1, layout, times, options.truth());
        readAll(rows, reader, name, told, rejects);
        rows.leftOut().ifPresent(note -> notes.add(name + ": " + note));
        if (reader.cutTexts() > 0) {
          notes.add(name + ": " + counted(reader.cutTexts(), "text") + " read to the first " + RowReader.MAX_TEXT_CHARS + " characters");
        }
      } catch (IOException e) {
        throw ArchiveFile.unreadable(name, e);
      }
    }
    if (times.ahead() > 0) {
      notes.add(counted(times.ahead(), "time") + " in the future; kept");
    }
    List<ArchivedReport> kept = eachIdOnce(told, rejects);
    rejects.sort(Comparator.comparingInt((Reject reject) -> names.indexOf(reject.file())).thenComparingLong(Reject::row));
    if (kept.isEmpty()) {
      throw ArchiveException.unusable(rejects.isEmpty() ? names.getFirst() + " has no rows" : "no row can be used; the first: " + rejects.getFirst().sentence(files.size() > 1));
    }
    return new Archive(Placing.of(kept, options.area()), rejects, files.size() > 1, times.sawLocal(), notes);
  }

  /// The reports in the order of the files.
  List<ArchivedReport> reports() {
    return reports;
  }

  public List<Reject> rejects() {
    return rejects;
  }

  /// What was read otherwise than it stands, or passed over on purpose, a sentence each.
  public List<String> notes() {
    return notes;
  }

  /// What came of the rows that know their place only by name.
  public Placing placing() {
    return placing;
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

  private static void readAll(Rows rows, RowReader reader, String name, List<ArchivedReport> told, List<Reject> rejects) throws IOException {
    for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
      switch (row.get()) {
        case Row.Unreadable bad -> rejects.add(new Reject(name, bad.number(), bad.reason(), bad.raw()));
        case Row.Read read -> {
          try {
            told.add(reader.read(read));
          } catch (RowFault fault) {
            rejects.add(new Reject(name, read.number(), fault.reason(), read.raw()));
          }
        }
      }
    }
  }

  private static Layout layout(Rows rows, String name, Columns asked) {
    Layout layout = Layouts.of(rows.columns()).with(asked.in(rows.columns()::contains));
    if (!layout.columns().usable()) {
      String missing = layout.columns().time().isEmpty() ? "when something happened; name it with --time" : "where or what; name it with --lat and --lon, --place or --text";
      throw ArchiveException.misuse("no column of " + name + " tells " + missing);
    }
    return layout;
  }

  /// A column the user names must stand in one of the files at least.
  private static void requireColumns(List<Path> files, List<String> names, Options options) throws IOException {
    Set<String> asked = new LinkedHashSet<>(options.columns().names());
    options.truth().ifPresent(asked::add);
    for (int i = 0; i < files.size() && !asked.isEmpty(); i++) {
      try (Rows rows = ArchiveFile.open(files.get(i), names.get(i), bytes -> {})) {
        asked.removeAll(rows.columns());
      }
    }
    if (!asked.isEmpty()) {
      throw ArchiveException.misuse("there is no column " + asked.iterator().next());
    }
  }

  /// An id that stands twice keeps the row that comes first by content, so that the order of rows decides nothing.
  private static List<ArchivedReport> eachIdOnce(List<ArchivedReport> told, List<Reject> rejects) {
    Map<ReportId, ArchivedReport> kept = new LinkedHashMap<>();
    Comparator<ArchivedReport> content =
        Comparator.comparing((ArchivedReport one) -> one.report().when().earliest()).thenComparing(ArchivedReport::raw);
    for (ArchivedReport next : told) {
      ArchivedReport before = kept.putIfAbsent(next.report().id(), next);
      if (before != null) {
        boolean replaces = content.compare(next, before) < 0;
        ArchivedReport stays = replaces ? next : before;
        ArchivedReport goes = replaces ? before : next;
        kept.put(stays.report().id(), stays);
        rejects.add(new Reject(goes.file(), goes.row(), "its id is that of row " + stays.row() + " too", goes.raw()));
      }
    }
    return List.copyOf(kept.values());
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
}
