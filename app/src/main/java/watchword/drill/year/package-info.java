/// A year in the invented country with one question asked month by month, whose truth is known: so that the rules of assessment can be scored.
///
/// ```
/// seed ──▶ Timeline (build-ups, crossings) ──▶ Witnesses, Speakers ──▶ Folder (what a desk has: sightings, looks, cuts, statements)
///               │                                                         │ Signs: an editor's words, fixed before the generator
///               └─▶ truth, for the scorer alone                           ▼
///                                              Year: core.assessment, day by day ──▶ Month … ──▶ YearScore
/// ```
///
/// What the world does stands in `Nature`, what an editor expects in `Signs`; neither reads the other.
@NullMarked
package watchword.drill.year;

import org.jspecify.annotations.NullMarked;
