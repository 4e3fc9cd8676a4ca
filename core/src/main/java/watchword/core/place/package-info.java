/// Where something happened, with how unsure that is: distances, cells, and a gazetteer of town names.
@NullMarked
package watchword.core.place;

import org.jspecify.annotations.NullMarked;
