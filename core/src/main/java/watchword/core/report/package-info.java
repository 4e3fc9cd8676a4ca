/// A report as its sender told it, and the reading the desk makes of it, once.
@NullMarked
package watchword.core.report;

import org.jspecify.annotations.NullMarked;
