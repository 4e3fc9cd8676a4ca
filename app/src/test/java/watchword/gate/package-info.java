@NullMarked
package watchword.gate;

import org.jspecify.annotations.NullMarked;
