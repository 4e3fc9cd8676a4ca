package watchword.core.corroboration;

import java.time.Instant;

/// That a source was heard on an incident which was judged later.
///
/// @param incident its number among those judged
/// @param so whether it was
/// @param at when the source told it
record Spoke(int incident, boolean supports, boolean so, Instant at) {

  /// Whether it told what was not so.
  boolean lies() {
    return supports && !so;
  }
}
