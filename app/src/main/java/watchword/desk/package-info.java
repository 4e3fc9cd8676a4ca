/// The trusted machine: reports come in, members act, bulletins go out.
///
/// Everything that happened is an `Entry` of the casebook's journal; what can be derived (readings merged, incidents weighed) is derived anew. `Desk` is the one
/// door: the console, the drill and the command line see and do only what it offers. No clock of its own: times are arguments.
@NullMarked
package watchword.desk;

import org.jspecify.annotations.NullMarked;
