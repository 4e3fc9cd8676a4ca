package watchword.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchword.core.corroboration.Experience;
import watchword.core.corroboration.SourceRecords;
import watchword.core.corroboration.Verdict;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// What verdicts taught, and incidents that were closed without one (spec/credibility.md, 5.6).
///
/// A lesson that comes after all others and speaks of none of their reports is added to what was learnt. Any other, such as a verdict reversed or one on an
/// incident that was closed without, makes everything be learnt anew: it leaves no trace of what it replaces.
final class Learnt {

  private final Casebook casebook;
  private final Set<ReportId> taught = new HashSet<>();
  private Experience experience = Experience.NONE;
  private Instant last = Instant.MIN;
  private boolean stale = true;

  /// What is learnt from at once.
  ///
  /// @param verdict empty where an incident was closed and nobody had judged it
  record Step(Instant at, Optional<Verdict> verdict, List<ReportId> reports) {

    static Step of(Verdict verdict) {
      return new Step(verdict.at(), Optional.of(verdict), verdict.reports());
    }

    static Step of(Entry.Closed closing) {
      return new Step(closing.at(), Optional.empty(), closing.reports());
    }

    Experience after(Experience before, List<Reading> readings) {
      return verdict.map(given -> before.with(given, readings)).orElseGet(() -> before.without(readings, at));
    }
  }

  Learnt(Casebook casebook) {
    this.casebook = casebook;
  }

  /// All steps in the order of their times: verdicts that stand, and closings of incidents on whose reports none was given.
  static List<Step> steps(Casebook casebook) {
    List<Step> steps = new ArrayList<>();
    Set<ReportId> judged = new HashSet<>();
    for (Verdict verdict : Experience.standing(casebook.verdicts())) {
      steps.add(Step.of(verdict));
      judged.addAll(verdict.reports());
    }
    casebook.closed().stream().filter(closing -> closing.reports().stream().noneMatch(judged::contains)).map(Step::of).forEach(steps::add);
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  /// @param entry that the casebook has taken in
  void follow(Entry entry) {
    switch (entry) {
      case Entry.Judged judged -> add(Step.of(judged.verdict()));
      case Entry.Closed closing -> close(Step.of(closing));
      case Entry.Enrolled _, Entry.Forgot _ -> stale = true;
      // What was taught was taught without the picture.
      case Entry.PhotoCame photo -> stale = stale || casebook.naming(photo.photo()).filter(taught::contains).isPresent();
      case Entry.Handled _ -> {}
      case Entry.PhotosDropped _, Entry.Arrived _, Entry.Found _, Entry.Linked _, Entry.JoinedSeries _, Entry.LeftSeries _, Entry.PutAside _, Entry.Wished _,
          Entry.Published _, Entry.Shown _, Entry.Asked _, Entry.Agreed _, Entry.Stopped _, Entry.AskedTooMuch _, Entry.Replied _, Entry.Continued _, Entry.WordsCut _,
          Entry.TimeConfirmed _, Entry.TestMissed _, Entry.Voted _, Entry.Questioned _, Entry.Checked _ -> {}
    }
  }

  /// An incident that was judged before it was closed has taught what it can.
  private void close(Step step) {
    if (step.reports().stream().noneMatch(taught::contains)) {
      add(step);
    }
  }

  private void add(Step step) {
    stale = stale || step.at().isBefore(last) || step.reports().stream().anyMatch(taught::contains);
    if (!stale) {
      take(step);
    }
  }

  private void take(Step step) {
    experience = step.after(experience, readings(casebook, step));
    taught.addAll(step.reports());
    last = step.at();
  }

  Experience experience() {
    if (stale) {
      experience = Experience.of(new SourceRecords(casebook.enrolled()));
      taught.clear();
      last = Instant.MIN;
      steps(casebook).forEach(this::take);
      stale = false;
    }
    return experience;
  }

  /// What the casebook knows of a step's reports, in order.
  static List<Reading> readings(Casebook casebook, Step step) {
    return step.reports().stream().filter(casebook::knows).map(id -> casebook.arrival(id).reading()).sorted(Reading.ORDER).toList();
  }
}
