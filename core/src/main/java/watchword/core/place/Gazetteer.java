package watchword.core.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.core.text.Folding;

/// Town names of a country, found in any of their spellings and cases.
/// Its version names the data, since incidents depend on it.
public final class Gazetteer {

  /// No names: places come only as pins.
  public static final Gazetteer EMPTY = new Gazetteer("empty", List.of());

  /// Names are looked up by their first letters; shorter names must match whole.
  private static final int PREFIX = 3;

  /// An ending of a declined name is at most this long.
  private static final int ENDING = 3;

  private static final int MAX_TOKENS = 3;

  private final String version;
  private final List<Town> towns;
  private final Map<String, List<Name>> byPrefix = new HashMap<>();

  private record Name(List<String> tokens, Town town) {}

  public Gazetteer(String version, List<Town> towns) {
    this.version = version;
    this.towns = List.copyOf(towns);
    for (Town town : towns) {
      Set<List<String>> spellings = new LinkedHashSet<>();
      spellings.add(Folding.tokens(town.name()));
      town.names().forEach(name -> spellings.add(Folding.tokens(name)));
      for (List<String> tokens : spellings) {
        if (!tokens.isEmpty() && tokens.size() <= MAX_TOKENS) {
          byPrefix.computeIfAbsent(prefix(tokens.getFirst()), p -> new ArrayList<>()).add(new Name(tokens, town));
        }
      }
    }
    // The longest name first, so that "Old Dal" is not read as "Dal"; then by size.
    byPrefix.values().forEach(names -> names.sort(
        Comparator.comparingInt((Name name) -> -name.tokens().size())
            .thenComparingLong(name -> -name.town().population())
            .thenComparing(name -> name.town().id())));
  }

  public String version() {
    return version;
  }

  public List<Town> towns() {
    return towns;
  }

  /// The towns a text names, in the order of the text, each once.
  ///
  /// @param tokens folded tokens
  public List<Town> named(List<String> tokens) {
    Set<Town> found = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Optional<Name> name = at(tokens, i);
      if (name.isPresent()) {
        found.add(name.get().town());
        i += name.get().tokens().size() - 1;
      }
    }
    return new ArrayList<>(found);
  }

  /// The nearest town of at least so many inhabitants.
  public Optional<Town> nearest(Place place, long population) {
    return towns.stream()
        .filter(town -> town.population() >= population)
        .min(Comparator.comparingDouble((Town town) -> town.place().distanceMetres(place)).thenComparing(Town::id));
  }

  private Optional<Name> at(List<String> tokens, int i) {
    for (Name name : byPrefix.getOrDefault(prefix(tokens.get(i)), List.of())) {
      if (i + name.tokens().size() <= tokens.size() && matches(name.tokens(), tokens, i)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static boolean matches(List<String> name, List<String> tokens, int from) {
    for (int k = 0; k < name.size(); k++) {
      if (!declined(name.get(k), tokens.get(from + k))) {
        return false;
      }
    }
    return true;
  }

  /// Whether a token is the name or a form of it: the same stem, another ending.
  private static boolean declined(String name, String token) {
    if (name.equals(token)) {
      return true;
    }
    int stem = endsInVowel(name) ? name.length() - 1 : name.length();
    return stem >= PREFIX + 1
        && token.length() <= stem + ENDING
        && token.length() >= stem
        && token.startsWith(name.substring(0, stem));
  }

  private static boolean endsInVowel(String name) {
    return "aeiou".indexOf(name.charAt(name.length() - 1)) >= 0;
  }

  private static String prefix(String token) {
    return token.length() > PREFIX ? token.substring(0, PREFIX) : token;
  }
}
