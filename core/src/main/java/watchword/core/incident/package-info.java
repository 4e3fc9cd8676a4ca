/// Readings become incidents: linkage scores, components, resolution. Whatever order the readings arrive in, the same incidents leave.
@NullMarked
package watchword.core.incident;

import org.jspecify.annotations.NullMarked;
