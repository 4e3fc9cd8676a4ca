/// Stories of a desk: acts at random, sealed folders, members who come and go.
@NullMarked
package watchword.desk;

import org.jspecify.annotations.NullMarked;
