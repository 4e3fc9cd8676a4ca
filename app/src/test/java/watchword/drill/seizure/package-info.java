/// The seizure in small, and what it must catch.
@NullMarked
package watchword.drill.seizure;

import org.jspecify.annotations.NullMarked;
