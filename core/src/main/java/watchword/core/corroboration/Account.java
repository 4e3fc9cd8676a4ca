package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import watchword.core.corroboration.Line.Reason;
import watchword.core.corroboration.OriginGroup.Echo;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;

/// What the reports of an incident add up to, before calibration, findings and rules (spec/credibility.md, 2).
final class Account {

  /// The k-th report of the same words counts δ^k.
  private static final double COPY = 0.1;

  /// From about the twentieth copy on nothing is left to add.
  private static final double NOTHING = 1e-18;

  /// Being told counts a third of having seen.
  private static final double HEARSAY = 1.0 / 3;

  /// How unsure a base rate is that no verdict has touched: from one in four to three in five.
  private static final double PRIOR_VARIANCE = 0.3;

  private final Experience experience;
  private final double day;
  private final Kind kind;
  private final Said said;
  private final List<OriginGroup> origins = new ArrayList<>();
  private final Sum sum = new Sum();
  private final Strangers supports;
  private final Strangers denials;
  private final Set<SourceKey> heard = new HashSet<>();
  private int proven;

  private Account(Said said, Kind kind, Experience experience, double day, boolean young) {
    this.experience = experience;
    this.day = day;
    this.kind = kind;
    this.said = said;
    this.supports = new Strangers(true, young);
    this.denials = new Strangers(false, young);
  }

  /// @param readings in order, at least one
  /// @param young whether the first report is hardly half an hour old
  static Account of(List<Reading> readings, Experience experience, double day, boolean young) {
    return of(readings, Incident.of(readings).kind(), experience, day, young);
  }

  static Account of(List<Reading> readings, Kind kind, Experience experience, double day, boolean young) {
    return of(Said.of(readings, experience::proven), kind, experience, day, young);
  }

  static Account of(Said said, Kind kind, Experience experience, double day, boolean young) {
    Account account = new Account(said, kind, experience, day, young);
    account.addUp();
    return account;
  }

  private void addUp() {
    double prior = experience.prior(kind);
    sum.add(prior, PRIOR_VARIANCE, Reason.PRIOR, "before any report: of such claims %.0f in a hundred hold".formatted(100 * LogOddsWeigher.sigmoid(prior)), List.of());
    for (List<Reading> group : said.origins().groups()) {
      Optional<Reading> witness = group.stream().filter(reading -> vouches(reading) && !heard(reading.source())).findFirst();
      boolean denies = Origins.denies(group.getFirst());
      witness.ifPresentOrElse(spokesman -> vouched(group, spokesman), () -> claimed(group));
      origins.add(new OriginGroup(group.stream().map(Reading::id).toList(), witness.isPresent(), denies, echoes(group)));
      proven += witness.isPresent() && !denies ? 1 : 0;
      group.stream().map(Reading::source).filter(said::again).forEach(heard::add);
    }
    said.origins().beyond().forEach(this::beyond);
    supports.bound(sum, experience, prior);
    denials.bound(sum, experience, prior);
  }

  /// Whether a report is a proven source's own word.
  private boolean vouches(Reading reading) {
    return counts(reading) && reading.stance() != Stance.HEARSAY && experience.proven(reading);
  }

  /// The proven source speaks for the whole group; the others add nothing.
  private void vouched(List<Reading> group, Reading spokesman) {
    Counts counts = experience.counts(spokesman, day);
    boolean denies = Origins.denies(spokesman);
    sum.add(counts.logRatio(!denies), counts.variance(!denies), denies ? Reason.DENIAL : Reason.PROVEN, Wording.of(spokesman, experience.track(spokesman)), List.of(spokesman.id()));
    for (Reading reading : group) {
      if (!reading.equals(spokesman)) {
        sum.report(0, 0, Reason.COPY, "same words as a proven source", reading.id());
      }
    }
  }

  /// A stranger is compared with ten thousand before; who comes after these is counted and adds nothing.
  private void beyond(List<Reading> readings) {
    boolean denies = Origins.denies(readings.getFirst());
    readings.stream().filter(this::counts).forEach(reading -> (denies ? denials : supports).add(reading, 0, true, false));
    String words = "%,d more in other words than the first %,d: counted, compared with nobody".formatted(readings.size(), Origins.MOST);
    sum.add(0, 0, denies ? Reason.DENIAL : Reason.UNPROVEN, words, readings.stream().map(Reading::id).toList());
  }

  private void claimed(List<Reading> group) {
    boolean denies = Origins.denies(group.getFirst());
    double share = 1;
    boolean first = true;
    for (Reading reading : group) {
      if (!counts(reading)) {
        String words = said.contradicting(reading.source()) ? "says both, and counts for neither" : Wording.of(reading, Track.NONE);
        sum.report(0, 0, denies ? Reason.DENIAL : Reason.UNPROVEN, words, reading.id());
        continue;
      }
      boolean again = heard(reading.source());
      if (share < NOTHING) {
        sum.report(0, 0, Reason.COPY, again ? "the same source again" : "copy of an earlier report", reading.id());
        (denies ? denials : supports).add(reading, 0, true, !again && reading.channel() == Channel.SEALED);
        continue;
      }
      double weight = (again ? COPY : 1) * share * (reading.stance() == Stance.HEARSAY ? HEARSAY : 1);
      Counts counts = experience.counts(reading, day);
      double value = weight * counts.logRatio(!denies);
      Track track = experience.track(reading);
      Reason reason = again || !first ? Reason.COPY : denies ? Reason.DENIAL : Reason.UNPROVEN;
      String words = again ? "the same source again" : first ? Wording.of(reading, track) : "copy of an earlier report";
      sum.report(value, weight * weight * (counts.variance(!denies) + value * value / 4), reason, words, reading.id());
      (denies ? denials : supports).add(reading, value, track.recorded(), !again && (first || Strangers.channel(reading) == Channel.SEALED));
      share *= COPY;
      first = false;
    }
  }

  private boolean heard(SourceKey source) {
    return !heard.isEmpty() && heard.contains(source);
  }

  private static List<Echo> echoes(List<Reading> group) {
    Reading first = group.getFirst();
    List<Echo> echoes = new ArrayList<>();
    for (Reading reading : group.subList(1, group.size())) {
      boolean photo = !first.media().isEmpty() && first.media().stream().anyMatch(reading.media()::contains);
      echoes.add(new Echo(reading.id(), first.id(), photo ? Echo.Why.SAME_PHOTO : Echo.Why.SAME_WORDS));
    }
    return echoes;
  }

  /// Whether a report says anything: not a question, nor a source that says both.
  boolean counts(Reading reading) {
    return reading.stance() != Stance.QUESTION && !said.contradicting(reading.source());
  }

  /// Reports of the same words together, in order of the first; last, as if they were copies, those that were compared with nobody.
  List<List<Reading>> groups() {
    return Stream.concat(said.origins().groups().stream(), said.origins().beyond().stream()).toList();
  }

  List<OriginGroup> origins() {
    return origins;
  }

  /// Independent supports by proven sources.
  int proven() {
    return proven;
  }

  List<Company> companies() {
    return Stream.concat(supports.companies().stream(), denials.companies().stream()).toList();
  }

  Kind kind() {
    return kind;
  }

  double logOdds() {
    return sum.logOdds();
  }

  /// The lines so far, for more to be added.
  Sum sum() {
    return sum;
  }
}
