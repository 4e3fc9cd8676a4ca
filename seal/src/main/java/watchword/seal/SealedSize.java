package watchword.seal;

import java.util.Optional;

/// The five sizes a sealed report can have on the wire, so that its size says next to nothing.
///
/// Capacities follow from the age format: one header of 1,627 bytes outside (one stanza), one of 3,184 inside
/// (two stanzas), each with a 16-byte nonce, and a 16-byte tag for every chunk of 64 KiB.
public enum SealedSize {
  /// 16 KiB: a report's words, which go first and alone.
  SMALL(16 * 1024),
  /// 256 KiB: a photo that the page has scaled down.
  MEDIUM(256 * 1024),
  /// 1 MiB: a photo as most phones share it.
  LARGE(1024 * 1024),
  /// 4 MiB: a photo as most phones take it.
  HUGE(4 * 1024 * 1024),
  /// 16 MiB: the largest thing the hub keeps a slot for.
  LARGEST(16 * 1024 * 1024);

  /// What stands before the inner file: version and lane.
  static final int OUTER_PREFIX = 2;

  /// What stands before the content: its length.
  static final int LENGTH_PREFIX = 4;

  private final int bytes;
  private final int innerFile;
  private final int padded;

  SealedSize(int bytes) {
    this.bytes = bytes;
    this.innerFile = AgeFile.plaintextLength(bytes, 1) - OUTER_PREFIX;
    this.padded = AgeFile.plaintextLength(innerFile, 2);
  }

  /// Returns the exact length of the sealed file.
  public int bytes() {
    return bytes;
  }

  /// Returns how many bytes of content fit.
  public int capacity() {
    return padded - LENGTH_PREFIX;
  }

  /// Returns the smallest size that holds the content, if any does.
  public static Optional<SealedSize> smallestFor(int contentLength) {
    for (SealedSize size : values()) {
      if (contentLength <= size.capacity()) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }

  /// Returns the size of a file of exactly this many bytes, if it is one of the five.
  public static Optional<SealedSize> ofFile(long fileLength) {
    for (SealedSize size : values()) {
      if (fileLength == size.bytes) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }

  int innerFile() {
    return innerFile;
  }

  /// Returns the length of the inner file's plaintext: length, content, zeros.
  int padded() {
    return padded;
  }
}
