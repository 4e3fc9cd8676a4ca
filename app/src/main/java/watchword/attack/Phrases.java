package watchword.attack;

import java.util.List;

/// Words for what people say: each in their own, so that copies can be found from the text and from nothing else.
final class Phrases {

  private static final List<String> OPENINGS = List.of(
      "hello", "listen", "people", "attention please", "just now", "a minute ago", "from my window", "from the balcony", "we are standing outside and",
      "my wife and i", "neighbours say the same", "on my way home", "at the bus stop", "i was walking the dog when", "the children woke because",
      "the whole house", "for the desk", "not sure what it is but", "second time this week", "while shopping", "coming back from work", "from the yard", "no jokes", "writing quickly");

  private static final List<String> SEEN = List.of(
      "we heard", "i heard", "there was", "i saw", "saw with my own eyes", "could clearly hear", "felt", "noticed", "everybody heard", "got scared by",
      "ran out because of", "witnessed", "there came", "can confirm", "got a look at", "right here happened", "suddenly came", "caught");

  private static final List<String> THINGS = List.of(
      "a loud bang", "an explosion", "a heavy blast", "one strong boom", "something blowing up", "a terrible crash", "a detonation", "a dull thud and a flash", "a huge bang",
      "two bangs in a row", "a blast wave", "a thunderclap without a storm", "a burst and then rattling", "a hit");

  private static final List<String> NOTHING = List.of(
      "all quiet", "no bang at all", "nothing going on", "no explosion", "not a sound", "no smoke no noise", "nothing whatsoever", "complete silence", "nothing unusual",
      "no trace of any blast", "calm streets", "no such thing");

  private static final List<String> WHERE = List.of("near the", "by the", "behind the", "close to the", "across from the", "over the", "next to the", "somewhere around the", "on the road past the", "beside the");

  private static final List<String> COLOURS = List.of(
      "old", "new", "red", "grey", "yellow", "stone", "lower", "upper", "eastern", "western", "burnt", "round", "broken", "wooden", "white", "covered", "iron", "second", "long", "quiet");

  private static final List<String> SITES = List.of(
      "mill", "bridge", "market", "school", "depot", "tower", "brewery", "station", "quarry", "chapel", "harbour", "barracks", "hospital", "stadium", "library", "dairy", "sawmill", "crossing",
      "warehouse", "court", "hotel", "pumping house", "bakery", "printing works", "greenhouse");

  private static final List<String> DETAILS = List.of(
      "windows shook", "car alarms went off", "smoke is rising", "the lights flickered", "dogs are barking", "plaster fell from the ceiling", "people are running", "glass lies on the pavement",
      "sirens since then", "dust everywhere", "you can smell burning", "a second one followed", "traffic has stopped", "birds flew up", "the door was thrown open", "something fell on the roof",
      "my ears are ringing", "a column of black smoke", "fire engines passed", "the tram stands still", "everyone came outside", "a flash lit the sky", "my cup fell down", "shops are closing", "the power is gone",
      "someone is shouting", "the ground trembled", "nobody knows more", "it lasted a second", "people film it");

  private static final List<String> QUIET = List.of(
      "shops are open", "children play outside", "traffic as always", "walked there myself", "live two doors away", "standing here for an hour", "the tram runs", "had the window open all day",
      "asked the guard too", "only a lorry passed", "people drink coffee", "drove by twice", "no one heard any", "see for yourselves");

  private static final List<String> ENDINGS = List.of(
      "take care", "stay inside", "that is all i know", "please check", "will write again", "hope all are well", "be careful there", "please pass it on", "who knows more", "god help us",
      "what is going on", "thanks for your work", "no photo sorry", "happened minutes ago", "cannot stay here", "still shaking", "sorry for mistakes", "battery is low", "do not come here", "over");

  private static final List<String> FORWARDED = List.of("forwarded", "fwd", "read this", "copied from a chat", "via a friend");

  private final Chance chance;

  Phrases(Chance chance) {
    this.chance = chance;
  }

  /// A place such as "old mill".
  String site() {
    return pick(COLOURS) + " " + pick(SITES);
  }

  /// One person's own words on what happened at a site, or that nothing did.
  String own(String site, boolean supports) {
    String what = supports ? pick(SEEN) + " " + pick(THINGS) : pick(NOTHING);
    List<String> details = supports ? DETAILS : QUIET;
    StringBuilder text = new StringBuilder(pick(OPENINGS)).append(' ').append(what).append(' ').append(pick(WHERE)).append(' ').append(site);
    for (int i = chance.between(1, 2); i > 0; i--) {
      text.append(", ").append(pick(details));
    }
    return text.append(", ").append(pick(ENDINGS)).toString();
  }

  /// Somebody's words passed on to the letter; one in three puts a word before them.
  String copied(String text) {
    return chance.of(1.0 / 3) ? pick(FORWARDED) + ": " + text : text;
  }

  private String pick(List<String> list) {
    return list.get(chance.below(list.size()));
  }
}
