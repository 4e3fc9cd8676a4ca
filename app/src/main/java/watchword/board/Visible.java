package watchword.board;

/// Makes characters that cannot be seen, or that turn words round, readable as `[U+202E]`.
///
/// Direction overrides, zero-width marks and controls can make a sentence read as its opposite, and XML refuses some of them.
final class Visible {

  private Visible() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\n' || c == '\t' || !hidden(c)) {
      out.appendCodePoint(c);
    } else {
      out.append("[U+%04X]".formatted(c));
    }
  }

  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
      default -> blank(c);
    };
  }

  /// Letters that show nothing: Hangul fillers and the empty Braille cell.
  private static boolean blank(int c) {
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
  }
}
