/// The casebook's journal and the bodies of reports: what cannot be derived, sealed, chained, and destroyed in time.
///
/// Enters: drafts of entries, checkpoints, bodies, holders' public keys, a member's unlocked key. Leaves: entries in
/// order, verified, for who held the key of their day. A payload is bytes here; its meaning belongs to the desk. It may
/// use `watchword.seal` and `watchword.member`, SQLite by JDBI, Flyway; it has no clock.
///
/// ```
/// MemberKey ── unlocks ── Keyring ── opens ── share ── key of ── epoch ── seals ── entry, entry, entry …
///                                                    └ key of ── base  (checkpoint or snapshot: where to begin)
///                                                    └ key of ── shelf ── wraps ── a body's key ── seals ── body
/// ```
///
/// Tables of `journal.db` (SqliteJournalStore), of which nothing but day, count and size can be read without a key:
///
/// ```
/// journal: mark 32
/// epoch:   number | day | first                      a key: of one day at most, newer where a member came or went
/// entry:   sequence | epoch | sealed | hash 32       author, type, time and payload are inside `sealed`
/// base:    name | through | head 32 | sealed
/// share:   name | holder tag 16 | sealed             an age file to one device of a member
/// ```
///
/// Beside it `bodies.db` (id hash 32 | sealed) and `body-keys`, one small file rewritten whole, never backed up: to
/// forget a body is to leave its key out of the next writing. Formats and what is destroyed when: spec/journal.md.
@NullMarked
package watchword.journal;

import org.jspecify.annotations.NullMarked;
