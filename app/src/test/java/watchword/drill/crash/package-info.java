/// The crash in small, and what it must catch.
@NullMarked
package watchword.drill.crash;

import org.jspecify.annotations.NullMarked;
