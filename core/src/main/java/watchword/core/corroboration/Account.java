package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.corroboration.Line.Reason;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
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
  private final Optional<Place> place;
  private final Said said;
  private final List<Told> told = new ArrayList<>();
  private final Earlier known;
  private final Earlier vouching;
  private final Sum sum;
  private final Strangers supports;
  private final Strangers denials;

  /// One origin.
  ///
  /// @param says whether it is an observation of its own
  /// @param proven whether a proven source speaks for it, and not after another one's mouth
  private record Told(List<Reading> group, boolean says, boolean proven) {}

  private Account(Incident incident, Said said, Experience experience, double day, boolean young, Sum sum) {
    this.experience = experience;
    this.day = day;
    this.kind = incident.kind();
    this.place = incident.place();
    this.said = said;
    this.known = new Earlier(experience, day);
    this.vouching = new Earlier(experience, day);
    this.sum = sum;
    this.supports = new Strangers(true, young, sum);
    this.denials = new Strangers(false, young, sum);
  }

  /// What a desk learns from: a sum of which nobody reads the lines.
  ///
  /// @param readings in order, at least one
  /// @param young whether the first report is hardly half an hour old
  static Account of(List<Reading> readings, Experience experience, double day, boolean young) {
    Incident incident = Incident.of(readings);
    return of(incident, Said.of(readings, incident.kind(), experience::proven), experience, day, young, Sum.untold());
  }

  /// @param said what the incident's readings said, which is the same whatever is known of their sources
  /// @param sum yet empty
  static Account of(Incident incident, Said said, Experience experience, double day, boolean young, Sum sum) {
    Account account = new Account(incident, said, experience, day, young, sum);
    account.addUp();
    return account;
  }

  private void addUp() {
    double prior = experience.prior(kind, place);
    sum.add(prior, PRIOR_VARIANCE, Reason.PRIOR, "before any report: of such claims %.0f in a hundred hold".formatted(100 * LogOddsWeigher.sigmoid(prior)), List.of());
    said.origins().groups().forEach(this::origin);
    said.origins().beyond().forEach(this::beyond);
    supports.bound(experience, prior);
    denials.bound(experience, prior);
  }

  private void origin(List<Reading> group) {
    Optional<Reading> witness = group.stream().filter(this::vouches).findFirst();
    boolean own = said.own(group);
    boolean independent = witness.flatMap(vouching::repeatedBy).filter(Copying::likely).isEmpty();
    witness.ifPresentOrElse(spokesman -> vouched(group, spokesman, independent), () -> claimed(group, own));
    told.add(new Told(group, witness.isPresent() || own, witness.isPresent() && independent));
    witness.ifPresent(vouching::add);
    group.stream().filter(one -> experience.known(one) && experience.track(one).judged() > 0 && counts(one)).forEach(known::add);
  }

  /// Whether a report is a proven source's own word.
  private boolean vouches(Reading reading) {
    return reading.stance() != Stance.HEARSAY && experience.proven(reading) && counts(reading);
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

  /// A stranger is compared with ten thousand before; who comes after these is counted and adds nothing.
  private void beyond(List<Reading> readings) {
    if (sum.tells()) {
      Strangers strangers = strangers(readings.getFirst());
      readings.stream().filter(this::counts).forEach(strangers::name);
      String words = "%,d more in other words than the first %,d: counted, compared with nobody".formatted(readings.size(), Origins.MOST);
      Reason reason = Origins.denies(readings.getFirst()) ? Reason.DENIAL : Reason.UNPROVEN;
      sum.add(0, 0, reason, words, readings.stream().map(Reading::id).collect(Collectors.toUnmodifiableList()));
    }
  }

  private void claimed(List<Reading> group, boolean own) {
    double share = own ? 1 : COPY;
    boolean first = own;
    for (Reading reading : group) {
      if (!counts(reading)) {
        silent(reading);
      } else if (share < NOTHING) {
        sum.report(0, 0, Reason.COPY, Wording.COPY, reading.id());
        strangers(reading).add(reading, 0, true, sealed(reading));
      } else {
        claim(reading, first, share);
        share *= COPY;
        first = false;
      }
    }
  }

  /// What one adds who has no proven record.
  private void claim(Reading reading, boolean first, double share) {
    boolean denies = Origins.denies(reading);
    Counts counts = experience.counts(reading, day);
    Track track = experience.track(reading);
    Optional<Copying> repeats = first ? known.repeatedBy(reading) : Optional.empty();
    double weight = share * (reading.stance() == Stance.HEARSAY ? HEARSAY : 1) * repeats.map(Copying::left).orElse(1.0);
    double value = weight * counts.logRatio(!denies);
    double unsure = weight * weight * (counts.variance(!denies) + value * value / 4);
    Reason reason = !first ? Reason.COPY : denies ? Reason.DENIAL : Reason.UNPROVEN;
    String words = first ? Wording.of(reading, track) + repeats.map(Wording::of).orElse("") : Wording.COPY;
    repeats.ifPresentOrElse(
        other -> sum.add(value, unsure, reason, words, List.of(reading.id(), other.original().id())), () -> sum.report(value, unsure, reason, words, reading.id()));
    strangers(reading).add(reading, value, track.recorded(), first || sealed(reading));
  }

  /// What adds nothing is a line all the same: an editor asks what became of it.
  private void silent(Reading reading) {
    boolean question = reading.stance() == Stance.QUESTION;
    String words = question ? Wording.of(reading, Track.NONE) : said.words().silence(reading);
    sum.report(0, 0, question ? Reason.UNPROVEN : Reason.COPY, words, reading.id());
  }

  private Strangers strangers(Reading reading) {
    return Origins.denies(reading) ? denials : supports;
  }

  /// Whether it is somebody else who speaks, copy or not.
  private static boolean sealed(Reading reading) {
    return Strangers.channel(reading) == Channel.SEALED;
  }

  private boolean counts(Reading reading) {
    return said.counts(reading);
  }

  Said said() {
    return said;
  }

  /// Reports of the same words together, in order of the first; last, as if they were copies, those that were compared with nobody.
  List<List<Reading>> groups() {
    return Stream.concat(said.origins().groups().stream(), said.origins().beyond().stream()).toList();
  }

  /// Made anew at each call.
  List<OriginGroup> origins() {
    return told.stream().map(origin -> OriginGroup.of(origin.group, origin.says, origin.proven)).toList();
  }

  /// Independent supports by proven sources.
  int proven() {
    return (int) told.stream().filter(origin -> origin.proven && !Origins.denies(origin.group.getFirst())).count();
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
}
