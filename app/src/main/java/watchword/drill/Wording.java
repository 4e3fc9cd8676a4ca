package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchword.core.kind.Language;

/// Puts what people have in mind into words of the phrase book. Lorne's clocks show UTC.
final class Wording {

  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)\\}");

  private final PhraseBook book;
  private final Dice dice;

  Wording(PhraseBook book, Dice dice) {
    this.book = book;
    this.dice = dice;
  }

  String sighting(Telling telling) {
    List<String> phrases = book.of(telling.kind(), telling.language()).sighting();
    Map<String, String> slots = slots(telling);
    String first = pick(phrases, slots);
    // Some people say it twice; it also keeps seven phrases from making copies of honest reports.
    String second = dice.chance(0.2) ? pick(phrases, slots) : first;
    return first.equals(second) ? fill(first, slots) : fill(first, slots) + ". " + fill(second, slots);
  }

  String denial(Telling telling) {
    return told(book.of(telling.kind(), telling.language()).denial(), telling);
  }

  String hearsay(Telling telling) {
    return told(book.of(telling.kind(), telling.language()).hearsay(), telling);
  }

  String question(Telling telling) {
    return told(book.general(telling.language()).questions(), telling);
  }

  String mistaken(Fiction.Cause cause, Telling telling) {
    return told(book.general(telling.language()).mistaken().getOrDefault(cause.key(), List.of()), telling);
  }

  /// Phrases of no use, each once before any is repeated.
  String vague(int number, Named district, Language language) {
    List<String> phrases = book.general(language).vague();
    return fill(phrases.get(number % phrases.size()), Map.of("district", district.near(language)));
  }

  /// The planted text as it is passed on, to the letter.
  String planted(int number, Named target, Instant claimed, Language language) {
    List<String> phrases = book.general(language).planted().verbatim();
    return fill(phrases.get(number % phrases.size()), claim(target, claimed, language));
  }

  /// The planted claim in a sender's own words.
  String reworded(Named target, Instant claimed, Language language) {
    return fill(dice.pick(book.general(language).planted().reworded()), claim(target, claimed, language));
  }

  /// A person's habits: a greeting, a goodbye, small letters, a slip.
  String inAHurry(String text, Language language) {
    PhraseBook.General words = book.general(language);
    String written = dice.chance(0.2) ? dice.pick(words.openers()) + " " + text : text;
    written = dice.chance(0.2) ? written + (written.matches(".*[.!?]") ? " " : ". ") + dice.pick(words.closers()) : written;
    return Slips.in(written, dice);
  }

  /// What a forwarding hand does to a text.
  String passedOn(String text, Language language) {
    String edited =
        switch (dice.between(0, 3)) {
          case 0 -> dice.pick(book.general(language).openers()) + " " + text;
          case 1 -> text + " // " + dice.pick(book.general(language).closers());
          case 2 -> "FWD: " + text;
          default -> text.replaceAll("[!?.,]+", "");
        };
    return dice.chance(0.4) ? Slips.in(edited, dice) : edited;
  }

  private String told(List<String> phrases, Telling telling) {
    Map<String, String> slots = slots(telling);
    return fill(pick(phrases, slots), slots);
  }

  /// A phrase whose slots can all be filled and that names the place.
  private String pick(List<String> phrases, Map<String, String> slots) {
    return dice.pick(
        phrases.stream()
            .filter(phrase -> phrase.contains("{near}") || phrase.contains("{place}"))
            .filter(phrase -> SLOT.matcher(phrase).results().allMatch(slot -> slots.containsKey(slot.group(1))))
            .toList());
  }

  private Map<String, String> slots(Telling telling) {
    Map<String, String> slots = new LinkedHashMap<>();
    slots.put("near", telling.near());
    slots.put("place", telling.name());
    slots.put("time", time(telling));
    slots.put("n", Long.toString(StrictMath.max(2, telling.count())));
    telling.road().ifPresent(road -> slots.put("road", road));
    telling.bearing().ifPresent(bearing -> slots.put("direction", direction(telling, bearing)));
    return slots;
  }

  private String direction(Telling telling, double bearing) {
    PhraseBook.General words = book.general(telling.language());
    if (telling.towards().isPresent() && dice.chance(0.5)) {
      return fill(dice.pick(words.towards()), Map.of("near", telling.towards().get().near(telling.language())));
    }
    return words.directions().get(eighth(bearing));
  }

  /// A bearing as one of eight directions, from north clockwise.
  static int eighth(double bearing) {
    return (int) StrictMath.rint(bearing / 45) % 8;
  }

  private String time(Telling telling) {
    PhraseBook.Times times = book.general(telling.language()).times();
    long minutes = Duration.between(telling.seen(), telling.sent()).toMinutes();
    ZonedDateTime seen = telling.seen().atZone(ZoneOffset.UTC);
    if (minutes < 5 && dice.chance(0.6)) {
      return dice.pick(times.now());
    }
    if (minutes >= 5 && minutes < 60 && dice.chance(0.35)) {
      return fill(dice.pick(times.ago()), Map.of("m", Long.toString(minutes < 12 ? minutes : minutes / 5 * 5)));
    }
    if (dice.chance(0.08)) {
      return times.partOfDay().get(seen.getHour() < 6 ? 0 : seen.getHour() < 12 ? 1 : seen.getHour() < 18 ? 2 : 3);
    }
    if (dice.chance(0.4)) {
      return fill(dice.pick(times.hour()), Map.of("h", Integer.toString(seen.plusMinutes(15).getHour())));
    }
    ZonedDateTime said = seen.minusMinutes(seen.getMinute() % 5);
    return fill(dice.pick(times.exact()), Map.of("hh", twoDigits(said.getHour()), "mm", twoDigits(said.getMinute())));
  }

  private static Map<String, String> claim(Named target, Instant claimed, Language language) {
    ZonedDateTime at = claimed.atZone(ZoneOffset.UTC);
    return Map.of(
        "place", target.name(language),
        "near", target.near(language),
        "clock", twoDigits(at.getHour()) + ":" + twoDigits(at.getMinute()));
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static String fill(String phrase, Map<String, String> slots) {
    return SLOT.matcher(phrase).replaceAll(slot -> {
      String words = slots.get(slot.group(1));
      if (words == null) {
        throw new IllegalStateException("a phrase has the slot " + slot.group(1) + ", which nothing fills");
      }
      return Matcher.quoteReplacement(words);
    });
  }
}
