package watchword.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;

/// Files rows under their categories, so that the words of different sources become kinds that can be compared.
///
/// Rows of the same levels are of one kind. How far two kinds are alike is the product of how far they agree in each
/// taxonomy that knows a category of both; a mark that only one of them has says nothing.
final class Taxonomies {

  /// Every two kinds are compared: at most two million pairs.
  private static final int MOST_KINDS = 2_000;

  private final List<Taxonomy> list;
  private final Map<String, Filed> byId = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  /// Where a kind stands.
  ///
  /// @param own the kind without categories
  /// @param named whether the row itself named that one, and no taxonomy says what it means
  /// @param levels a list for each taxonomy; empty where it knows no category of the row
  private record Filed(Kind own, boolean named, List<List<String>> levels) {

    private Filed with(boolean other) {
      return new Filed(own, named && other, levels);
    }

    private double likeness(Filed other) {
      double likeness = 1;
      boolean compared = false;
      for (int i = 0; i < levels.size(); i++) {
        if (!levels.get(i).isEmpty() && !other.levels.get(i).isEmpty()) {
          likeness *= Taxonomy.agreement(levels.get(i), other.levels.get(i));
          compared = true;
        }
      }
      boolean ownCounts = !compared || (named && other.named);
      return ownCounts && !own.equals(other.own) ? 0 : likeness;
    }
  }

  private Taxonomies(List<Taxonomy> list) {
    this.list = List.copyOf(list);
  }

  /// Reads all of them.
  ///
  /// @throws ArchiveException if one cannot be used
  static Taxonomies read(List<Taxonomy.Asked> asked) throws IOException {
    List<Taxonomy> list = new ArrayList<>();
    for (Taxonomy.Asked one : asked) {
      list.add(Taxonomy.read(one));
    }
    return new Taxonomies(list);
  }

  /// The taxonomies that no file has a column for.
  ///
  /// @param columns of each file
  List<String> without(List<Set<String>> columns) {
    return list.stream().filter(one -> columns.stream().allMatch(file -> one.columnAmong(file).isEmpty()))
        .map(Taxonomy::file).toList();
  }

  /// For the rows of one file.
  OfFile of(String file, Set<String> columns) {
    return new OfFile(file, list.stream().map(one -> one.columnAmong(columns)).toList());
  }

  /// What of the rows is in no taxonomy, a sentence each.
  List<String> notes() {
    return List.copyOf(notes);
  }

  /// The kind with all it may be taken for, once all rows are read.
  Kind compared(Kind kind) {
    Filed filed = byId.get(kind.id());
    if (filed == null) {
      return kind;
    }
    Map<String, Double> alike = new HashMap<>();
    byId.forEach((id, other) -> {
      double likeness = id.equals(kind.id()) ? 0 : filed.likeness(other);
      if (likeness > 0) {
        alike.put(id, likeness);
      }
    });
    return named(kind, kind.id(), alike);
  }

  /// The words for a kind: the row's own, then the levels, taxonomy by taxonomy, each from fine to coarse.
  List<String> words(Kind kind) {
    Filed filed = byId.get(kind.id());
    return filed == null
        ? List.of(kind.id())
        : Stream.concat(Stream.of(filed.own.id()), filed.levels.stream().flatMap(List::stream)).toList();
  }

  private static Kind named(Kind kind, String id, Map<String, Double> confusable) {
    return new Kind(
        id, kind.shape(), kind.group(), kind.icon(), Map.of(Language.EN, id), kind.headlines(), kind.fields(), confusable,
        kind.sameHappeningMinutes(), kind.sameHappeningMetres(), kind.speedKmh(), kind.acled(), kind.cap(), kind.rule());
  }

  /// The taxonomies as one file's columns are under them.
  final class OfFile {

    private final String file;
    private final String source;
    private final List<Optional<String>> columns;
    private final Map<Filed, Kind> kinds = new HashMap<>();
    private final long[] unknown = new long[list.size()];
    private final long[] firstUnknown = new long[list.size()];

    private OfFile(String file, List<Optional<String>> columns) {
      this.file = file;
      String name = file.substring(file.lastIndexOf('/') + 1);
      this.source = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
      this.columns = columns;
    }

    /// The kind of a row: its own one under its categories.
    ///
    /// @param column of the row's own kind
    /// @param teller who reports; the file's name without an ending where the row does not say
    /// @param own the kind for a cell of that column, or for an empty one
    Kind kind(Row.Read row, Optional<String> column, Optional<String> teller, Function<String, Kind> own) {
      Optional<String> cell = row.cell(column);
      if (list.isEmpty()) {
        return own.apply(cell.orElse(""));
      }
      List<List<String>> levels = new ArrayList<>();
      boolean named = cell.isPresent();
      for (int i = 0; i < list.size(); i++) {
        Taxonomy taxonomy = list.get(i);
        Optional<String> category = row.cell(columns.get(i));
        Optional<List<String>> found = category.flatMap(word -> taxonomy.levels(teller.orElse(source), word));
        levels.add(found.orElse(List.of()));
        if (found.isPresent() && columns.get(i).equals(column)) {
          named = false;
        } else if (category.isPresent() && found.isEmpty() && unknown[i]++ == 0) {
          firstUnknown[i] = row.number();
        }
      }
      return kinds.computeIfAbsent(new Filed(own.apply(cell.orElse("")), named, levels), this::kind);
    }

    private Kind kind(Filed filed) {
      StringBuilder id = new StringBuilder(filed.own.id());
      for (int i = 0; i < list.size(); i++) {
        if (!filed.levels.get(i).isEmpty()) {
          id.append(", ").append(columns.get(i).orElseThrow()).append(' ')
              .append(String.join(" / ", filed.levels.get(i)));
        }
      }
      byId.merge(id.toString(), filed, (one, other) -> one.with(other.named));
      if (byId.size() > MOST_KINDS) {
        throw ArchiveException.unusable(
            "the taxonomies make more than " + MOST_KINDS + " kinds of these rows; hand over fewer of them");
      }
      return named(filed.own, id.toString(), Map.of());
    }

    /// All rows are read: tells what was not found.
    void end() {
      IntStream.range(0, list.size()).filter(i -> unknown[i] > 0).forEach(i -> notes.add(
          file + ": " + unknown[i] + (unknown[i] == 1 ? " row has a " : " rows have a ") + columns.get(i).orElseThrow()
              + " that is not in " + list.get(i).file() + "; kept, the first is row " + firstUnknown[i]));
    }
  }
}
