package watchword.seal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the desk says to one sender, as it lies in a cell of the drop (spec/drop.md, "Cell").
///
/// @param asked when it was written; a cell keeps the quarter of an hour
/// @param text plain text, at most [#MOST_BYTES] of UTF-8
public record Reply(Instant asked, String text) {
  /// Length of a cell: its mark, then an age file.
  static final int CELL_LENGTH = 4096;

  private static final int FILE_LENGTH = CELL_LENGTH - Mark.LENGTH;
  private static final int PADDED = AgeFile.plaintextLength(FILE_LENGTH, 1);
  private static final byte VERSION = 1;
  private static final int HEAD = 7;

  /// As much text as fits into a cell.
  public static final int MOST_BYTES = PADDED - HEAD;

  public Reply {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (text.isBlank() || length > MOST_BYTES) {
      throw new IllegalArgumentException("a reply has 1 to " + MOST_BYTES + " bytes, not " + length);
    }
  }

  /// The quarter of an hour in which it was written.
  long quarter() {
    return Drop.quarter(asked);
  }

  byte[] seal(PublicKey key) {
    byte[] words = text.getBytes(StandardCharsets.UTF_8);
    byte[] padded = new byte[PADDED];
    ByteBuffer.wrap(padded).put(VERSION).putInt((int) quarter()).putShort((short) words.length).put(words);
    byte[] file = AgeFile.seal(padded, List.of(key));
    Arrays.fill(padded, (byte) 0);
    return file;
  }

  /// Opens the age file of a cell; empty where it is for another key.
  static Optional<Reply> open(byte[] file, PrivateKey key) throws FormatException {
    Optional<byte[]> opened = AgeFile.open(file, key, 1, 0);
    return opened.isEmpty() ? Optional.empty() : Optional.of(read(opened.get()));
  }

  private static Reply read(byte[] padded) throws FormatException {
    if (padded.length != PADDED) {
      throw new FormatException("reply: the cell is not full");
    }
    ByteBuffer in = ByteBuffer.wrap(padded);
    int version = in.get();
    if (version != VERSION) {
      throw new FormatException("reply: version " + version + " is not 1");
    }
    long quarter = Integer.toUnsignedLong(in.getInt());
    int length = Short.toUnsignedInt(in.getShort());
    if (length == 0 || length > MOST_BYTES) {
      throw new FormatException("reply: its length does not fit");
    }
    for (int i = HEAD + length; i < PADDED; i++) {
      if (padded[i] != 0) {
        throw new FormatException("reply: a pad byte is not zero");
      }
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(padded, HEAD, length)).toString();
      return new Reply(Drop.begin(quarter), text);
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new FormatException("reply: not plain text in UTF-8");
    }
  }

  @Override
  public String toString() {
    return "Reply";
  }
}
