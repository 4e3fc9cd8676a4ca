package watchword.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What stands before a generation's slots: its random id and how many there are (spec/generation.md).
public record GenerationHeader(Bytes id, Layout layout) {
  public static final int BYTES = 64;
  public static final int ID_BYTES = 16;

  private static final byte[] MAGIC = "watchword.generation/1\n\0".getBytes(StandardCharsets.US_ASCII);

  public GenerationHeader {
    if (id.length() != ID_BYTES) {
      throw new IllegalArgumentException("a generation's id has " + id.length() + " bytes, not " + ID_BYTES);
    }
  }

  public byte[] toBytes() {
    return ByteBuffer.allocate(BYTES)
        .put(MAGIC)
        .put(id.toArray())
        .putInt(layout.small())
        .putInt(layout.medium())
        .putInt(layout.large())
        .putInt(layout.huge())
        .putInt(layout.largest())
        .array();
  }

  /// Reads the first 64 bytes of a generation.
  public static GenerationHeader parse(byte[] bytes) throws FormatException {
    if (bytes.length != BYTES) {
      throw new FormatException("generation: the header has " + bytes.length + " bytes, not " + BYTES);
    }
    if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new FormatException("generation: does not begin with watchword.generation/1");
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes, MAGIC.length, BYTES - MAGIC.length);
    byte[] id = new byte[ID_BYTES];
    rest.get(id);
    Layout layout;
    try {
      layout = new Layout(rest.getInt(), rest.getInt(), rest.getInt(), rest.getInt(), rest.getInt());
    } catch (IllegalArgumentException e) {
      throw new FormatException("generation: " + e.getMessage());
    }
    if (rest.getInt() != 0) {
      throw new FormatException("generation: the header's last four bytes are not zero");
    }
    return new GenerationHeader(Bytes.of(id), layout);
  }
}
