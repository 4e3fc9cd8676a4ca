package watchword.gate;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A stream that ends in an error once it has lasted too long or given too much.
///
/// A read that waits is woken by closing the stream under it, so the stream must allow that.
final class BoundedStream extends FilterInputStream {

  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final Duration most;
  private long left;
  private volatile boolean late;

  /// @param most from now until its last byte is read
  /// @param bytes how many it may give
  BoundedStream(InputStream in, Duration most, long bytes) {
    super(in);
    this.most = most;
    this.left = bytes;
    done.orTimeout(most.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> wake());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read;
    try {
      read = super.read(into, offset, length);
    } catch (IOException e) {
      throw late ? tooLate() : HubException.away("the hub hung up", e);
    }
    if (late) {
      throw tooLate();
    }
    left -= Math.max(0, read);
    if (left < 0) {
      throw HubException.rubbish("the hub sent more than any generation holds");
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    done.complete(null);
    super.close();
  }

  private Void wake() {
    late = true;
    try {
      in.close();
    } catch (IOException _) {
      // The read that waits fails all the same, and says why.
    }
    return null;
  }

  private HubException tooLate() {
    return HubException.away("the hub took longer than " + most.toSeconds() + " s over one generation");
  }
}
