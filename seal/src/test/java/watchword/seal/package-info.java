/// Tests of envelopes and keys; Bouncy Castle stands in as an independent second implementation.
@NullMarked
package watchword.seal;

import org.jspecify.annotations.NullMarked;
