/// The gate: fetches sealed reports from the hub while the desk is locked.
///
/// Enters: whole generations from a hub, the gate keys of days not destroyed, the time. Leaves: inner files that only a
/// lane can open, each once, and signed receipts. It sees a report's lane and size, never its words; it may use `watchword.seal`.
///
/// ```
/// hub ── Door ──▶ Gate ──▶ Inbox ──▶ desk
///                  │  opens the outer layer; a dummy opens with no key
///                  └─ signs the receipt when the inbox has everything on its disk
/// ```
@NullMarked
package watchword.gate;

import org.jspecify.annotations.NullMarked;
