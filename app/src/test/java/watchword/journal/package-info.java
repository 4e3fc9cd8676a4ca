/// Tests of the journal, its stores and the bodies of reports, with real keys and real files.
@NullMarked
package watchword.journal;

import org.jspecify.annotations.NullMarked;
