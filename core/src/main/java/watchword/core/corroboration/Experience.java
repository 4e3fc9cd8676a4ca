package watchword.core.corroboration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import watchword.core.corroboration.Verdict.Truth;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;

/// All that its verdicts taught a desk: of sources, of strangers, of kinds, and of its own sums.
///
/// It is a fold over verdicts in the order they were given: one more added is the same as all anew. A reversed verdict is left out of the fold and so leaves no trace.
public final class Experience {

  /// Knows nothing.
  public static final Experience NONE =
      new Experience(Tracks.NONE, Map.of(), Map.of(), BaseRates.NONE, Held.NONE, 0, Calibration.NONE, Calibration.NONE);

  /// So many reports stand before a class's rates and before a source's.
  private static final double CLASS = 10;
  private static final double SOURCE = 4;

  /// Before any verdict, and so many untrue incidents stand before it.
  private static final double ALIKE = LogOddsWeigher.logit(0.35);

  private static final double ERRORS = 10;

  /// So many judged incidents stand before what a company of strangers was worth; six more before the first verdict, fewer with every verdict, since by a
  /// handful every company looks extreme (bench/results/2026-11-30-attack.md).
  private static final double COMPANY = 2;

  private static final double AT_FIRST = 6;
  private static final double FEW = 10;

  /// What nobody judged teaches of sources three tenths of what a verdict teaches: it may be wrong, and the source was heard in it.
  private static final double UNJUDGED = 0.3;

  static final Duration YOUNG = Duration.ofMinutes(30);

  private final Tracks tracks;
  private final Map<SourceClass, Counts> classes;
  private final Map<Company, Held> companies;
  private final BaseRates base;
  private final Held alike;
  private final int verdicts;
  private final Calibration settled;
  private final Calibration early;

  /// Sources of which no more is known.
  record SourceClass(Channel channel, boolean proven) {

    /// Before any verdict: a witness is right more often than wrong, a named one more so.
    Counts usual() {
      double hit = proven ? 0.80 : named(channel) ? 0.75 : 0.72;
      double slip = proven ? 0.25 : named(channel) ? 0.35 : 0.40;
      return new Counts(hit, 1 - hit, slip, 1 - slip, 0);
    }
  }

  private Experience(
      Tracks tracks, Map<SourceClass, Counts> classes, Map<Company, Held> companies, BaseRates base, Held alike, int verdicts,
      Calibration settled, Calibration early) {
    this.tracks = tracks;
    this.classes = classes;
    this.companies = companies;
    this.base = base;
    this.alike = alike;
    this.verdicts = verdicts;
    this.settled = settled;
    this.early = early;
  }

  /// What members said of sources when they enrolled them, and nothing else.
  public static Experience of(SourceRecords enrolled) {
    Map<SourceKey, UnaryOperator<Track>> known = new HashMap<>();
    enrolled.tallies().forEach((source, tally) -> known.put(source, none -> Track.enrolled(tally)));
    return new Experience(Tracks.NONE.with(known), Map.of(), Map.of(), BaseRates.NONE, Held.NONE, 0, Calibration.NONE, Calibration.NONE);
  }

  /// What verdicts taught beside that; a later verdict on most of the same reports stands for the earlier one.
  ///
  /// @param readings finds a reading by its report's id
  public static Experience of(SourceRecords enrolled, List<Verdict> verdicts, Function<ReportId, Optional<Reading>> readings) {
    Experience experience = of(enrolled);
    for (Verdict verdict : standing(verdicts)) {
      experience = experience.with(verdict, verdict.reports().stream().map(readings).flatMap(Optional::stream).toList());
    }
    return experience;
  }

  /// Those that no later verdict on most of the same reports replaced, in the order in which they were given.
  public static List<Verdict> standing(List<Verdict> verdicts) {
    Map<ReportId, Integer> newest = new HashMap<>();
    for (int i = 0; i < verdicts.size(); i++) {
      for (ReportId report : verdicts.get(i).reports()) {
        newest.put(report, i);
      }
    }
    List<Verdict> standing = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      int number = i;
      List<ReportId> reports = verdicts.get(i).reports();
      if (2 * reports.stream().filter(report -> newest.getOrDefault(report, number) == number).count() > reports.size()) {
        standing.add(verdicts.get(i));
      }
    }
    return standing;
  }

  /// This, after one more verdict.
  ///
  /// @param readings of the judged incident
  public Experience with(Verdict verdict, List<Reading> readings) {
    if (verdict.truth() == Truth.UNVERIFIABLE || readings.isEmpty()) {
      return this;
    }
    boolean so = verdict.truth() == Truth.CONFIRMED;
    double day = day(verdict.at());
    List<Reading> judged = readings.stream().sorted(Reading.ORDER).toList();
    Account account = Account.of(judged, this, day, false);
    Account first = Account.of(judged.stream().filter(reading -> !reading.when().earliest().isAfter(youngUntil(judged))).toList(), this, day, true);
    Lesson lesson = new Lesson(this, account, so, verdict.at());
    Map<Company, Held> nextCompanies = new HashMap<>(companies);
    account.companies().forEach(company -> nextCompanies.put(company, held(company).plus(so, day)));
    first.companies().forEach(company -> nextCompanies.put(company, held(company).plus(so, day)));
    return new Experience(
        lesson.tracks(tracks, verdicts), lesson.classes(classes), nextCompanies, base.plus(account.kind(), account.place(), so, day),
        lesson.alike().isPresent() ? alike.plus(lesson.alike().getAsDouble(), day) : alike, verdicts + 1,
        settled.plus(new Calibration.Settled(account.logOdds(), so)), early.plus(new Calibration.Settled(first.logOdds(), so)));
  }

  /// This, after an incident that nobody judged: its sources are taken to be as right as the incident is likely, and nobody becomes proven by it.
  public Experience without(List<Reading> readings, Instant at) {
    if (readings.isEmpty()) {
      return this;
    }
    double day = day(at);
    Account account = Account.of(readings.stream().sorted(Reading.ORDER).toList(), this, day, false);
    double probability = LogOddsWeigher.sigmoid(LogOddsWeigher.ruled(settled.apply(account.logOdds()), account.proven()));
    Map<SourceKey, UnaryOperator<Track>> passed = new HashMap<>();
    for (List<Reading> group : account.groups()) {
      Reading first = group.getFirst();
      if (account.said().counts(first) && linkable(first.channel())) {
        passed.put(first.source(), track -> track.passed(probability, !Origins.denies(first), UNJUDGED, day));
      }
    }
    return new Experience(tracks.with(passed), classes, companies, base, alike, verdicts, settled, early);
  }

  /// This, as if one source had no record: its word weighs as its class's.
  Experience hiding(SourceKey source) {
    return new Experience(tracks.with(Map.of(source, track -> Track.NONE)), classes, companies, base, alike, verdicts, settled, early);
  }

  static double day(Instant at) {
    return (double) at.getEpochSecond() / Duration.ofDays(1).toSeconds();
  }

  /// Until when what the reports tell is young.
  static Instant youngUntil(List<Reading> readings) {
    return readings.getFirst().when().earliest().plus(YOUNG);
  }

  /// Whether the desk knows who comes again: not a sealed report, nor one taken down by a member.
  static boolean linkable(Channel channel) {
    return named(channel) || channel == Channel.MAILBOX;
  }

  /// Whether the desk knew the source before it first spoke; a mailbox costs nothing, and counts as nobody's until it has a record.
  static boolean named(Channel channel) {
    return switch (channel) {
      case OBSERVER, PUBLIC, PARTNER -> true;
      case SEALED, BY_HAND, MAILBOX -> false;
    };
  }

  /// Whether a source is known by more than its coming again: else fifty mailboxes would be a crowd, or stand before all others, for nothing.
  boolean known(Reading reading) {
    return named(reading.channel()) || track(reading).recorded();
  }

  Track track(Reading reading) {
    return linkable(reading.channel()) ? tracks.of(reading.source()) : Track.NONE;
  }

  /// Whether the source has earned the word (DESIGN 5.9).
  boolean proven(Reading reading) {
    return track(reading).proven();
  }

  SourceClass classOf(Reading reading) {
    return new SourceClass(reading.channel(), proven(reading));
  }

  /// The counts a report weighs by: its source's, drawn to its class's, drawn to what is usual.
  Counts counts(Reading reading, double day) {
    SourceClass of = classOf(reading);
    Counts usual = classes.getOrDefault(of, Counts.NONE).on(day).drawnTo(of.usual(), CLASS);
    return linkable(reading.channel()) ? track(reading).counts().on(day).drawnTo(usual, SOURCE) : usual;
  }

  /// The log-odds of such an incident before any report of it.
  double prior(Kind kind, Optional<Place> place) {
    return base.prior(kind, place);
  }

  /// How often a named source errs where another named one erred before it: people are wrong alike without copying, at a firework.
  double alike() {
    return LogOddsWeigher.sigmoid(alike.logOdds(ALIKE, ERRORS));
  }

  Held held(Company company) {
    return companies.getOrDefault(company, Held.NONE);
  }

  /// What a company adds, from what its members would add one by one and from what verdicts say of its like.
  double worth(Company company, double prior, double oneByOne) {
    return held(company).logOdds(prior + oneByOne, COMPANY + AT_FIRST * FEW / (FEW + verdicts)) - prior;
  }

  Calibration calibration(boolean young) {
    return young ? early : settled;
  }
}
