/// The whole path in one run, by public doors alone: processes, browsers, pages; nothing of it is a room's own test.
@NullMarked
package watchword.path;

import org.jspecify.annotations.NullMarked;
