package watchword.drill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import watchword.core.kind.Language;
import watchword.drill.Country.Locality;

/// Who has a name in the drill: the enrolled observers and the public channels.
///
/// @param observers each watches the towns around a home
/// @param channels public sources, the official one last
record Cast(List<Observer> observers, List<String> channels) {

  record Observer(String source, Locality home, Language language) {}

  private static final List<String> CHANNELS = List.of("public-lorne-tonight", "public-ister-watch", "public-ministry");

  static Cast of(Country country, List<Locality> homes, Dice dice) {
    List<Observer> observers = new ArrayList<>();
    int count = dice.between(6, 8);
    for (int i = 0; i < count; i++) {
      observers.add(new Observer("observer-" + (i + 1), homes.get(i % homes.size()), dice.pick(country.spoken())));
    }
    return new Cast(List.copyOf(observers), CHANNELS);
  }

  /// The observer who lives so many places down the list of those nearest to a point.
  Observer near(Point point, int rank) {
    return observers.stream()
        .sorted(Comparator.comparingDouble((Observer one) -> one.home().point().metresTo(point)).thenComparing(Observer::source))
        .skip(rank % observers.size())
        .findFirst()
        .orElseThrow();
  }

  /// The channel of the ministry.
  String official() {
    return channels.getLast();
  }
}
