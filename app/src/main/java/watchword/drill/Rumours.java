package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.kind.Kinds;
import watchword.core.kind.Language;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Figure;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.drill.Country.Locality;

/// Lets people tell what is not so: colluders and those they frighten, honest mistakes, and nothing in particular.
final class Rumours {

  /// From so many on, the ministry falls for the alarm, and someone in the town says it is quiet.
  private static final int LOUD = 10;

  private final Country country;
  private final Kinds kinds;
  private final PhraseBook book;
  private final Cast cast;
  private final Witnesses witnesses;
  private final Dice dice;
  private final Errors errors;
  private final Wording wording;

  Rumours(Country country, Kinds kinds, PhraseBook book, Cast cast, Witnesses witnesses, Dice dice) {
    this.country = country;
    this.kinds = kinds;
    this.book = book;
    this.cast = cast;
    this.witnesses = witnesses;
    this.dice = dice;
    this.errors = new Errors(dice);
    this.wording = new Wording(book, dice);
  }

  /// So many reports about an alarm: mostly its colluders, a few who ask, the ministry, one or two who deny.
  List<Draft> tell(Fiction.Alarm alarm, int count) {
    List<Draft> drafts = new ArrayList<>();
    int official = count >= LOUD ? 1 : 0;
    int denials = (count + LOUD) / 30;
    int questions = count / LOUD;
    for (int i = 0; i < count; i++) {
      Instant burst = alarm.bursts().get(i % alarm.bursts().size());
      if (i < count - official - denials - questions) {
        drafts.add(pushed(alarm, burst));
      } else if (i < count - official - denials) {
        drafts.add(asked(alarm, burst));
      } else if (i < count - official) {
        drafts.add(denied(alarm, burst));
      } else {
        drafts.add(official(alarm));
      }
    }
    return drafts;
  }

  /// One colluder's report: to the letter or reworded, often "now", with a pin that somebody made up.
  private Draft pushed(Fiction.Alarm alarm, Instant burst) {
    Instant sent = witnesses.sent(burst, 5);
    Language language = witnesses.language();
    boolean toTheLetter = dice.chance(0.55);
    // Each burst has its text: the second wave must not look like the first.
    String text =
        toTheLetter
            ? wording.planted(alarm.bursts().indexOf(burst), alarm.target(), alarm.claimed(), language)
            : wording.inAHurry(wording.reworded(alarm.target(), alarm.claimed(), language), language);
    Kind kind = dice.chance(0.9) ? alarm.kind() : errors.kind(alarm.kind(), kinds);
    List<Figure> figures = dice.chance(0.7) ? List.of() : errors.figures(kind, dice.between(2, 6), Optional.empty());
    Span when = dice.chance(0.85) ? Errors.justNow(sent) : Errors.hour(alarm.claimed());
    return draft(alarm, sent, Channel.SEALED, Optional.empty(), kind, dice.chance(0.6) ? Stance.SIGHTING : Stance.HEARSAY,
        invented(alarm.target(), language), when, language, text, figures, !toTheLetter);
  }

  private Optional<Place> invented(Locality target, Language language) {
    if (!dice.chance(0.5)) {
      return witnesses.townOrNothing(target, language);
    }
    Point pin = target.point().moved(dice.between(200.0, 2_500.0), dice.between(0.0, 360.0));
    return Optional.of(pin.place(dice.pick(List.of(300, 500, 1_000)), ""));
  }

  private Draft asked(Fiction.Alarm alarm, Instant burst) {
    Instant sent = witnesses.sent(burst, 20);
    Language language = witnesses.language();
    String text = wording.inAHurry(wording.question(telling(alarm, language, sent)), language);
    return draft(alarm, sent, Channel.SEALED, Optional.empty(), alarm.kind(), Stance.QUESTION,
        witnesses.townOrNothing(alarm.target(), language), Errors.hour(sent), language, text, List.of(), true);
  }

  private Draft denied(Fiction.Alarm alarm, Instant burst) {
    Instant sent = witnesses.sent(burst, 25);
    Language language = witnesses.language();
    String text = wording.inAHurry(wording.denial(telling(alarm, language, sent)), language);
    return draft(alarm, sent, Channel.SEALED, Optional.empty(), alarm.kind(), Stance.DENIAL,
        Optional.of(errors.pin(alarm.target().point(), alarm.kind(), "")), Errors.justNow(sent), language, text, List.of(), true);
  }

  /// The ministry repeats the alarm, as ministries did.
  private Draft official(Fiction.Alarm alarm) {
    Instant sent = witnesses.sent(alarm.bursts().getFirst(), 30);
    Language language = witnesses.language();
    String text = wording.reworded(alarm.target(), alarm.claimed(), language);
    return draft(alarm, sent, Channel.PUBLIC, Optional.of(cast.official()), alarm.kind(), Stance.HEARSAY,
        Optional.of(Errors.town(alarm.target(), alarm.target().name(language))), Errors.hour(alarm.claimed()), language, text, List.of(), true);
  }

  private Draft draft(
      Fiction.Alarm alarm, Instant sent, Channel channel, Optional<String> source, Kind kind, Stance stance, Optional<Place> place,
      Span when, Language language, String text, List<Figure> figures, boolean ownWords) {
    return new Draft(sent, channel, source, kind, stance, place, when, language, text, figures,
        new Truth.Planted(alarm.id()), true, ownWords, Optional.empty());
  }

  private Telling telling(Fiction.Alarm alarm, Language language, Instant sent) {
    String words = book.knows(alarm.kind().id()) ? alarm.kind().id() : "shelling";
    return new Telling(words, language, alarm.target(), Optional.empty(), sent, sent, 2, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// An honest witness of fireworks; the first few are enrolled observers, who are wrong now and then.
  Draft tell(Fiction.Mistake mistake, int wrongObserver) {
    boolean observer = wrongObserver >= 0;
    Cast.Observer enrolled = cast.near(mistake.point(), StrictMath.max(0, wrongObserver));
    Language language = observer ? enrolled.language() : witnesses.language();
    long seconds = Duration.between(mistake.begins(), mistake.ends()).toSeconds();
    Instant seen = mistake.begins().plusSeconds((long) dice.between(0.0, (double) seconds));
    Instant sent = witnesses.sent(seen, 8);
    Telling telling = new Telling("explosion", language, mistake.town(), Optional.empty(), seen, sent,
        errors.count(mistake.count()), Optional.empty(), Optional.empty(), Optional.empty());
    Optional<Place> place =
        observer || dice.chance(0.7)
            ? Optional.of(errors.pin(mistake.point(), mistake.kind(), ""))
            : witnesses.townOrNothing(mistake.town(), language);
    return new Draft(
        sent,
        observer ? Channel.OBSERVER : Channel.SEALED,
        observer ? Optional.of(enrolled.source()) : Optional.empty(),
        errors.kind(mistake.kind(), kinds),
        Stance.SIGHTING,
        place,
        errors.when(seen, sent),
        language,
        wording.inAHurry(wording.mistaken(mistake.cause(), telling), language),
        List.of(),
        new Truth.Mistaken(mistake.id()),
        true,
        true,
        Optional.empty());
  }

  /// Something, somewhere: no place that could be found and nothing behind it.
  Draft noise(int number, Instant sent) {
    Language language = witnesses.language();
    Country.District district = dice.pick(country.districts());
    Locality town = dice.pick(country.towns().stream().filter(one -> one.district().equals(district.id())).toList());
    Kind kind = kinds.get(dice.pick(List.of("other", "other", "column", "troops-at-border", "explosion")));
    return new Draft(
        sent,
        Channel.SEALED,
        Optional.empty(),
        kind,
        dice.chance(0.5) ? Stance.SIGHTING : Stance.HEARSAY,
        dice.chance(0.5) ? Optional.of(errors.vague(town.point())) : Optional.empty(),
        Errors.hour(sent),
        language,
        wording.inAHurry(wording.vague(number, district, language), language),
        List.of(),
        new Truth.Noise(),
        false,
        true,
        Optional.empty());
  }
}
