/// The drill of a seizure: what is left of senders in the hub's process and files, once their requests are over.
///
/// ```
/// Visitor ── Phone ──┬─────────▶ hub (the command, a process of its own) ◀── memory, files
///                    ├─▶ nginx ─▶   "                                    ◀── nginx's files
///                    └─────────▶ LeakyServer (keeps what servers keep)   ◀── memory, files: the search must find them here
/// ```
///
/// A number of reports enters, a [Seizure.Verdict] leaves. It proves nothing about the kernel, nginx's own memory, or a host that looks on
/// meanwhile.
@NullMarked
package watchword.drill.seizure;

import org.jspecify.annotations.NullMarked;
