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

/// Lets people tell of a true happening: who saw it, who was told, who passes it on.
final class Witnesses {

  /// What leaves a place that stays, and where to: the neighbour lies in the south.
  private static final List<String> FLYING_OFF = List.of("missile-launch", "aircraft-takeoff");

  private static final double SOUTH = 180;

  private final Country country;
  private final Kinds kinds;
  private final PhraseBook book;
  private final Cast cast;
  private final Dice dice;
  private final Errors errors;
  private final Wording wording;
  private final Instant start;
  private final Instant end;

  Witnesses(Country country, Kinds kinds, PhraseBook book, Cast cast, Dice dice, Instant start, Instant end) {
    this.country = country;
    this.kinds = kinds;
    this.book = book;
    this.cast = cast;
    this.dice = dice;
    this.errors = new Errors(dice);
    this.wording = new Wording(book, dice);
    this.start = start;
    this.end = end;
  }

  /// The reports of a happening by these roles, the first of which saw it.
  List<Draft> tell(Happening happening, List<Role> roles) {
    List<Draft> own = new ArrayList<>();
    List<Draft> all = new ArrayList<>();
    int observers = 0;
    for (Role role : roles) {
      switch (role) {
        case WITNESS -> own.add(sighting(happening, Channel.SEALED, Optional.empty(), language()));
        case OBSERVER -> own.add(observed(happening, observers++));
        case LOST -> all.add(lost(happening));
        case HEARSAY -> own.add(told(happening, Stance.HEARSAY));
        case DENIAL -> all.add(denial(happening));
        case QUESTION -> all.add(told(happening, Stance.QUESTION));
        case COPY, PUBLIC -> {} // these need the words of the others
      }
    }
    all.addAll(own);
    for (Role role : roles) {
      if (role == Role.COPY) {
        all.add(copy(dice.pick(own), happening.site().town(), Channel.SEALED, Optional.empty()));
      } else if (role == Role.PUBLIC) {
        all.add(published(happening, own));
      }
    }
    return all;
  }

  private Draft observed(Happening happening, int rank) {
    Cast.Observer observer = cast.near(happening.pointAt(happening.begins()), rank);
    return sighting(happening, Channel.OBSERVER, Optional.of(observer.source()), observer.language());
  }

  private Draft published(Happening happening, List<Draft> own) {
    String channel = dice.pick(cast.channels());
    if (dice.chance(0.6)) {
      return copy(dice.pick(own), happening.site().town(), Channel.PUBLIC, Optional.of(channel));
    }
    return sighting(happening, Channel.PUBLIC, Optional.of(channel), language());
  }

  private Draft sighting(Happening happening, Channel channel, Optional<String> source, Language language) {
    boolean trained = channel == Channel.OBSERVER;
    Instant seen = seen(happening);
    Instant sent = sent(seen, channel == Channel.PUBLIC ? 25 : 10);
    Point point = happening.pointAt(seen);
    Kind kind = trained ? happening.kind() : errors.kind(happening.kind(), kinds);
    boolean pinned = trained || (channel == Channel.SEALED && dice.chance(0.68));
    long count = errors.count(happening.count());
    Telling telling = telling(happening, kind, language, seen, sent, count, !pinned);
    String name = dice.chance(0.4) ? telling.place().name(language) : "";
    Place pin = trained ? errors.trained(point, name) : errors.pin(spread(happening, point), happening.kind(), name);
    Optional<Place> place = pinned ? Optional.of(pin) : townOrNothing(townAt(happening, seen), language);
    return new Draft(
        sent,
        channel,
        source,
        kind,
        Stance.SIGHTING,
        place,
        trained ? Errors.minutes(seen) : errors.when(seen, sent),
        language,
        wording.inAHurry(wording.sighting(telling), language),
        errors.figures(kind, count, telling.bearing()),
        new Truth.Of(happening.id()),
        !pinned,
        true,
        Optional.empty());
  }

  private Draft lost(Happening happening) {
    Draft sure = sighting(happening, Channel.SEALED, Optional.empty(), language());
    Place vague = errors.vague(happening.pointAt(sure.when().earliest()));
    return new Draft(
        sure.at(), sure.channel(), sure.source(), sure.kind(), sure.stance(), Optional.of(vague), sure.when(),
        sure.language(), sure.text(), List.of(), sure.truth(), sure.named(), true, Optional.empty());
  }

  /// Told by someone else, so without a pin, and later.
  private Draft told(Happening happening, Stance stance) {
    Language language = language();
    Instant seen = seen(happening);
    Instant sent = sent(seen, 30);
    Telling telling = telling(happening, happening.kind(), language, seen, sent, errors.count(happening.count()), true);
    String text = stance == Stance.QUESTION ? wording.question(telling) : wording.hearsay(telling);
    return plain(happening, telling, stance, townOrNothing(townAt(happening, seen), language), errors.when(seen, sent), text);
  }

  private Draft denial(Happening happening) {
    Language language = language();
    Instant seen = seen(happening);
    Instant sent = sent(seen, 25);
    boolean pinned = dice.chance(0.5);
    Telling telling = telling(happening, happening.kind(), language, seen, sent, happening.count(), !pinned);
    Point there = happening.pointAt(seen).moved(dice.between(500.0, 2_500.0), dice.between(0.0, 360.0));
    Optional<Place> place = pinned ? Optional.of(there.place(500, "")) : townOrNothing(townAt(happening, seen), language);
    return plain(happening, telling, Stance.DENIAL, place, errors.when(seen, sent), wording.denial(telling));
  }

  private Draft plain(Happening happening, Telling telling, Stance stance, Optional<Place> place, Span when, String text) {
    return new Draft(
        telling.sent(),
        Channel.SEALED,
        Optional.empty(),
        happening.kind(),
        stance,
        place,
        when,
        telling.language(),
        wording.inAHurry(text, telling.language()),
        List.of(),
        new Truth.Of(happening.id()),
        telling.town().isPresent() || telling.place() instanceof Locality,
        true,
        Optional.empty());
  }

  /// Words of another, to the letter or nearly; place and time often lost on the way.
  Draft copy(Draft original, Locality town, Channel channel, Optional<String> source) {
    Instant sent = sent(original.at(), 20);
    boolean toTheLetter = channel == Channel.SEALED && dice.chance(0.45);
    boolean keepsPlace = !original.named() || dice.chance(0.4);
    Stance stance = dice.chance(channel == Channel.PUBLIC ? 0.5 : 0.2) ? Stance.HEARSAY : original.stance();
    List<Figure> figures = dice.chance(0.3) ? original.figures() : List.of();
    return new Draft(
        sent,
        channel,
        source,
        original.kind(),
        stance,
        keepsPlace ? original.place() : townOrNothing(town, original.language()),
        dice.chance(0.6) ? original.when() : Errors.hour(sent),
        original.language(),
        toTheLetter ? original.text() : wording.passedOn(original.text(), original.language()),
        figures,
        original.truth(),
        original.named(),
        false,
        Optional.of(original));
  }

  private Telling telling(
      Happening happening, Kind stated, Language language, Instant seen, Instant sent, long count, boolean townNeeded) {
    Happening.Site site = happening.site();
    // A wrong button mostly goes with the right words.
    String words = book.knows(stated.id()) && dice.chance(0.4) ? stated.id() : happening.kind().id();
    Locality town = townAt(happening, seen);
    boolean spot = site.named().isPresent() && dice.chance(0.6);
    // Who lives in Old Dal says Dal.
    Named called = town.id().equals("old-dal") && dice.chance(0.25) ? country.town("dal") : town;
    return new Telling(
        words,
        language,
        spot ? site.named().orElseThrow() : called,
        spot && (townNeeded || dice.chance(0.5)) ? Optional.of(called) : Optional.empty(),
        seen,
        sent,
        count,
        bearing(happening, seen),
        site.towards().map(Named.class::cast),
        site.road());
  }

  private Optional<Double> bearing(Happening happening, Instant seen) {
    return switch (happening.course()) {
      case Course.Moves moves ->
          Optional.of(happening.pointAt(seen.minusSeconds(60)).bearingTo(happening.pointAt(seen.plusSeconds(60))))
              .filter(degrees -> !happening.pointAt(seen.plusSeconds(60)).equals(moves.line().getLast()));
      case Course.Stays stays -> Optional.of(SOUTH).filter(degrees -> FLYING_OFF.contains(happening.kind().id()));
    };
  }

  /// When someone sees it: people live in towns, so what moves is mostly seen near one.
  private Instant seen(Happening happening) {
    Instant from = happening.begins().isBefore(start) ? start : happening.begins();
    Instant to = happening.ends().isAfter(end.minusSeconds(600)) ? end.minusSeconds(600) : happening.ends();
    long seconds = StrictMath.max(0, Duration.between(from, to).toSeconds());
    Instant best = from.plusSeconds((long) dice.between(0.0, (double) seconds));
    if (happening.course() instanceof Course.Moves) {
      for (int i = 0; i < 4; i++) {
        Instant other = from.plusSeconds((long) dice.between(0.0, (double) seconds));
        best = metresToTown(happening, other) < metresToTown(happening, best) ? other : best;
      }
    }
    return best;
  }

  private double metresToTown(Happening happening, Instant seen) {
    Point point = happening.pointAt(seen);
    return country.nearest(point).point().metresTo(point);
  }

  private Locality townAt(Happening happening, Instant seen) {
    return happening.course() instanceof Course.Moves ? country.nearest(happening.pointAt(seen)) : happening.site().town();
  }

  private Point spread(Happening happening, Point point) {
    double metres = happening.site().spreadMetres();
    return metres > 0 ? point.moved(dice.between(0.0, metres), dice.between(0.0, 360.0)) : point;
  }

  /// Half of those without a pin choose the town from the list, the others only write its name.
  Optional<Place> townOrNothing(Locality town, Language language) {
    return dice.chance(0.5) ? Optional.of(Errors.town(town, town.name(language))) : Optional.empty();
  }

  /// A moment after `earlier`, before the end.
  Instant sent(Instant earlier, double meanMinutes) {
    Instant sent = earlier.plus(errors.delay(meanMinutes));
    Instant last = end.minusSeconds(dice.between(1, 240));
    Instant clipped = sent.isAfter(last) ? last : sent;
    return clipped.isAfter(earlier) ? clipped : earlier.plusSeconds(1);
  }

  Language language() {
    return dice.weighted(country.spoken(), Witnesses::share);
  }

  /// Who writes how often; a border country's mixture.
  private static double share(Language language) {
    return switch (language) {
      case RU -> 0.32;
      case BE -> 0.22;
      case UK -> 0.18;
      case PL -> 0.16;
      case EN -> 0.12;
      case LT -> 0;
    };
  }
}
