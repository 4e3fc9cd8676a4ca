package watchword.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import watchword.seal.FormatException;

/// The lines of a text file in a desk's folder, most of them a word and its value.
///
/// @param file what the file is called, for who has to mend it
record FileLines(String file, List<String> lines) {

  static FileLines of(String file, byte[] text) {
    return new FileLines(file, List.of(new String(text, StandardCharsets.UTF_8).split("\n", -1)));
  }

  /// Returns what stands behind a line's word.
  String rest(int index, String word) throws FormatException {
    if (!lines.get(index).startsWith(word)) {
      throw new FormatException(file + ": line " + (index + 1) + " does not begin with " + word.strip());
    }
    return lines.get(index).substring(word.length());
  }
}
