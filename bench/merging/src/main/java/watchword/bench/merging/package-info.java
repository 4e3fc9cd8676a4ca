/// Measures merging: the product's command and its peers on the same files, by a scorer of its own.
///
/// A folder of evaluation data enters, a table leaves. May use the drill for its world; everything else is run as a process, as users run it.
@NullMarked
package watchword.bench.merging;

import org.jspecify.annotations.NullMarked;
