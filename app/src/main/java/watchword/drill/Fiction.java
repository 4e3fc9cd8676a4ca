package watchword.drill;

import java.time.Instant;
import java.util.List;
import watchword.core.kind.Kind;

/// Something that is told and did not happen.
public sealed interface Fiction {

  FictionId id();

  /// The kind its tellers choose.
  Kind kind();

  /// A claim about a later hour, pushed in bursts by senders who work together.
  ///
  /// @param claimed the hour it foretells
  /// @param bursts when each burst begins
  record Alarm(FictionId id, Kind kind, Country.Locality target, Instant claimed, List<Instant> bursts) implements Fiction {
    public Alarm {
      bursts = List.copyOf(bursts);
    }
  }

  /// Something harmless that honest people take for worse.
  record Mistake(FictionId id, Kind kind, Cause cause, Country.Locality town, Point point, Instant begins, Instant ends, long count)
      implements Fiction {}

  /// What is really there.
  enum Cause {
    FIREWORKS("fireworks"),
    TRAINING("training"),
    THUNDER("thunder");

    private final String key;

    Cause(String key) {
      this.key = key;
    }

    /// Its name in the phrase book.
    String key() {
      return key;
    }
  }
}
