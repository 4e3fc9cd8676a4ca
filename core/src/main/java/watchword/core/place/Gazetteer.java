package watchword.core.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import watchword.core.text.Folding;

/// Town names of an area, found in any of their spellings and cases.
/// Its version names the data, since incidents depend on it.
public final class Gazetteer {

  /// No names: places come only as pins.
  public static final Gazetteer EMPTY = new Gazetteer("empty", List.of());

  /// A longer name is the address of a place, which nobody writes whole.
  private static final int MAX_TOKENS = 6;

  /// Two places of one name this near are one to whoever names them.
  private static final double TOGETHER_METRES = 25_000;

  /// A name means its largest town where that has so many times the inhabitants of any other.
  private static final int DWARFED = 10;

  /// Of thousands of villages one is always a slip away from an everyday word.
  private static final long SLIP_POPULATION = 10_000;

  private final String version;
  private final List<Town> towns;
  private final List<Road> roads;
  private final Nearby nearby;
  private final Map<String, List<Name>> byFirst = new HashMap<>();
  private final Map<String, List<Town>> byLast = new HashMap<>();
  private final Misspelling<Name> misspelt = new Misspelling<>();

  private record Name(List<String> tokens, Town town) {}

  private record Match(Name name, boolean exact) {}

  /// What a name stands for.
  public sealed interface Found {
    /// The one place it means.
    record One(Town town) implements Found {}

    /// Places far apart share it, and nothing tells which is meant.
    record Several(List<Town> towns) implements Found {
      public Several {
        towns = List.copyOf(towns);
      }
    }

    /// No place has it.
    record None() implements Found {}
  }

  /// @param version names the data the towns come from
  public Gazetteer(String version, List<Town> towns) {
    this(version, towns, List.of());
  }

  /// @param roads that the desk listed
  public Gazetteer(String version, List<Town> towns, List<Road> roads) {
    this.version = version;
    this.towns = List.copyOf(towns);
    this.roads = List.copyOf(roads);
    this.nearby = new Nearby(this.towns);
    this.towns.forEach(this::index);
  }

  private void index(Town town) {
    Set<List<String>> spellings = new LinkedHashSet<>();
    spellings.add(Folding.tokens(town.name()));
    town.names().forEach(name -> spellings.add(Folding.tokens(name)));
    for (List<String> tokens : spellings) {
      if (!tokens.isEmpty() && tokens.size() <= MAX_TOKENS) {
        Name name = new Name(tokens, town);
        Set<String> keys = new LinkedHashSet<>(Declension.stems(tokens.getFirst()));
        keys.add(tokens.getFirst());
        keys.forEach(key -> byFirst.computeIfAbsent(key, k -> new ArrayList<>(1)).add(name));
        if (tokens.size() > 1) {
          byLast.computeIfAbsent(tokens.getLast(), key -> new ArrayList<>(1)).add(town);
        } else if (town.population() >= SLIP_POPULATION) {
          misspelt.add(tokens.getFirst(), name);
        }
      }
    }
  }

  public String version() {
    return version;
  }

  public List<Town> towns() {
    return towns;
  }

  /// The town of an id.
  public Optional<Town> find(String id) {
    return towns.stream().filter(town -> town.id().equals(id)).findFirst();
  }

  /// The towns a text names, in the order of the text, each once; a name that is everyday, or that towns far apart share, tells none.
  /// Where no town is named, one whose name is a slip away is.
  ///
  /// @param tokens folded tokens
  public List<Town> named(List<String> tokens) {
    return clear(mentions(tokens)).stream().map(mention -> mention.among().getFirst()).distinct().toList();
  }

  /// A town where a text names it.
  ///
  /// @param among the town alone; where places far apart share its name those it may mean, the largest first
  /// @param at the first of its tokens
  /// @param tokens how many there are
  public record Mention(List<Town> among, int at, int tokens) {
    public Mention {
      among = List.copyOf(among);
    }

    /// Whether nothing tells which town of the name is meant.
    public boolean shared() {
      return among.size() > 1;
    }
  }

  /// The towns a text names and where, as `named`. Where it names none, and nothing is a slip away, names that places
  /// far apart share, if they stand where a place is due: the result is all clear or all shared.
  public List<Mention> mentions(List<String> tokens) {
    List<Mention> found = whole(tokens);
    List<Mention> clear = clear(found);
    if (!clear.isEmpty() || towns.isEmpty()) {
      return clear;
    }
    List<Mention> slips = misspelt(tokens);
    return slips.isEmpty() ? found : slips;
  }

  private static List<Mention> clear(List<Mention> mentions) {
    return mentions.stream().filter(mention -> !mention.shared()).toList();
  }

  /// Those of them that are named in any language, so that a text of unknown origin may be read: after a word such as
  /// "near", without a slip, and of ten thousand people or the desk's own; a shared name by the largest that has it.
  public List<Mention> due(List<String> tokens) {
    List<Mention> due = whole(tokens).stream()
        .filter(mention -> surely(mention.among().getFirst()))
        .filter(mention -> Misspelling.due(tokens, mention.at())).toList();
    List<Mention> clear = clear(due);
    return clear.isEmpty() ? due : clear;
  }

  private static boolean surely(Town town) {
    return town.own() || town.population() >= SLIP_POPULATION;
  }

  /// Without slips; shared names only where a place is due.
  private List<Mention> whole(List<String> tokens) {
    if (towns.isEmpty()) {
      return List.of();
    }
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      List<Match> matches = longest(tokens, i);
      if (!matches.isEmpty()) {
        String token = tokens.get(i);
        int length = matches.getFirst().name().tokens().size();
        List<Match> told = matches.stream().filter(match -> !everyday(match.name(), token)).toList();
        Found meant = choice(told);
        if (meant instanceof Found.One one) {
          found.add(new Mention(List.of(one.town()), i, length));
        } else if (meant instanceof Found.Several several && Misspelling.due(tokens, i)) {
          found.add(new Mention(apart(several.towns()), i, length));
        }
        i += length - 1;
      }
    }
    return found;
  }

  private List<Mention> misspelt(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      List<Match> meant = misspelt.of(tokens, i).stream().map(name -> new Match(name, false)).toList();
      if (choice(meant) instanceof Found.One one) {
        return List.of(new Mention(List.of(one.town()), i, 1));
      }
    }
    return List.of();
  }

  /// The one road that a text names, if it names one and no other.
  ///
  /// @param tokens folded tokens
  public Optional<Road> road(List<String> tokens) {
    List<Road> named = roads.stream().filter(road -> road.named(tokens)).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /// What a name that stands by itself means: a cell of a table, not a word of a text.
  public Found meaning(String name) {
    List<String> tokens = Folding.tokens(name);
    if (tokens.isEmpty()) {
      return new Found.None();
    }
    return choice(longest(tokens, 0).stream().filter(match -> match.name().tokens().size() == tokens.size()).toList());
  }

  /// Towns close by whose longer name ends in this one's: Old Dal for Dal, which people there leave out.
  public List<Town> namesakes(Town town) {
    return Stream.concat(Stream.of(town.name()), town.names().stream()).map(Folding::tokens).filter(tokens -> tokens.size() == 1)
        .flatMap(tokens -> byLast.getOrDefault(tokens.getFirst(), List.of()).stream())
        .filter(other -> !other.equals(town) && other.place().distanceMetres(town.place()) <= TOGETHER_METRES).distinct().toList();
  }

  /// The nearest town of at least so many inhabitants.
  public Optional<Town> nearest(Place place, long population) {
    return nearby.nearest(place, population);
  }

  /// The matches of most tokens at this token; forms in the first case go before declined ones.
  private List<Match> longest(List<String> tokens, int from) {
    Set<Match> all = new LinkedHashSet<>();
    Set<String> keys = new LinkedHashSet<>(Declension.stemsOf(tokens.get(from)));
    keys.add(tokens.get(from));
    for (String key : keys) {
      for (Name name : byFirst.getOrDefault(key, List.of())) {
        if (from + name.tokens().size() <= tokens.size()) {
          List<String> given = tokens.subList(from, from + name.tokens().size());
          if (Declension.forms(name.tokens(), given)) {
            all.add(new Match(name, name.tokens().equals(given)));
          }
        }
      }
    }
    int most = all.stream().mapToInt(match -> match.name().tokens().size()).max().orElse(0);
    List<Match> longest = all.stream().filter(match -> match.name().tokens().size() == most).toList();
    List<Match> exact = longest.stream().filter(Match::exact).toList();
    return exact.isEmpty() ? longest : exact;
  }

  private static boolean everyday(Name name, String token) {
    boolean candidate = name.tokens().size() == 1 && !name.town().own();
    return candidate && (EverydayWords.containForm(token) || EverydayWords.contain(name.tokens().getFirst()));
  }

  /// The desk's own place before a town; else the only one, the far largest, or one of several that lie together.
  private static Found choice(List<Match> matches) {
    List<Town> all = matches.stream().map(match -> match.name().town()).distinct().toList();
    List<Town> own = all.stream().filter(Town::own).toList();
    List<Town> towns = (own.isEmpty() ? all : own).stream().sorted(Comparator.comparingLong((Town town) -> -town.population()).thenComparing(Town::id)).toList();
    if (towns.isEmpty()) {
      return new Found.None();
    }
    Town first = towns.getFirst();
    boolean clear = towns.stream().skip(1).allMatch(other -> dwarfs(first, other) || first.place().distanceMetres(other.place()) <= TOGETHER_METRES);
    return clear ? new Found.One(first) : new Found.Several(towns);
  }

  /// Of towns of one name those that may be meant: none that the largest dwarfs, and one of several that lie together.
  ///
  /// @param towns the largest first
  private static List<Town> apart(List<Town> towns) {
    List<Town> apart = new ArrayList<>();
    for (Town town : towns) {
      boolean other = apart.stream().allMatch(kept -> kept.place().distanceMetres(town.place()) > TOGETHER_METRES);
      if (other && !dwarfs(towns.getFirst(), town)) {
        apart.add(town);
      }
    }
    return apart;
  }

  private static boolean dwarfs(Town town, Town other) {
    return town.population() > 0 && town.population() >= DWARFED * other.population();
  }
}
