/// What an incident is, and what any merger makes of readings: incidents, and pairs that a person should look at.
///
/// A desk may replace the model ([Merger]); ours is `LinkageMerger` in `watchword.core.merging`. [Summary] makes an
/// incident of readings that some merger has found to be one.
@NullMarked
package watchword.core.incident;

import org.jspecify.annotations.NullMarked;
