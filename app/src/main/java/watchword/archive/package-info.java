/// Files of the world outside: archives of reports in, reports and incidents out; the catalogue of kinds; how good a clustering is.
@NullMarked
package watchword.archive;

import org.jspecify.annotations.NullMarked;
