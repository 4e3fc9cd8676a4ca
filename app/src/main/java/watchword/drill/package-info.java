/// The drill: an invented country where the truth is known, so that every promise can be measured.
///
/// ```
/// seed ──▶ Happenings ─┐
///      ──▶ Fictions ───┼─▶ Crowd (Witnesses, Colluders, Wording) ──▶ Sending … in time order ──▶ the real doors
///      ──▶ Country, PhraseBook (data)                                  └─ Truth: for the scorer alone
/// ```
///
/// Two editors work at the desk and answer a `StandingQuestion`. What they learn of the border beside reports comes through `Border`, as findings come through `Checks`.
///
/// A seed enters, a world leaves, the same on every machine: every part draws from a stream of its own, StrictMath computes, and no order
/// depends on a hash. Nothing here reads a clock or a file but its own class path.
@NullMarked
package watchword.drill;

import org.jspecify.annotations.NullMarked;
