/// What may be published, by rule, and the one function that turns an incident into public words.
@NullMarked
package watchword.core.decision;

import org.jspecify.annotations.NullMarked;
