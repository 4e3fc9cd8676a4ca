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
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.Stance;

/// What the reports of an incident add up to, before calibration, findings and rules (spec/credibility.md, 2).
final class Account {

  /// The k-th report of the same words counts δ^k.
  private static final double COPY = 0.1;

  /// Being told counts a third of having seen.
  private static final double HEARSAY = 1.0 / 3;

  /// How unsure a base rate is that no verdict has touched: from one in four to three in five.
  private static final double PRIOR_VARIANCE = 0.3;

  /// Beyond so many a copy is one voice of a crowd anyway.
  private static final int NAMED = 50;

  private final Experience experience;
  private final double day;
  private final Kind kind;
  private final Optional<Place> place;
  private final List<List<Reading>> groups;
  private final List<OriginGroup> origins = new ArrayList<>();
  private final LastWords words;

  /// Those so far whose sources the desk knows again, for what later ones may copy.
  private final List<Reading> named = new ArrayList<>();

  private final List<Reading> vouching = new ArrayList<>();
  private final Sum sum = new Sum();
  private final Strangers supports;
  private final Strangers denials;
  private int proven;

  private Account(Incident incident, Experience experience, double day, boolean young) {
    List<Reading> readings = incident.readings();
    this.experience = experience;
    this.day = day;
    this.kind = incident.kind();
    this.place = incident.place();
    Set<ReportId> ids = new HashSet<>();
    this.groups = Origins.of(readings.stream().filter(reading -> ids.add(reading.id())).toList());
    this.words = LastWords.of(readings, kind);
    this.supports = new Strangers(true, young);
    this.denials = new Strangers(false, young);
  }

  /// @param readings in order, at least one
  /// @param young whether the first report is hardly half an hour old
  static Account of(List<Reading> readings, Experience experience, double day, boolean young) {
    return of(Incident.of(readings), experience, day, young);
  }

  static Account of(Incident incident, Experience experience, double day, boolean young) {
    Account account = new Account(incident, experience, day, young);
    account.addUp();
    return account;
  }

  private void addUp() {
    double prior = experience.prior(kind, place);
    sum.add(prior, PRIOR_VARIANCE, Reason.PRIOR, "before any report: of such claims %.0f in a hundred hold".formatted(100 * LogOddsWeigher.sigmoid(prior)), List.of());
    for (List<Reading> group : groups) {
      Optional<Reading> witness = group.stream().filter(this::vouches).findFirst();
      boolean denies = Origins.denies(group.getFirst());
      boolean independent = witness.flatMap(spokesman -> copying(vouching, spokesman)).filter(Copying::likely).isEmpty();
      witness.ifPresentOrElse(spokesman -> vouched(group, spokesman, independent), () -> claimed(group));
      origins.add(new OriginGroup(group.stream().map(Reading::id).toList(), witness.isPresent() || own(group), witness.isPresent() && independent, denies, echoes(group)));
      proven += witness.isPresent() && independent && !denies ? 1 : 0;
      if (!denies) {
        witness.ifPresent(vouching::add);
        group.stream().filter(reading -> named.size() < NAMED && counts(reading) && experience.track(reading).judged() > 0).forEach(named::add);
      }
    }
    supports.bound(sum, experience, prior);
    denials.bound(sum, experience, prior);
  }

  /// Whether a report is a proven source's own word.
  private boolean vouches(Reading reading) {
    return counts(reading) && reading.stance() != Stance.HEARSAY && experience.proven(reading);
  }

  /// The proven source speaks for the whole group; the others add nothing.
  private void vouched(List<Reading> group, Reading spokesman, boolean independent) {
    Counts counts = experience.counts(spokesman, day);
    boolean denies = Origins.denies(spokesman);
    sum.add(counts.logRatio(!denies), counts.variance(!denies), denies ? Reason.DENIAL : Reason.PROVEN, Wording.of(spokesman, experience.track(spokesman)) + (independent ? "" : Wording.NO_SECOND), List.of(spokesman.id()));
    for (Reading reading : group) {
      if (!reading.equals(spokesman)) {
        sum.report(0, 0, Reason.COPY, "same words as a proven source", reading.id());
      }
    }
  }

  private void claimed(List<Reading> group) {
    boolean denies = Origins.denies(group.getFirst());
    boolean first = own(group);
    double share = first ? 1 : COPY;
    for (Reading reading : group) {
      if (!counts(reading)) {
        silent(reading);
        continue;
      }
      Counts counts = experience.counts(reading, day);
      Optional<Copying> copying = first ? copying(named, reading) : Optional.empty();
      double weight = share * (reading.stance() == Stance.HEARSAY ? HEARSAY : 1) * copying.map(Copying::left).orElse(1.0);
      double value = weight * counts.logRatio(!denies);
      Track track = experience.track(reading);
      Reason reason = !first ? Reason.COPY : denies ? Reason.DENIAL : Reason.UNPROVEN;
      String line = first ? Wording.of(reading, track) + copying.map(Wording::of).orElse("") : "copy of an earlier report";
      double unsure = weight * weight * (counts.variance(!denies) + value * value / 4);
      copying.ifPresentOrElse(
          other -> sum.add(value, unsure, reason, line, List.of(reading.id(), other.original().id())), () -> sum.report(value, unsure, reason, line, reading.id()));
      (denies ? denials : supports).add(reading, value, track.recorded(), first || reading.channel() == Channel.SEALED);
      share *= COPY;
      first = false;
    }
  }

  /// Whether a group is an observation of its own: not the further words of a source that is heard by others, nor copies of what was taken back.
  boolean own(List<Reading> group) {
    Reading first = group.getFirst();
    return group.stream().anyMatch(reading -> counts(reading) && (first.stance() == Stance.QUESTION || reading.source().equals(first.source())));
  }

  /// Whom a support may repeat in words of its own. Who denies is alone against the rest, and copies nobody.
  private Optional<Copying> copying(List<Reading> earlier, Reading reading) {
    return Origins.denies(reading) || earlier.isEmpty()
        ? Optional.empty()
        : Copying.among(earlier, reading, experience, Math.max(experience.alike(), experience.counts(reading, day).slip()));
  }

  /// What adds nothing is a line all the same: an editor asks what became of it.
  private void silent(Reading reading) {
    boolean question = reading.stance() == Stance.QUESTION;
    String line = question ? Wording.of(reading, Track.NONE) : words.silence(reading);
    sum.report(0, 0, question ? Reason.UNPROVEN : Reason.COPY, line, reading.id());
  }

  private static List<Echo> echoes(List<Reading> group) {
    Reading first = group.getFirst();
    List<Echo> echoes = new ArrayList<>();
    for (Reading reading : group.subList(1, group.size())) {
      boolean photo = first.media().stream().anyMatch(reading.media()::contains);
      echoes.add(new Echo(reading.id(), first.id(), photo ? Echo.Why.SAME_PHOTO : Echo.Why.SAME_WORDS));
    }
    return echoes;
  }

  /// Whether a report is the one its source is heard by.
  boolean counts(Reading reading) {
    return words.heard(reading);
  }

  /// Whether a report is one of several by a source that came to say the opposite.
  boolean turned(Reading reading) {
    return words.turned(reading) && reading.stance() != Stance.QUESTION;
  }

  /// Reports of the same words together, in order of the first.
  List<List<Reading>> groups() {
    return groups;
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

  Optional<Place> place() {
    return place;
  }

  double logOdds() {
    return sum.logOdds();
  }

  /// The lines so far, for more to be added.
  Sum sum() {
    return sum;
  }
}
