/// The command line: every command, its options and its help.
@NullMarked
package watchword.cli;

import org.jspecify.annotations.NullMarked;
