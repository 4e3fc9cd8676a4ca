/// Who is right where sources disagree: claims go in, the likeliest value of each item comes out, with a probability.
///
/// The same few models serve a file of strangers' claims and what the reports of one incident say of it.
@NullMarked
package watchword.core.claim;

import org.jspecify.annotations.NullMarked;
