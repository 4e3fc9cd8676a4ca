package watchword.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.place.Gazetteer.Mention;
import watchword.core.text.Folding;

/// Towns that a text names without saying that anything is there: where something heads, the ends of a road, a region's
/// seat.
///
/// No road map is read, so that a road is a place only where the desk listed it; and a region is a hundred times its seat. Who says such a name
/// alone stays without a place, rather than be placed by a guess.
final class NotPlaces {

  private static final Set<String> ROADS = words(
      "road", "highway", "motorway", "route", "дорога", "дороге", "дорогу", "дороги", "трасса", "трассе",
      "трассу", "трассы", "шоссе", "дарога", "дарозе", "дарогу", "дарогі", "траса", "трасе", "трасу", "трасы",
      "шаша", "шашы", "шлях", "шляху", "дорозі", "трасі", "droga", "drodze", "drogą", "trasa", "trasie",
      "szosa", "szosie", "kelias", "kelio", "kelyje", "plentas", "plente");

  /// What joins a road and its ends; not "в" and "у", which are "in" as often as "to".
  private static final Set<String> ENDS =
      words("to", "from", "на", "из", "з", "до", "от", "ад", "від", "do", "z", "od", "į", "iš");

  private static final Set<String> REGIONS = words(
      "region", "oblast", "province", "governorate", "voivodeship", "область", "области", "областью", "вобласць",
      "вобласці", "області", "областю", "województwo", "województwie", "apskritis", "apskrityje");

  private NotPlaces() {}

  /// The mentions that are places.
  static List<Mention> without(List<String> tokens, List<Mention> mentions) {
    List<Mention> places = new ArrayList<>();
    int afterEnd = -1;
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      boolean joined = (i > 0 && touch(mentions.get(i - 1), mention))
          || (i + 1 < mentions.size() && touch(mention, mentions.get(i + 1)));
      boolean end = joined ? besideRoad(tokens, mentions, i) : roadLeadsTo(tokens, mention.at(), afterEnd);
      afterEnd = end ? mention.at() + mention.tokens() : afterEnd;
      if (!end && !is(REGIONS, tokens, mention.at() + mention.tokens()) && !Headings.towards(tokens, mention.at())) {
        places.add(mention);
      }
    }
    return places;
  }

  /// "Dal–Marrow": nothing stands between them.
  private static boolean touch(Mention one, Mention next) {
    return one.at() + one.tokens() == next.at();
  }

  /// Whether a road stands right before or behind two towns that nothing parts.
  private static boolean besideRoad(List<String> tokens, List<Mention> mentions, int at) {
    int first = at > 0 && touch(mentions.get(at - 1), mentions.get(at)) ? at - 1 : at;
    Mention last = mentions.get(first + 1);
    return is(ROADS, tokens, mentions.get(first).at() - 1) || is(ROADS, tokens, last.at() + last.tokens());
  }

  /// "The road to Marrow", "the road from Dal to Marrow".
  ///
  /// @param afterEnd behind the end of a road that was named last
  private static boolean roadLeadsTo(List<String> tokens, int at, int afterEnd) {
    return is(ENDS, tokens, at - 1) && (is(ROADS, tokens, at - 2) || afterEnd == at - 1);
  }

  private static boolean is(Set<String> words, List<String> tokens, int at) {
    return at >= 0 && at < tokens.size() && words.contains(tokens.get(at));
  }

  private static Set<String> words(String... words) {
    return Stream.of(words).flatMap(word -> Folding.tokens(word).stream()).collect(Collectors.toUnmodifiableSet());
  }
}
