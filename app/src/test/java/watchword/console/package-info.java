@NullMarked
package watchword.console;

import org.jspecify.annotations.NullMarked;
