/// The search: whether anything of a set of marks stands in a process's memory or in files, in whatever spelling.
///
/// ```
/// Mark ── Spelling ──▶ Search ──▶ Scan (bytes in pieces) ◀── ProcessMemory, Folder
///                                  └─▶ Trace: which mark, how it was spelled, where
/// ```
///
/// Marks enter, traces leave. It knows nothing of reports, and prints no mark.
@NullMarked
package watchword.drill.trace;

import org.jspecify.annotations.NullMarked;
