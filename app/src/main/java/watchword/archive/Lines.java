package watchword.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a UTF-8 text, whatever ends them: LF, CR LF or CR.
///
/// A line that is not UTF-8 or too long says so and does not stop the ones after it.
final class Lines implements Closeable {

  /// Room for a cell of 10 MB; what is longer is cut, so that one line cannot fill the memory.
  static final int MAX_CHARS = 1 << 24;

  /// Stands for bytes that are not UTF-8: a code point that no text may hold.
  private static final char NOT_UTF8 = '\uFFFF';

  private static final int BUFFER = 1 << 16;

  private final Reader reader;
  private final char[] buffer = new char[BUFFER];
  private int at;
  private int end;
  private long number;

  Lines(InputStream bytes) {
    reader =
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(NOT_UTF8)));
  }

  /// @param number counted from 1
  /// @param text without its end
  record Line(long number, String text, Optional<String> fault) {
    boolean isBlank() {
      return text.isBlank();
    }
  }

  Optional<Line> next() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean cut = false;
    int c = read();
    if (c < 0) {
      return Optional.empty();
    }
    for (; c >= 0 && c != '\n' && c != '\r'; c = read()) {
      if (text.length() < MAX_CHARS) {
        text.append((char) c);
      } else {
        cut = true;
      }
    }
    if (c == '\r' && peek() == '\n') {
      at++;
    }
    number++;
    return Optional.of(line(text, cut));
  }

  private Line line(StringBuilder text, boolean cut) {
    String line = text.toString();
    if (line.indexOf(NOT_UTF8) >= 0) {
      return new Line(number, line.replace(NOT_UTF8, '\uFFFD'), Optional.of("line " + number + " is not UTF-8"));
    }
    return new Line(number, line, cut ? Optional.of("line " + number + " is longer than " + MAX_CHARS + " characters") : Optional.empty());
  }

  private int read() throws IOException {
    int c = peek();
    if (c >= 0) {
      at++;
    }
    return c;
  }

  private int peek() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, reader.read(buffer, 0, BUFFER));
    }
    return at == end ? -1 : buffer[at];
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
