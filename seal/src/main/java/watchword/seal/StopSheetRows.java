package watchword.seal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import watchword.seal.StopSheet.Line;

/// A signature as rows of letters that a person can type and a camera can read: spec/stop-sheet.md, "Letters".
///
/// Each row checks itself, so that a wrong letter is looked for in one row of twenty and not in all.
final class StopSheetRows {
  /// Sixteen letters that neither eyes nor machines take for one another or for a digit; a letter is four bits.
  private static final String LETTERS = "acdefhjkmnprtwxy";

  private static final int ROWS = 8;
  private static final int ROW_BYTES = VerifyKey.SIGNATURE_LENGTH / ROWS;
  private static final int CHECK_BYTES = 2;
  private static final int ROW_LETTERS = 2 * (ROW_BYTES + CHECK_BYTES);
  private static final int GROUP = 4;
  private static final byte[] LABEL = Hashes.ascii("watchword.stop/1 row");

  private StopSheetRows() {}

  static List<String> write(byte[] signature) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      byte[] part = Arrays.copyOfRange(signature, row * ROW_BYTES, (row + 1) * ROW_BYTES);
      StringBuilder text = new StringBuilder();
      letters(part, text);
      letters(check(row, part), text);
      for (int at = ROW_LETTERS - GROUP; at > 0; at -= GROUP) {
        text.insert(at, ' ');
      }
      rows.add(text.toString().toUpperCase(Locale.ROOT));
    }
    return rows;
  }

  /// Where line breaks were lost but no letter was, rows are counted out.
  static byte[] read(List<Line> lines) throws FormatException {
    List<Line> rows = lines.stream().map(line -> new Line(line.number(), line.text().replace(" ", ""))).toList();
    String all = String.join("", rows.stream().map(Line::text).toList());
    if (rows.size() != ROWS) {
      if (all.length() != ROWS * ROW_LETTERS) {
        throw StopSheet.refused(
            rows.size() + " lines of letters with " + all.length() + " in all, not " + ROWS + " of " + ROW_LETTERS);
      }
      int first = rows.getFirst().number();
      rows = IntStream.range(0, ROWS)
          .mapToObj(row -> new Line(first + row, all.substring(row * ROW_LETTERS, (row + 1) * ROW_LETTERS))).toList();
    }
    ByteArrayOutputStream signature = new ByteArrayOutputStream();
    for (int row = 0; row < ROWS; row++) {
      signature.writeBytes(row(row, rows.get(row)));
    }
    return signature.toByteArray();
  }

  private static byte[] row(int row, Line line) throws FormatException {
    String where = "line " + line.number() + ", row " + (row + 1) + " of the letters: ";
    for (int at = 0; at < line.text().length(); at++) {
      if (LETTERS.indexOf(line.text().charAt(at)) < 0) {
        throw StopSheet.refused(where + "sign " + (at + 1) + " is none of the letters A C D E F H J K M N P R T W X Y");
      }
    }
    if (line.text().length() != ROW_LETTERS) {
      throw StopSheet.refused(where + line.text().length() + " letters, not " + ROW_LETTERS);
    }
    byte[] bytes = bytes(line.text());
    byte[] part = Arrays.copyOf(bytes, ROW_BYTES);
    if (!Arrays.equals(check(row, part), Arrays.copyOfRange(bytes, ROW_BYTES, bytes.length))) {
      throw StopSheet.refused(where + "a letter is wrong");
    }
    return part;
  }

  private static byte[] check(int row, byte[] part) {
    return Arrays.copyOf(Hashes.sha256(LABEL, new byte[] {(byte) (row + 1)}, part).toArray(), CHECK_BYTES);
  }

  private static void letters(byte[] bytes, StringBuilder to) {
    for (byte one : bytes) {
      to.append(LETTERS.charAt((one & 0xff) >> 4)).append(LETTERS.charAt(one & 0xf));
    }
  }

  private static byte[] bytes(String letters) {
    byte[] bytes = new byte[letters.length() / 2];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (LETTERS.indexOf(letters.charAt(2 * at)) << 4 | LETTERS.indexOf(letters.charAt(2 * at + 1)));
    }
    return bytes;
  }
}
