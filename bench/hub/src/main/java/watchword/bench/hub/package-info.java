/// The hub's own numbers: durable reports a second, processor per report, pages a second beside nginx, memory under a flood.
///
/// The hub runs in a process of its own with a board of one page; the load comes from this process, on the same machine.
@NullMarked
package watchword.bench.hub;

import org.jspecify.annotations.NullMarked;
