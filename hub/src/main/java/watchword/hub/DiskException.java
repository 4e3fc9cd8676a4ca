package watchword.hub;

import java.io.IOException;

/// The disk did not take what was written, or may not have; told apart from a sender who went away.
final class DiskException extends IOException {

  DiskException(IOException cause) {
    super("the disk did not take what was written", cause);
  }
}
