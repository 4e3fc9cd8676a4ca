package watchword.core.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happened: one entry of the catalogue in `spec/kinds.json`.
///
/// @param group the picture group of the sender's form
/// @param headlines a public sentence with the slot `{place}`
/// @param confusable how readily an honest witness of this kind reports that other one, 0 to 1
/// @param sameHappeningMinutes time scale within which one happening is seen
/// @param sameHappeningMetres distance scale within which one happening is seen
/// @param speedKmh how fast it moves; 0 for what stays
public record Kind(
    String id,
    Shape shape,
    String group,
    String icon,
    Map<Language, String> names,
    Map<Language, String> headlines,
    List<Field> fields,
    Map<String, Double> confusable,
    int sameHappeningMinutes,
    int sameHappeningMetres,
    double speedKmh,
    Optional<Acled> acled,
    Cap cap,
    Rule rule) {

  /// A day and a kilometre: what a row of an archive is usually known to.
  private static final int ARCHIVE_MINUTES = 24 * 60;

  private static final int ARCHIVE_METRES = 1_000;

  public Kind {
    if (sameHappeningMinutes < 1 || sameHappeningMetres < 1 || speedKmh < 0) {
      throw new IllegalArgumentException("kind " + id + " has a scale below 1 or a negative speed");
    }
    names = Map.copyOf(names);
    headlines = Map.copyOf(headlines);
    fields = List.copyOf(fields);
    confusable = Map.copyOf(confusable);
  }

  /// A kind that only an archive knows, by its word there; it is never published.
  public static Kind ofArchive(String id) {
    return new Kind(
        id,
        Shape.EVENT,
        "archive",
        "other",
        Map.of(Language.EN, id),
        Map.of(),
        List.of(),
        Map.of(),
        ARCHIVE_MINUTES,
        ARCHIVE_METRES,
        0,
        Optional.empty(),
        new Cap("Other", "Unknown", "Unknown", "None"),
        new Rule(0, 1_000, 1, false, 0, true));
  }

  /// The kind's name, in English where the language is missing.
  public String name(Language language) {
    return names.getOrDefault(language, names.getOrDefault(Language.EN, id));
  }

  /// How readily an honest witness of the one reports the other; 1 for the same kind.
  public double likeness(Kind other) {
    if (id.equals(other.id)) {
      return 1;
    }
    if (confusable.isEmpty() && other.confusable.isEmpty()) {
      return 0;
    }
    return Math.max(
        confusable.getOrDefault(other.id, 0.0), other.confusable.getOrDefault(id, 0.0));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Kind kind && id.equals(kind.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
