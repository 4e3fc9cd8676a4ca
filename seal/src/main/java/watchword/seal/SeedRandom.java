package watchword.seal;

import java.io.Serial;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.Arrays;

/// A source of "randomness" that hands out a seed once, and nothing more.
///
/// JDK 25 makes an ML-KEM or ML-DSA key from a seed only by way of its key pair generator, which draws the seed from the
/// `SecureRandom` it is given. A JDK that draws another amount fails here; one that draws in another order fails
/// [XWing] and [Root], which check a known answer before they are first used.
final class SeedRandom extends SecureRandom implements AutoCloseable {
  @Serial private static final long serialVersionUID = 1;

  private final transient Feed feed;

  SeedRandom(byte[] seed) {
    this(new Feed(seed.clone()));
  }

  private SeedRandom(Feed feed) {
    super(feed, null);
    this.feed = feed;
  }

  /// Checks that the whole seed was drawn, and wipes it.
  @Override
  public void close() {
    Arrays.fill(feed.seed, (byte) 0);
    if (feed.drawn != feed.seed.length) {
      throw new IllegalStateException("this Java drew " + feed.drawn + " of " + feed.seed.length + " seed bytes");
    }
  }

  private static final class Feed extends SecureRandomSpi {
    @Serial private static final long serialVersionUID = 1;

    private final byte[] seed;
    private int drawn;

    private Feed(byte[] seed) {
      this.seed = seed;
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      if (bytes.length > seed.length - drawn) {
        throw new IllegalStateException("this Java draws more than " + seed.length + " seed bytes");
      }
      System.arraycopy(seed, drawn, bytes, 0, bytes.length);
      drawn += bytes.length;
    }

    @Override
    protected void engineSetSeed(byte[] more) {
      throw new IllegalStateException("a fixed seed takes no more");
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
      throw new IllegalStateException("a fixed seed seeds nothing else");
    }
  }
}
