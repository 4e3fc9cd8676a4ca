package watchword.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// Forces what was written to a file onto the disk; returns when it is there.
interface Force {
  Force TO_DISK = channel -> channel.force(false);

  void force(FileChannel channel) throws IOException;
}
