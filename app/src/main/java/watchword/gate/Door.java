package watchword.gate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The hub as the gate sees it.
public interface Door {

  /// Returns the oldest frozen generation, to be read to its end and closed; empty when none waits.
  ///
  /// @param token the signed minute, see [watchword.seal.Pull]
  Optional<InputStream> pull(String token) throws IOException;

  /// Hands over a signed receipt; returns whether the hub deleted the generation on it.
  boolean sign(byte[] receipt) throws IOException;
}
