/// Envelopes and their keys: what a sender's device closes and only the desk can open.
///
/// Enters: content, public keys, signed bundles, time. Leaves: files of five exact sizes, or what was in them.
/// It knows nothing of reports: content is bytes. It may use the JDK and jagged (the age file format), nothing else;
/// it never logs, and no message or `toString` carries a secret or content.
///
/// The key space, from the outside in:
///
/// ```
/// RootPublic (Ed25519 + ML-DSA-44) signs ── StopSheet, on paper, and SignedBundle, one a Term (a day; thirty days for the offline sealer) ── names
///    gate key    opens the outer file: Outer(lane, inner)       until 96 hours after the term's last day began
///    lane keys   open the inner file: content                   the same
///    second key  the inner file's other stanza; private part never kept
/// SigningKey (Ed25519) signs what happens unattended: Pull, Receipt, Destruction, and with the board's key the Drop
/// Mailbox: the key and tag that a sender's own secret gives; a Reply in the Drop is sealed to it
/// GenerationHeader, Layout: what stands before the slots that hub and gate pass on
/// ```
///
/// Byte layouts and test vectors: spec/sealed-report.md, spec/bundle.md, spec/report.md,
/// spec/drop.md, spec/generation.md, spec/stop-sheet.md.
@NullMarked
package watchword.seal;

import org.jspecify.annotations.NullMarked;
