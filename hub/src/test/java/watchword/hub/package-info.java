/// The hub from outside: raw bytes on real sockets, real files, a child process where something is killed or searched.
@NullMarked
package watchword.hub;

import org.jspecify.annotations.NullMarked;
