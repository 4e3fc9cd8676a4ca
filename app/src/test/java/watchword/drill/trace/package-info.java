/// What the search finds, and where it must not be blind.
@NullMarked
package watchword.drill.trace;

import org.jspecify.annotations.NullMarked;
