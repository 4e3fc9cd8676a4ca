package watchword.core.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.assessment.PublicSentence;
import watchword.core.assessment.Question;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.Basis;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.corroboration.Corroboration;
import watchword.core.incident.Incident;
import watchword.core.kind.Language;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.text.Words;
import watchword.core.time.Span;

/// The one door from what the desk knows to public words: the place to review for leaks.
///
/// What passes: kind, status, a town or district by name, a window on a two-hour grid, a word of likelihood, how it was checked, and a member's note. Nothing that
/// passes depends on how many reports there are, and an update keeps the area and widens the window of what it replaces, so that versions cannot be
/// differenced. Of a judgement there pass its public sentence, which says of its origins one, two or several, and the days its question asks about.
public final class Release {

  /// Public radii; a finer scale would tell where in the area it was.
  private static final int[] RADII = {5_000, 10_000, 20_000, 30_000, 50_000, 75_000, 100_000, 150_000, 300_000};

  /// A district is drawn no smaller.
  private static final int DISTRICT_METRES = 30_000;

  private final Gazetteer gazetteer;
  private final Policy policy;

  /// What came of asking.
  public sealed interface Outcome {
    record Released(Bulletin bulletin) implements Outcome {}

    record Refused(String reason) implements Outcome {}
  }

  /// What a member adds to a decision.
  ///
  /// @param id random
  /// @param note the member's own sentence, or empty
  /// @param reports the words of every report the desk has, to be held against what members wrote
  public record Draft(BulletinId id, String note, Collection<Words> reports, Instant asOf) {}

  public Release(Gazetteer gazetteer, Policy policy) {
    this.gazetteer = gazetteer;
    this.policy = policy;
  }

  /// Makes the bulletin of a permitted publication.
  ///
  /// @param previous the newest bulletin of the incident's thread, if there is one
  public Outcome bulletin(Incident incident, Corroboration corroboration, Decision.Publish decision, Optional<Notice> previous, Draft draft) {
    if (!draft.note().isBlank() && FiveWords.shared(draft.note(), draft.reports())) {
      return new Outcome.Refused("the note shares five words in a row with a report; say it in words of your own");
    }
    Notice notice = new Notice(
        draft.id(),
        previous.map(Notice::thread).orElse(draft.id()),
        previous.map(Notice::version).orElse(0) + 1,
        decision.status(),
        new Subject.Happening(
            previous.flatMap(Notice::happening).map(Subject.Happening::kind).orElse(incident.kind()),
            area(incident, decision, previous),
            basis(decision.status(), corroboration)),
        window(incident.when(), previous),
        draft.asOf(),
        draft.asOf().plus(decision.expiry()),
        likelihood(decision.status(), corroboration),
        draft.note());
    return released(notice, previous);
  }

  private static Outcome.Released released(Notice notice, Optional<Notice> previous) {
    return new Outcome.Released(
        previous.<Bulletin>map(replaced -> new Bulletin.Update(notice, replaced.id())).orElseGet(() -> new Bulletin.Alert(notice)));
  }

  /// Makes the bulletin of a judgement on one hypothesis of a question.
  ///
  /// @param sentences one a language, all of the same judgement
  /// @param previous the newest bulletin of its thread, if there is one and it was not withdrawn
  /// @param draft without a note: a judgement's sentence says all of it
  /// @throws IllegalArgumentException if the sentences are of several judgements or of another question, or the draft has a note
  public static Outcome judgement(Question question, List<PublicSentence> sentences, Optional<Notice> previous, Draft draft) {
    if (!draft.note().isEmpty()) {
      throw new IllegalArgumentException("a judgement has no note beside its sentence");
    }
    Subject.Judged judged = judged(question, sentences);
    Span window = new Span(start(question.opened()), start(question.closes().plusDays(1)));
    Optional<String> reason = refusal(question, window, draft.asOf()).or(() -> previous.flatMap(told -> otherClaim(judged, told)))
        .or(() -> repeats(sentences, previous, draft.reports()));
    if (reason.isPresent()) {
      return new Outcome.Refused(reason.get());
    }
    Instant lapses = draft.asOf().plus(Policy.expiry(Status.JUDGED, false));
    Notice notice = new Notice(
        draft.id(),
        previous.map(Notice::thread).orElse(draft.id()),
        previous.map(Notice::version).orElse(0) + 1,
        Status.JUDGED,
        judged,
        window,
        draft.asOf(),
        lapses.isBefore(window.latest()) ? lapses : window.latest(),
        Optional.of(sentences.getFirst().likelihood()),
        "");
    return released(notice, previous);
  }

  private static Subject.Judged judged(Question question, List<PublicSentence> sentences) {
    Map<Language, String> claims = new EnumMap<>(Language.class);
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (PublicSentence sentence : sentences) {
      boolean again = claims.put(sentence.language(), sentence.claim()) != null;
      texts.put(sentence.language(), sentence.text());
      if (again || sentence.likelihood() != sentences.getFirst().likelihood() || !sentence.by().equals(question.closes())) {
        throw new IllegalArgumentException("the sentences are not one a language of one judgement on this question");
      }
    }
    return new Subject.Judged(claims, question.closes(), texts);
  }

  private static Optional<String> refusal(Question question, Span window, Instant asOf) {
    if (asOf.isBefore(window.earliest())) {
      return Optional.of("the question is not open yet");
    }
    if (!asOf.isBefore(window.latest())) {
      return Optional.of("the last day of the question is over");
    }
    return question.outcome().map(known -> "the question has its outcome already");
  }

  /// Two claims in one thread would let a judgement be turned round without a correction.
  private static Optional<String> otherClaim(Subject.Judged judged, Notice previous) {
    boolean same = previous.subject() instanceof Subject.Judged told && told.by().equals(judged.by())
        && told.claim().entrySet().stream().allMatch(said -> judged.claim().getOrDefault(said.getKey(), said.getValue()).equals(said.getValue()));
    return same ? Optional.empty() : Optional.of("a thread keeps its claim; withdraw it, and judge the other one anew");
  }

  /// Whether words a person wrote repeat a report. The templates' words are everybody's, and so is what the thread has told already: else whoever sends the board's
  /// own sentence back to the desk would silence it.
  private static Optional<String> repeats(List<PublicSentence> sentences, Optional<Notice> previous, Collection<Words> reports) {
    for (PublicSentence sentence : sentences) {
      String told = previous.map(notice -> told(notice, sentence.language())).orElse("");
      for (String written : List.of(sentence.claim(), sentence.change())) {
        if (!told.contains(written) && FiveWords.shared(written, reports)) {
          return Optional.of("the judgement shares five words in a row with a report, in " + sentence.language().code() + "; say it in words of your own");
        }
      }
    }
    return Optional.empty();
  }

  private static String told(Notice notice, Language language) {
    return notice.subject() instanceof Subject.Judged judged ? judged.sentence().getOrDefault(language, "") : "";
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// Takes back the newest bulletin of a thread; nothing of incident or question is needed or told.
  public static Bulletin.Cancel withdrawal(Notice published, BulletinId id, Instant asOf) {
    Duration stands = Policy.expiry(Status.RETRACTED, false);
    Notice notice = new Notice(
        id, published.thread(), published.version() + 1, Status.RETRACTED, withdrawn(published.subject()), published.window(),
        asOf, asOf.plus(stands), Optional.empty(), "");
    return new Bulletin.Cancel(notice, published.id());
  }

  private static Subject withdrawn(Subject subject) {
    return switch (subject) {
      case Subject.Happening told -> new Subject.Happening(told.kind(), told.area(), Basis.NOTHING_SUPPORTS_IT);
      case Subject.Judged judged -> judged;
    };
  }

  private Optional<Area> area(Incident incident, Decision.Publish decision, Optional<Notice> previous) {
    Optional<Area> told = previous.flatMap(Notice::happening).flatMap(Subject.Happening::area);
    Area.Extent extent = decision.districtOnly() ? Area.Extent.DISTRICT : Area.Extent.NEAR_TOWN;
    if (told.isPresent() && (told.get().extent() == extent || extent == Area.Extent.DISTRICT)) {
      return told;
    }
    return incident.place().flatMap(place -> decision.districtOnly() ? district(place) : nearTown(place, policy.rule(incident.kind()).cellMetres()));
  }

  private Optional<Area> nearTown(Place place, int cellMetres) {
    return gazetteer.nearest(place, Policy.INHABITANTS).map(town -> {
      double reach = Math.max(cellMetres, town.place().distanceMetres(place) + place.uncertaintyMetres());
      return new Area(town.name(), town.latitude(), town.longitude(), radius(reach), Area.Extent.NEAR_TOWN);
    });
  }

  /// The district of the nearest town, drawn around its largest.
  private Optional<Area> district(Place place) {
    return gazetteer.nearest(place, Policy.INHABITANTS).map(nearest -> {
      if (nearest.district().isEmpty()) {
        return new Area(nearest.name(), nearest.latitude(), nearest.longitude(), radius(districtReach(nearest, place)), Area.Extent.NEAR_TOWN);
      }
      Town largest = gazetteer.towns().stream()
          .filter(town -> town.district().equals(nearest.district()))
          .max(Comparator.comparingLong(Town::population).thenComparing(Town::id))
          .orElse(nearest);
      double reach = gazetteer.towns().stream()
          .filter(town -> town.district().equals(nearest.district()))
          .mapToDouble(town -> town.place().distanceMetres(largest.place()))
          .max()
          .orElse(0);
      return new Area(nearest.district(), largest.latitude(), largest.longitude(), radius(Math.max(reach, DISTRICT_METRES)), Area.Extent.DISTRICT);
    });
  }

  /// Where no list tells districts, as wide as one around the town.
  private static double districtReach(Town town, Place place) {
    return Math.max(DISTRICT_METRES, town.place().distanceMetres(place) + place.uncertaintyMetres());
  }

  private static int radius(double metres) {
    for (int radius : RADII) {
      if (radius >= metres) {
        return radius;
      }
    }
    return RADII[RADII.length - 1];
  }

  /// Whole two-hour windows, so that no minute is told.
  private static Span window(Span when, Optional<Notice> previous) {
    long grid = Policy.WINDOW.toSeconds();
    Instant from = Instant.ofEpochSecond(Math.floorDiv(when.earliest().getEpochSecond(), grid) * grid);
    Instant to = Instant.ofEpochSecond((Math.floorDiv(when.latest().getEpochSecond(), grid) + 1) * grid);
    Span window = new Span(from, to);
    return previous.map(notice -> notice.window().union(window)).orElse(window);
  }

  /// What no two members have confirmed is called likely at most: "almost certain" beside UNCONFIRMED would pass for a confirmation.
  private static Optional<Likelihood> likelihood(Status status, Corroboration corroboration) {
    if (status != Status.CONFIRMED && status != Status.UNCONFIRMED) {
      return Optional.empty();
    }
    Likelihood word = Likelihood.of(corroboration.probability());
    boolean proven = status == Status.CONFIRMED && corroboration.provenSupports() >= 2;
    return Optional.of(proven || word.compareTo(Likelihood.LIKELY) < 0 ? word : Likelihood.LIKELY);
  }

  private static Basis basis(Status status, Corroboration corroboration) {
    if (status != Status.CONFIRMED && status != Status.UNCONFIRMED) {
      return Basis.NOTHING_SUPPORTS_IT;
    }
    long provenSources = corroboration.origins().stream().filter(origin -> origin.supports() && origin.proven()).count();
    long checks = corroboration.provenSupports() - provenSources;
    if (checks > 0) {
      return corroboration.provenSupports() > 1 ? Basis.CHECKED_TWICE : Basis.CHECKED_ONCE;
    }
    return provenSources > 0 ? Basis.PROVEN_SOURCES : Basis.UNPROVEN_ACCOUNTS;
  }
}
