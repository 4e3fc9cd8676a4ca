package watchword.markup;

import java.util.function.IntFunction;

/// Characters that cannot be seen, or that turn words round.
///
/// They can make a sentence read as its opposite, hide a word inside another, or carry bytes nobody sees; XML refuses some of them.
public final class Hidden {

  private static final int EMOJI_STYLE = 0xFE0F;

  private Hidden() {}

  /// Whether a reader would not see this character; line ends and tabs are seen.
  public static boolean is(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT, Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> codePoint != '\n' && codePoint != '\t';
      default -> blank(codePoint) || selector(codePoint);
    };
  }

  /// The text with each of them spelled out.
  public static String shown(String text, IntFunction<String> spelling) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (is(c)) {
        shown.append(spelling.apply(c));
      } else {
        shown.appendCodePoint(c);
      }
    });
    return shown.toString();
  }

  /// Letters that show nothing: Hangul fillers, the empty Braille cell, the grapheme joiner.
  private static boolean blank(int c) {
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800 || c == 0x034F;
  }

  /// Variation selectors can carry hidden bytes; the one that asks for a coloured emoji is common and harmless.
  private static boolean selector(int c) {
    return c != EMOJI_STYLE && ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF));
  }
}
