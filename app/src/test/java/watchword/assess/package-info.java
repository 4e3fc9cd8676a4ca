/// Tests of question folders, sheets and public sentences.
@NullMarked
package watchword.assess;

import org.jspecify.annotations.NullMarked;
