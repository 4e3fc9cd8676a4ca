/// What may be published, by rule, and the one function that turns what the desk knows, an incident or a judgement, into public words.
@NullMarked
package watchword.core.decision;

import org.jspecify.annotations.NullMarked;
