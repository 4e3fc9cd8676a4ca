package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.List;

/// What one source was worth so far.
///
/// @param counts of its reports on judged incidents, copies of others' right words apart: what its word weighs
/// @param earned of these only what came before the thing was known, and every error: what makes it proven
/// @param spoke on which incidents it was heard, the newest last
/// @param right how many of `judged` reports were right, as editors are told
record Track(Counts counts, Counts earned, List<Spoke> spoke, int right, int judged) {

  static final Track NONE = new Track(Counts.NONE, Counts.NONE, List.of(), 0, 0);

  /// Right reports that begin a record (spec/credibility.md, 4.1).
  private static final double RIGHT = 3;

  /// Decay takes .005 a day from each of the three; a month of silence does not undo a record, half a year does.
  private static final double FADED = 0.5;

  /// What a record must be worth, ln 2.3: above what one false support leaves of three right ones (.80), however many right ones it began
  /// with, so that the next lie costs six more (spec/credibility.md, 4.2).
  private static final double WORTH = 0.84;

  /// So many incidents of a source are looked through for what it shares with others.
  private static final int REMEMBERED = 50;

  private static final Counts USUAL = new Counts(0.80, 0.20, 0.25, 0.75, 0);
  private static final double USUALLY = 4;

  /// What a member said of a source when enrolling it; it does not say which reports were supports, so half of each.
  static Track enrolled(SourceRecords.Tally tally) {
    Counts counts = new Counts(tally.right() / 2.0, tally.wrong() / 2.0, tally.wrong() / 2.0, tally.right() / 2.0, 0);
    return new Track(counts, counts, List.of(), tally.right(), tally.judged());
  }

  /// Whether its word counts as proven.
  boolean proven() {
    return earned.hits() + earned.rejections() >= RIGHT - FADED && earned.drawnTo(USUAL, USUALLY).logRatio(true) >= WORTH;
  }

  /// Whether verdicts say enough of it to weigh it by itself.
  boolean recorded() {
    return judged >= RIGHT;
  }

  /// This, after one more judged report.
  ///
  /// @param counted whether it says something of the source's own eyes
  /// @param earns whether it counts for being proven
  Track plus(boolean so, boolean supports, boolean counted, boolean earns, double day) {
    return new Track(
        counted ? counts.plus(so, supports, 1, day) : counts, earns ? earned.plus(so, supports, 1, day) : earned, spoke,
        right + (counted && so == supports ? 1 : 0), judged + (counted ? 1 : 0));
  }

  /// This, remembering one more incident it was heard on.
  Track heard(Spoke one) {
    List<Spoke> next = new ArrayList<>(spoke.subList(Math.max(0, spoke.size() - REMEMBERED + 1), spoke.size()));
    next.add(one);
    return new Track(counts, earned, List.copyOf(next), right, judged);
  }

  /// This, after a report nobody judged: it weighs by how likely the desk holds each.
  Track passed(double probability, boolean supports, double weight, double day) {
    Counts likely = counts.plus(true, supports, weight * probability, day).plus(false, supports, weight * (1 - probability), day);
    return new Track(likely, earned, spoke, right, judged);
  }
}
