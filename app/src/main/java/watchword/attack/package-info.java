/// The adversarial benchmark: a world of true, mistaken and planted incidents, and methods that must tell them apart.
///
/// A seed enters, a score for each method leaves. The methods hear reports and late verdicts; the truth is read by [Score] alone.
@NullMarked
package watchword.attack;

import org.jspecify.annotations.NullMarked;
