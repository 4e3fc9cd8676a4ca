/// The gate: fetches sealed reports from the hub while the desk is locked, in a process of its own.
///
/// Enters: whole generations from a hub, the gate keys of days not destroyed, the time. Leaves: inner files that only a
/// lane can open, each once, and signed receipts. It sees a report's lane and size, never its words; it may use `watchword.seal`.
///
/// ```
///          the gate's process                    ╎ the desk's process
/// hub ── Door ──▶ Gate ──▶ Inbox (files) ────────╎──▶ desk
///                  │  opens the outer layer; a   ╎
///                  │  dummy opens with no key    ╎
///                  └─ signs the receipt when the ╎
///                     inbox has all on its disk  ╎
///        GateProcess ◀── keys that live ─────────╎── GateChild, which starts it again when it ends
///                    ─── a line a Visit ─────────╎──▶
/// ```
@NullMarked
package watchword.gate;

import org.jspecify.annotations.NullMarked;
