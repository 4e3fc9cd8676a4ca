package watchword.drill.year;

import java.time.Instant;
import watchword.core.assessment.Hedge;

/// What reaches the desk. Whether it is so, it does not say.
sealed interface Told {

  String sign();

  /// What it goes back to: who looked, or who spoke. Copies name the same.
  String origin();

  Instant when();

  /// When the desk had it; what is seen in a cut network is told after it.
  Instant known();

  /// Somebody says to have seen a sign.
  ///
  /// @param support how far reports or a document's own marks support it, 0 to 1
  record Sighting(String id, String sign, String origin, Instant when, Instant known, double support) implements Told {}

  /// Somebody looked and saw nothing.
  record Look(String sign, String origin, Instant when) implements Told {
    @Override
    public Instant known() {
      return when;
    }
  }

  /// An official says that an attack comes, or that none does, or that the other side was about to.
  record Statement(String id, String sign, String origin, Instant when, Hedge hedge, boolean interested, boolean denied) implements Told {
    @Override
    public Instant known() {
      return when;
    }
  }
}
