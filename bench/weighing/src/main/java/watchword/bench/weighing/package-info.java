/// Measures weighing: the product's command and its peers on the same claims files, by a scorer of its own.
///
/// A folder of evaluation data enters, a table leaves. `weigh` and the peers are run as processes; the weigher of
/// incidents, which no command takes threads to, is called in this one.
@NullMarked
package watchword.bench.weighing;

import org.jspecify.annotations.NullMarked;
