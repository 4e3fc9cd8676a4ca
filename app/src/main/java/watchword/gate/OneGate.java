package watchword.gate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import watchword.seal.PanicMark;

/// One gate at an inbox at a time: a desk that was killed and started again may find its last gate still ending.
///
/// Two that settle each other's batches would sign for what neither has. The system takes the lock back when the process ends, however it ends.
final class OneGate implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private OneGate(FileChannel channel) throws IOException {
    this.channel = channel;
    this.lock = channel.lock();
  }

  /// Waits until no other process is the gate of this inbox.
  ///
  /// @throws IOException also where a panic destroyed the desk: the folder it took away is not made again
  static OneGate at(Path inbox) throws IOException {
    if (PanicMark.isAbove(inbox)) {
      throw new IOException("this desk was destroyed; nothing is written any more");
    }
    Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Files.createDirectories(inbox, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new OneGate(FileChannel.open(
        inbox.resolve("gate"), options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
