/// The editors' console: a member at a browser on this machine sees the casebook and acts.
///
/// Requests of one browser come in over loopback; pages and the acts of `Desk` leave. It uses `core`, `desk`, `markup` and libraries. What people wrote is treated as hostile:
/// [Html] escapes everything and shows what cannot be seen, [Door] lets in nothing that another page sent. Words of reports are shown only when a member asks,
/// and the desk notes it.
///
/// ```
/// browser ─▶ Door ─▶ Pages (queue, incident, doubts, published, enter) ─▶ Desk
///                └─▶ Acts  (finding, verdict, same, publish, withdraw …) ─▶ Desk
/// ```
@NullMarked
package watchword.console;

import org.jspecify.annotations.NullMarked;
