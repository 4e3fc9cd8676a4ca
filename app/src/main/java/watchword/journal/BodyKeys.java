package watchword.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import watchword.seal.FormatException;

/// The file `body-keys`: the wrapped key of each body that is not forgotten (spec/journal.md, "Body keys").
///
/// ```
/// "watchword.body-keys/1\n" | u32 count | records by rising id hash | SHA-256 of all before
/// record = id hash 32 | u8 length of the shelf's name | name | wrapped key 64
/// ```
///
/// In order of hashes, it tells no order of arrival. Rewriting it takes no secret, so a locked desk still forgets on time.
///
/// @param all by the id's hash in hex
record BodyKeys(SortedMap<String, Wrapped> all) {
  private static final byte[] TITLE = "watchword.body-keys/1\n".getBytes(StandardCharsets.US_ASCII);
  private static final String PURPOSE = "watchword.body-key/1";
  private static final int HASH_LENGTH = 32;
  private static final int WRAPPED_LENGTH = 64;

  /// A body's key under a shelf's secret.
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
  record Wrapped(String shelf, byte[] key) {

    static Wrapped of(String id, String shelf, byte[] shelfSecret, byte[] bodyKey) {
      return new Wrapped(shelf, Sealing.seal(shelfSecret, PURPOSE, context(id, shelf), bodyKey));
    }

    byte[] unwrap(String id, byte[] shelfSecret) throws FormatException {
      return Sealing.open(shelfSecret, PURPOSE, context(id, shelf), key)
          .orElseThrow(() -> new FormatException("body-keys: a key does not open under its shelf"));
    }

    private static byte[] context(String id, String shelf) {
      byte[] name = shelf.getBytes(StandardCharsets.US_ASCII);
      return ByteBuffer.allocate(HASH_LENGTH + name.length).put(HexFormat.of().parseHex(id)).put(name).array();
    }
  }

  BodyKeys {
    all = new TreeMap<>(all);
  }

  byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(TITLE);
      out.writeInt(all.size());
      for (Map.Entry<String, Wrapped> record : all.entrySet()) {
        byte[] shelf = record.getValue().shelf().getBytes(StandardCharsets.US_ASCII);
        out.write(HexFormat.of().parseHex(record.getKey()));
        out.writeByte(shelf.length);
        out.write(shelf);
        out.write(record.getValue().key());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.writeBytes(Sealing.sha256(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  static BodyKeys read(byte[] file) throws FormatException {
    int end = file.length - HASH_LENGTH;
    if (end < TITLE.length || !Arrays.equals(file, 0, TITLE.length, TITLE, 0, TITLE.length)) {
      throw new FormatException("body-keys: does not begin with watchword.body-keys/1");
    }
    byte[] hash = Sealing.sha256(Arrays.copyOf(file, end));
    if (!Arrays.equals(hash, Arrays.copyOfRange(file, end, file.length))) {
      throw new FormatException("body-keys: the hash at the end is another");
    }
    ByteBuffer in = ByteBuffer.wrap(file, TITLE.length, end - TITLE.length);
    SortedMap<String, Wrapped> all = new TreeMap<>();
    try {
      int count = in.getInt();
      for (int i = 0; i < count; i++) {
        String id = HexFormat.of().formatHex(take(in, HASH_LENGTH));
        String shelf = new String(take(in, in.get() & 0xff), StandardCharsets.US_ASCII);
        all.put(id, new Wrapped(shelf, take(in, WRAPPED_LENGTH)));
      }
    } catch (BufferUnderflowException e) {
      throw new FormatException("body-keys: ends within a record");
    }
    BodyKeys keys = new BodyKeys(all);
    if (!Arrays.equals(keys.write(), file)) {
      throw new FormatException("body-keys: not the one spelling of its records");
    }
    return keys;
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] taken = new byte[length];
    in.get(taken);
    return taken;
  }
}
