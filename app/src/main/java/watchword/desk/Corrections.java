package watchword.desk;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.core.kind.Language;

/// How often members kept what was suggested of statements, by language and mark.
public final class Corrections {

  private static final Kept NONE = new Kept(0, 0);

  private final Map<Language, Map<Entry.Mark, Kept>> counts = new EnumMap<>(Language.class);

  /// How often a mark was kept in one language.
  ///
  /// @param decided how many of these suggestions a member decided about
  public record Kept(int kept, int decided) {}

  private Corrections() {}

  static Corrections of(Collection<Entry.Checked> all) {
    Corrections corrections = new Corrections();
    for (Entry.Checked one : all) {
      Map<Entry.Mark, Kept> marks = corrections.counts.computeIfAbsent(one.language(), _ -> new EnumMap<>(Entry.Mark.class));
      one.kept().forEach(mark -> marks.merge(mark, new Kept(1, 1), Corrections::plus));
      one.changed().forEach(mark -> marks.merge(mark, new Kept(0, 1), Corrections::plus));
    }
    return corrections;
  }

  private static Kept plus(Kept one, Kept other) {
    return new Kept(one.kept() + other.kept(), one.decided() + other.decided());
  }

  /// Languages of which a suggestion was decided about.
  public Set<Language> languages() {
    return Set.copyOf(counts.keySet());
  }

  public Kept of(Language language, Entry.Mark mark) {
    return Optional.ofNullable(counts.get(language)).flatMap(marks -> Optional.ofNullable(marks.get(mark))).orElse(NONE);
  }
}
