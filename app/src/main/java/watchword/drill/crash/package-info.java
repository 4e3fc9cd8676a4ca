/// The drill of crashes: hub, gate and desk are killed as `kill -9` does while reports come in, and nothing acknowledged may be missing afterwards.
///
/// ```
/// seed ──▶ Plan (whom, when) ──▶ Stage: 1, 4, 16, 64 senders ──▶ QuickHub ◀── gate ◀── QuickDesk (opening, journal)
///                                         ╰─ Ledger: what was acknowledged ◀── compared ──▶ what the journal holds
/// ```
///
/// A seed and a number of kills enter, a [Crash.Verdict] leaves. Hub, gate and desk are the product's own; the hub ticks each quarter of a second, gate and
/// desk look twenty times a second. A killed process loses nothing that the system already has: power failure is another matter, for which the hub forces each report to the disk first.
@NullMarked
package watchword.drill.crash;

import org.jspecify.annotations.NullMarked;
