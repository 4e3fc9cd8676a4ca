@NullMarked
package watchword.attack;

import org.jspecify.annotations.NullMarked;
