/// When something happened, with how unsure that is.
@NullMarked
package watchword.core.time;

import org.jspecify.annotations.NullMarked;
