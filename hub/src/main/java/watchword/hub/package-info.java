/// The public machine: takes sealed reports, forgets everything else, serves the board.
///
/// Enters: HTTP/1.1 bytes from a loopback port or Unix socket, a board and bundles made by the desk, ticks.
/// Leaves: constant answers, static files, and frozen generations to whoever signs as the gate.
/// It may use `watchword.seal` and the JDK, nothing else; it holds no private key and logs nothing.
///
/// ```
/// Listener ── Connection ── Request ── Reception ─┬─ StaticFiles                      GET /…  /bundle/…
///  (workers)   (one buffer)  (places in it)       ├─ Intake ── Series ── Generation   POST /report/…
///                                                 └─ GateDoor ── Waiting              GET /generation/…  POST /receipt
///                                                  Closing: no reports, bundles or pulls once the root's stop sheet is there
///                                                  WorkLevel: what a proof must show, as the served bundles say
/// ```
///
/// What a sender's request says stays in one off-heap buffer, as bytes, until they are overwritten with zeros: no header
/// and no path becomes an object. A body goes from that buffer into a slot taken at random. Layout: spec/generation.md.
@NullMarked
package watchword.hub;

import org.jspecify.annotations.NullMarked;
