package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import watchword.core.report.SourceKey;

/// What every source was worth, in parts by the hash of its name: one more verdict copies the parts of those it speaks of, and not a hundred thousand sources.
final class Tracks {

  private static final int PARTS = 256;

  static final Tracks NONE = new Tracks(Collections.nCopies(PARTS, Map.of()));

  private final List<Map<SourceKey, Track>> parts;

  private Tracks(List<Map<SourceKey, Track>> parts) {
    this.parts = parts;
  }

  Track of(SourceKey source) {
    return parts.get(part(source)).getOrDefault(source, Track.NONE);
  }

  /// These, after changes of some.
  Tracks with(Map<SourceKey, UnaryOperator<Track>> changes) {
    List<Map<SourceKey, Track>> next = new ArrayList<>(parts);
    changes.keySet().stream().map(Tracks::part).distinct().forEach(part -> next.set(part, new HashMap<>(parts.get(part))));
    changes.forEach((source, change) -> next.get(part(source)).put(source, change.apply(of(source))));
    return new Tracks(next);
  }

  private static int part(SourceKey source) {
    return Math.floorMod(source.hashCode(), PARTS);
  }
}
