package watchword.hub;

import java.nio.file.Path;

/// Where the hub listens: this machine only; the onion service or the proxy stands before it.
public sealed interface Listen {

  /// A loopback TCP port; 0 takes a free one.
  record Port(int number) implements Listen {
    public Port {
      if (number < 0 || number > 65_535) {
        throw new IllegalArgumentException("port " + number + " is not between 0 and 65535");
      }
    }
  }

  /// A Unix socket; a file left there by an earlier run is replaced.
  record Socket(Path file) implements Listen {}
}
