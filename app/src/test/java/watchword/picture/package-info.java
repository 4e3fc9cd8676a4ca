@NullMarked
package watchword.picture;

import org.jspecify.annotations.NullMarked;
