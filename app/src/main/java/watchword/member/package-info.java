/// The desk's members: their keys, who admits whom, and secrets sealed to them.
///
/// Enters: passphrases, key files, join requests, invitations, time. Leaves: an unlocked [MemberKey], the directory
/// [Members], [SealedShare]s. It may use `watchword.seal`, jagged (the age format) and Bouncy Castle (scrypt), nothing
/// else; it has no clock and no files of its own.
///
/// What opens what:
///
/// ```
/// passphrase ── opens ── key file (age, scrypt) ── holds ── MemberKey
///                           hybrid key ── opens ── SealedShare: any secret sealed to the members of a day
///                           signing key ── signs ── the member's journal entries, invitations, countersignatures
/// Invitation ── opens nothing: it only names the join request that Members may admit
/// ```
///
/// Formats: spec/journal.md, "Members".
@NullMarked
package watchword.member;

import org.jspecify.annotations.NullMarked;
