package watchword.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A sealed report: an age file to a lane inside an age file to the gate, of one of five exact sizes.
///
/// See spec/sealed-report.md.
public final class SealedReport {
  private static final byte VERSION = 1;
  private static final int OUTER_STANZAS = 1;
  private static final int INNER_STANZAS = 2;
  private static final int LANE_STANZA = 0;

  /// What the gate sees: a lane and a file it cannot open.
  @SuppressWarnings("ArrayRecordComponent") // up to 16 MiB, carried and never compared
  public record Outer(int lane, byte[] inner) {
    @Override
    public String toString() {
      return "Outer[lane " + lane + ", " + inner.length + " bytes]";
    }
  }

  private SealedReport() {}

  /// Seals content to a lane of a verified bundle, as exactly `size.bytes()` bytes.
  public static byte[] seal(byte[] content, Bundle bundle, int lane, SealedSize size) {
    if (lane < 0 || lane >= bundle.lanes()) {
      throw new IllegalArgumentException("lane " + lane + " is not one of the bundle's " + bundle.lanes());
    }
    return seal(content, bundle.gate(), lane, bundle.laneKeys().get(lane), bundle.second(), size);
  }

  static byte[] seal(byte[] content, PublicKey gate, int lane, PublicKey laneKey, PublicKey second, SealedSize size) {
    if (content.length > size.capacity()) {
      throw new IllegalArgumentException(content.length + " bytes do not fit into " + size);
    }
    byte[] padded = new byte[size.padded()];
    ByteBuffer.wrap(padded).putInt(content.length).put(content);
    byte[] inner = AgeFile.seal(padded, List.of(laneKey, second));
    Arrays.fill(padded, (byte) 0);
    byte[] outer = new byte[SealedSize.OUTER_PREFIX + inner.length];
    ByteBuffer.wrap(outer).put(VERSION).put((byte) lane).put(inner);
    return AgeFile.seal(outer, List.of(gate));
  }

  /// Opens the outer layer, or returns empty when the file is not for this key (a dummy, or another epoch).
  public static Optional<Outer> openOuter(byte[] file, PrivateKey gateKey) throws FormatException {
    SealedSize size = SealedSize.ofFile(file.length)
        .orElseThrow(() -> new FormatException("sealed report: " + file.length + " bytes is not one of the five sizes"));
    Optional<byte[]> opened = AgeFile.open(file, gateKey, OUTER_STANZAS, 0);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    byte[] outer = opened.get();
    if (outer.length != SealedSize.OUTER_PREFIX + size.innerFile()) {
      throw new FormatException("sealed report: the inner file has the wrong length");
    }
    if (outer[0] != VERSION) {
      throw new FormatException("sealed report: version " + (outer[0] & 0xff) + " is not 1");
    }
    int lane = outer[1] & 0xff;
    if (lane >= Terms.MAX_LANES) {
      throw new FormatException("sealed report: lane " + lane + " is not 0 to 7");
    }
    return Optional.of(new Outer(lane, Arrays.copyOfRange(outer, SealedSize.OUTER_PREFIX, outer.length)));
  }

  /// Opens the inner layer, or returns empty when the file is not for this key.
  public static Optional<byte[]> openInner(byte[] inner, PrivateKey laneKey) throws FormatException {
    SealedSize size = sizeOfInner(inner.length);
    Optional<byte[]> opened = AgeFile.open(inner, laneKey, INNER_STANZAS, LANE_STANZA);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    byte[] padded = opened.get();
    try {
      return Optional.of(unpad(padded, size));
    } finally {
      Arrays.fill(padded, (byte) 0);
    }
  }

  private static byte[] unpad(byte[] padded, SealedSize size) throws FormatException {
    if (padded.length != size.padded()) {
      throw new FormatException("sealed report: the padded content has the wrong length");
    }
    int length = ByteBuffer.wrap(padded).getInt();
    if (length < 0 || length > size.capacity()) {
      throw new FormatException("sealed report: the content's length does not fit its size");
    }
    int end = SealedSize.LENGTH_PREFIX + length;
    int rest = 0;
    for (int i = end; i < padded.length; i++) {
      rest |= padded[i];
    }
    if (rest != 0) {
      throw new FormatException("sealed report: a pad byte is not zero");
    }
    return Arrays.copyOfRange(padded, SealedSize.LENGTH_PREFIX, end);
  }

  private static SealedSize sizeOfInner(int length) throws FormatException {
    for (SealedSize size : SealedSize.values()) {
      if (size.innerFile() == length) {
        return size;
      }
    }
    throw new FormatException("sealed report: " + length + " bytes is not the inner file of one of the five sizes");
  }
}
