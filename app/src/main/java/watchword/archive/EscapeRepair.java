package watchword.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/// JSON in which control characters may be spelled `\x1F`, as JSON: `\u001F`.
///
/// Nothing else is changed, and an escaped backslash before an `x` is none of these.
final class EscapeRepair extends Reader {

  private final BufferedReader in;
  private String pending = "";
  private int at;

  EscapeRepair(Reader in) {
    this.in = new BufferedReader(in, 1 << 16);
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int c = next();
      if (c < 0) {
        return count == 0 ? -1 : count;
      }
      into[offset + count] = (char) c;
      count++;
    }
    return count;
  }

  private int next() throws IOException {
    if (at < pending.length()) {
      return pending.charAt(at++);
    }
    int c = in.read();
    if (c == '\\') {
      pending = afterBackslash();
      at = 0;
    }
    return c;
  }

  /// The rest of an escape, so that its own backslash begins no other.
  private String afterBackslash() throws IOException {
    int escape = in.read();
    if (escape < 0) {
      return "";
    }
    if (escape == 'x') {
      in.mark(2);
      int high = in.read();
      int low = in.read();
      if (isHex(high) && isHex(low)) {
        return "u00" + (char) high + (char) low;
      }
      in.reset();
    }
    return String.valueOf((char) escape);
  }

  private static boolean isHex(int c) {
    return Character.digit(c, 16) >= 0 && c < 128;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
