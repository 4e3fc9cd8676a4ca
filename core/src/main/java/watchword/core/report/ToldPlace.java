package watchword.core.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.place.Gazetteer;
import watchword.core.place.Gazetteer.Mention;
import watchword.core.place.Place;
import watchword.core.place.Road;
import watchword.core.place.Town;
import watchword.core.text.Folding;

/// The place a text tells, where its sender set no pin: the town it names, a way from it, between two of them, one
/// of several, or a stretch of a road.
///
/// "Along the M10" tells the stretches of that road where the desk has listed it, and else nothing. The towns of [NotPlaces]
/// tell none. A district is told by its seat, and is its surroundings.
final class ToldPlace {

  /// A text that names more towns than this tells a route or a list, not a place.
  private static final int MAX_TOWNS = 3;

  /// A report speaks of the surroundings of the town it names.
  private static final double NEAR_FACTOR = 1.5;

  /// A town is one place, however large: what is vaguer than this joins nothing (DESIGN 5.8).
  private static final double TOWN_METRES = 5_000;

  /// A distance by eye or by the road's stones is right to a third of itself.
  private static final double WAY_SHARE = 1 / 3.0;

  /// The gazetteer lists places from so many inhabitants on; one whose number it does not know counts as these.
  private static final long LEAST_INHABITANTS = 500;

  /// Nobody tells a place by a town further off.
  private static final int MOST_KM = 60;

  /// Words between a distance and the town it is told from.
  private static final int WAY_WINDOW = 7;

  private static final Set<String> KILOMETRES =
      words("km", "км", "kilometres", "kilometers", "километрах", "километров", "кіламетраў", "кілометрів", "kilometrów");

  private static final Set<String> BETWEEN = words("between", "паміж", "между", "між", "między", "pomiędzy", "tarp");

  private final Gazetteer gazetteer;
  private final List<String> tokens;
  private final List<Mention> mentions;

  /// @param mentions of towns in the tokens
  ToldPlace(Gazetteer gazetteer, List<String> tokens, List<Mention> mentions) {
    this.gazetteer = gazetteer;
    this.tokens = tokens;
    this.mentions = NotPlaces.without(tokens, mentions);
  }

  /// The towns named as places; none where they are a route, a list, or a name of too many.
  List<Town> towns() {
    return few(mentions);
  }

  private static List<Town> few(List<Mention> mentions) {
    List<Town> towns = mentions.stream().flatMap(mention -> mention.among().stream()).distinct().toList();
    return towns.size() > MAX_TOWNS ? List.of() : towns;
  }

  /// The towns named, each as the one of its namesakes that the pin stands in: who lives in Old Dal says Dal. A name
  /// that is not clear tells nothing beside a pin.
  List<Town> towns(Place pin) {
    List<Mention> clear = mentions.stream().filter(mention -> !mention.shared()).toList();
    return few(clear).stream().map(town -> gazetteer.namesakes(town).stream()
            .filter(other -> near(other, pin) && !near(town, pin))
            .min(Comparator.comparingDouble(other -> other.place().distanceMetres(pin))).orElse(town))
        .distinct().toList();
  }

  private static boolean near(Town town, Place pin) {
    return town.place().distanceMetres(pin) <= NEAR_FACTOR * town.radiusMetres() + pin.uncertaintyMetres();
  }

  /// Alternatives with their shares: towns that share a name by their inhabitants, towns named side by side evenly,
  /// stretches of a road by their lengths.
  List<Weighted<Place>> places() {
    List<Town> towns = towns();
    if (towns.isEmpty()) {
      return gazetteer.road(tokens).map(ToldPlace::along).orElse(List.of());
    }
    if (towns.size() == 2 && !mentions.getFirst().shared() && mentions.getFirst().at() > 0
        && BETWEEN.contains(tokens.get(mentions.getFirst().at() - 1))) {
      return List.of(new Weighted<>(between(towns.getFirst().place(), towns.getLast().place()), 1));
    }
    List<Weighted<Place>> places = new ArrayList<>();
    long all = towns.stream().mapToLong(ToldPlace::inhabitants).sum();
    for (Town town : towns) {
      Mention mention = mentions.stream().filter(one -> one.among().contains(town)).findFirst().orElseThrow();
      double share = mention.shared() ? (double) inhabitants(town) / (double) all : 1.0 / towns.size();
      places.add(new Weighted<>(place(town, mention), share));
    }
    return places;
  }

  private static List<Weighted<Place>> along(Road road) {
    List<Place> stretches = road.stretches();
    double length = stretches.stream().mapToDouble(Place::uncertaintyMetres).sum();
    return stretches.stream().map(stretch -> new Weighted<>(stretch, stretch.uncertaintyMetres() / length))
        .sorted(Comparator.comparingDouble((Weighted<Place> stretch) -> -stretch.weight())).toList();
  }

  private static long inhabitants(Town town) {
    return Math.max(LEAST_INHABITANTS, town.population());
  }

  /// The surroundings of the town, or so many kilometres from it: "5 km north of Dal".
  private Place place(Town town, Mention mention) {
    double metres = Math.min(Math.max(TOWN_METRES, town.uncertaintyMetres().orElse(0.0)),
        NEAR_FACTOR * town.radiusMetres());
    Place near = new Place(town.latitude(), town.longitude(), metres, town.name());
    for (int i = Math.max(1, mention.at() - WAY_WINDOW); i < mention.at(); i++) {
      OptionalInt km = ToldTime.number(tokens.get(i - 1));
      if (KILOMETRES.contains(tokens.get(i)) && km.isPresent() && km.getAsInt() <= MOST_KM) {
        double way = 1_000.0 * km.getAsInt();
        OptionalInt bearing = Headings.direction(tokens.subList(i + 1, mention.at()));
        double off = WAY_SHARE * way + town.radiusMetres() / 2;
        return bearing.isEmpty() ? new Place(town.latitude(), town.longitude(), Math.max(metres, way), town.name())
            : near.moved(way, bearing.getAsInt(), Math.max(metres, off));
      }
    }
    return near;
  }

  private static Place between(Place one, Place other) {
    double apart = one.distanceMetres(other);
    return one.moved(apart / 2, one.bearing(other),
        Math.max(apart / 2, Math.min(one.uncertaintyMetres(), other.uncertaintyMetres())));
  }

  private static Set<String> words(String... words) {
    return Stream.of(words).flatMap(word -> Folding.tokens(word).stream()).collect(Collectors.toUnmodifiableSet());
  }
}
