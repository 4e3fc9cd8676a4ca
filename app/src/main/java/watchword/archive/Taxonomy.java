package watchword.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the categories of one column mean, source by source, in levels that all sources share: meltt's taxonomies.
///
/// A file of columns `data.source`, `base.categories` and then the levels from fine to coarse. It is small, written by
/// the user and read whole, so that one bad row refuses it.
///
/// @param file how messages call it
/// @param column what it is for, where the user names it
/// @param levels by source and category, each from fine to coarse
public record Taxonomy(String file, Optional<String> column, Map<Category, List<String>> levels) {

  private static final String SOURCE = "data.source";
  private static final String CATEGORY = "base.categories";

  /// A codebook has hundreds of categories, and no desk's own has as many as this.
  private static final int MOST_ROWS = 100_000;

  public Taxonomy {
    levels = Map.copyOf(levels);
  }

  /// A word of a source.
  public record Category(String source, String word) {}

  /// A taxonomy as the user names it: a file, or its column before it.
  public record Asked(Optional<String> column, Path file) {

    /// Reads "taxonomy_actor_tax.csv" or "actor_tax=codes.csv".
    public static Asked parse(String text) {
      int equals = text.indexOf('=');
      return equals <= 0 || Files.exists(Path.of(text))
          ? new Asked(Optional.empty(), Path.of(text))
          : new Asked(Optional.of(text.substring(0, equals)), Path.of(text.substring(equals + 1)));
    }
  }

  /// Reads a taxonomy.
  ///
  /// @throws ArchiveException if the file is none, or a row of it cannot be used
  static Taxonomy read(Asked asked) throws IOException {
    String file = String.valueOf(asked.file().getFileName());
    Map<Category, List<String>> levels = new HashMap<>();
    try (Rows rows = ArchiveFile.open(asked.file(), file, bytes -> {})) {
      List<String> names = new ArrayList<>(rows.columns());
      if (!names.containsAll(List.of(SOURCE, CATEGORY)) || names.size() < 3) {
        throw ArchiveException.misuse(
            file + " is no taxonomy: its columns are " + SOURCE + ", " + CATEGORY + " and then levels from fine to coarse");
      }
      names.removeAll(List.of(SOURCE, CATEGORY));
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        add(row.get(), names, file, levels);
      }
    } catch (IOException e) {
      throw ArchiveFile.unreadable(file, e);
    }
    return new Taxonomy(file, asked.column(), levels);
  }

  private static void add(Row row, List<String> names, String file, Map<Category, List<String>> levels) {
    switch (row) {
      case Row.Unreadable bad -> throw bad(file, bad.number(), bad.reason());
      case Row.Read read -> {
        Category category = new Category(cell(read, SOURCE, file), cell(read, CATEGORY, file));
        List<String> path = names.stream().map(name -> cell(read, name, file)).toList();
        List<String> before = levels.putIfAbsent(category, path);
        if (before != null && !before.equals(path)) {
          throw bad(file, read.number(), "its category has other levels in a row before");
        }
        if (levels.size() > MOST_ROWS) {
          throw ArchiveException.unusable(file + " has more than " + MOST_ROWS + " categories");
        }
      }
    }
  }

  private static String cell(Row.Read row, String column, String file) {
    return row.cell(column).orElseThrow(() -> bad(file, row.number(), column + " is empty"));
  }

  private static ArchiveException bad(String file, long row, String reason) {
    return ArchiveException.unusable(file + " row " + row + ": " + reason);
  }

  /// The column of a file that it is for: the one that is named, else the longest whose name ends the taxonomy's.
  Optional<String> columnAmong(Set<String> columns) {
    String name = file.contains(".") ? file.substring(0, file.indexOf('.')) : file;
    return column.isPresent()
        ? column.filter(columns::contains)
        : columns.stream().filter(name::endsWith).max(Comparator.comparingInt(String::length));
  }

  Optional<List<String>> levels(String source, String word) {
    return Optional.ofNullable(levels.get(new Category(source, word)));
  }

  /// How far two categories agree: 1 at the finest level, evenly less at each coarser one, 0 where they share none.
  static double agreement(List<String> a, List<String> b) {
    for (int level = 0; level < a.size(); level++) {
      if (a.get(level).equals(b.get(level))) {
        return (double) (a.size() - level) / a.size();
      }
    }
    return 0;
  }
}
