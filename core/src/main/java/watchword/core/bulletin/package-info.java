/// What the public is told. Nothing here can name a report or an incident.
@NullMarked
package watchword.core.bulletin;

import org.jspecify.annotations.NullMarked;
