package watchword.gate;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// What the desk writes on the standard input of its gate; big-endian.
///
/// | bytes | what |
/// |---|---|
/// | 32, once | the seed of the receipt key |
/// | then, at each change: | |
/// | 1 | 1: a list, which replaces the last one |
/// | 2 | how many keys follow |
/// | 4, 1, 32 for each | the first day of its term, its days (1 or 30), the seed |
///
/// After each secret as many zeros are written, which mean nothing: they take its place in the buffers of the pipe's two ends.
final class GateOrders {
  private static final int LIST = 1;
  private static final int HEAD = 3;
  private static final int KEY = 5 + PrivateKey.LENGTH;

  private final InputStream in;

  GateOrders(InputStream in) {
    this.in = in;
  }

  static void write(OutputStream to, SigningKey receiptKey) throws IOException {
    byte[] seed = receiptKey.secretSeed();
    send(to, seed);
  }

  /// Writes a list; the caller closes the seeds.
  static void write(OutputStream to, List<GateKeys.Seed> living) throws IOException {
    ByteBuffer list = ByteBuffer.allocate(HEAD + KEY * living.size());
    list.put((byte) LIST).putShort((short) living.size());
    for (GateKeys.Seed seed : living) {
      list.putInt(seed.term().first().day()).put((byte) seed.term().days()).put(seed.bytes());
    }
    send(to, list.array());
  }

  private static void send(OutputStream to, byte[] secret) throws IOException {
    try {
      to.write(secret);
      to.flush();
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
    to.write(secret);
    to.flush();
  }

  SigningKey receiptKey() throws IOException, FormatException {
    byte[] seed = exactly(SigningKey.LENGTH);
    try {
      return SigningKey.of(seed);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  /// Waits for the next list; empty when the desk is gone. The caller closes the seeds.
  Optional<List<GateKeys.Seed>> next() throws IOException, FormatException {
    int kind = in.read();
    while (kind == 0) {
      kind = in.read();
    }
    if (kind < 0) {
      return Optional.empty();
    }
    if (kind != LIST) {
      throw new FormatException("an order is a list of keys, or zeros");
    }
    byte[] count = exactly(2);
    byte[] keys = exactly(KEY * Short.toUnsignedInt(ByteBuffer.wrap(count).getShort()));
    try {
      return Optional.of(seeds(keys));
    } finally {
      Arrays.fill(keys, (byte) 0);
    }
  }

  private static List<GateKeys.Seed> seeds(byte[] keys) throws IOException, FormatException {
    DataInputStream from = new DataInputStream(new ByteArrayInputStream(keys));
    List<GateKeys.Seed> seeds = new ArrayList<>();
    while (from.available() > 0) {
      Term term = term(from.readInt(), from.readUnsignedByte());
      byte[] seed = new byte[PrivateKey.LENGTH];
      from.readFully(seed);
      seeds.add(new GateKeys.Seed(term, seed));
    }
    return seeds;
  }

  private static Term term(int first, int days) throws FormatException {
    try {
      return new Term(new Epoch(first), days);
    } catch (IllegalArgumentException e) {
      throw new FormatException("a gate key is of no term");
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length) {
      throw new EOFException("the desk is gone");
    }
    return bytes;
  }
}
