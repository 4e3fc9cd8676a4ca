package watchword.desk;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchword.member.Members;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.VerifyKey;

/// What a base of the journal holds (spec/desk.md): the roll, and the entries of a checkpoint.
///
/// ```
/// "watchword.state/1\n" | u32 length | members | u32 count | (device's Ed25519 key 32 | u64 since)… | u32 count | (u32 length | entry)…
/// ```
record State(Roll roll, List<Entry> entries) {

  private static final byte[] TITLE = "watchword.state/1\n".getBytes(StandardCharsets.US_ASCII);

  State {
    entries = List.copyOf(entries);
  }

  byte[] write(EntryFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(TITLE);
      writeBlock(out, roll.members().write());
      List<Map.Entry<VerifyKey, Long>> devices = roll.since().entrySet().stream().sorted(Comparator.comparing(device -> device.getKey().raw().toString())).toList();
      out.writeInt(devices.size());
      for (Map.Entry<VerifyKey, Long> device : devices) {
        out.write(device.getKey().raw().toArray());
        out.writeLong(device.getValue());
      }
      out.writeInt(entries.size());
      for (Entry entry : entries) {
        writeBlock(out, format.write(entry));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static State read(byte[] bytes, EntryFormat format) throws FormatException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (!ByteBuffer.wrap(TITLE).equals(ByteBuffer.wrap(take(in, TITLE.length)))) {
        throw new FormatException("state: does not begin with watchword.state/1");
      }
      Members members = Members.read(block(in));
      Map<VerifyKey, Long> since = new LinkedHashMap<>();
      for (int left = in.getInt(); left > 0; left--) {
        since.put(new VerifyKey(Bytes.of(take(in, VerifyKey.LENGTH))), in.getLong());
      }
      List<Entry> entries = new ArrayList<>();
      for (int left = in.getInt(); left > 0; left--) {
        entries.add(format.read(block(in)));
      }
      if (in.hasRemaining()) {
        throw new FormatException("state: goes on after its last entry");
      }
      return new State(new Roll(members, since), entries);
    } catch (BufferUnderflowException e) {
      throw new FormatException("state: ends too early");
    }
  }

  private static void writeBlock(DataOutputStream out, byte[] block) throws IOException {
    out.writeInt(block.length);
    out.write(block);
  }

  private static byte[] block(ByteBuffer in) {
    return take(in, in.getInt());
  }

  private static byte[] take(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] taken = new byte[length];
    in.get(taken);
    return taken;
  }
}
