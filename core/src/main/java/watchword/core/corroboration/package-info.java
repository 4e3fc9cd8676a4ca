/// How far the reports support an incident: log-odds, line by line, that an editor can read.
@NullMarked
package watchword.core.corroboration;

import org.jspecify.annotations.NullMarked;
