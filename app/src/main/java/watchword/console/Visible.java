package watchword.console;

/// Makes characters that cannot be seen, or that turn words round, readable as `⟦RLO⟧`.
///
/// Such characters can make a sentence read as its opposite, or hide a word inside another.
final class Visible {

  private static final int EMOJI_STYLE = 0xFE0F;

  private Visible() {}

  /// Takes a text apart, in order.
  interface Parts {
    void plain(int codePoint);

    /// An invisible character, by what stands there for it.
    void mark(String label);
  }

  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    split(text, new Parts() {
      @Override
      public void plain(int codePoint) {
        out.appendCodePoint(codePoint);
      }

      @Override
      public void mark(String label) {
        out.append(label);
      }
    });
    return out.toString();
  }

  static void split(String text, Parts parts) {
    text.codePoints().forEach(c -> {
      if (c == '\n' || c == '\t' || !hidden(c)) {
        parts.plain(c);
      } else {
        parts.mark("⟦" + name(c) + "⟧");
      }
    });
  }

  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
      default -> blank(c) || selector(c);
    };
  }

  /// Letters that show nothing: Hangul fillers, the empty Braille cell, the grapheme joiner.
  private static boolean blank(int c) {
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800 || c == 0x034F;
  }

  /// Variation selectors can carry hidden bytes; the one that asks for a coloured emoji is common and harmless.
  private static boolean selector(int c) {
    return c != EMOJI_STYLE && ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF));
  }

  /// The short names of the Unicode standard where it has them.
  private static String name(int c) {
    return switch (c) {
      case 0x00AD -> "SHY";
      case 0x061C -> "ALM";
      case 0x200B -> "ZWSP";
      case 0x200C -> "ZWNJ";
      case 0x200D -> "ZWJ";
      case 0x200E -> "LRM";
      case 0x200F -> "RLM";
      case 0x202A -> "LRE";
      case 0x202B -> "RLE";
      case 0x202C -> "PDF";
      case 0x202D -> "LRO";
      case 0x202E -> "RLO";
      case 0x2060 -> "WJ";
      case 0x2066 -> "LRI";
      case 0x2067 -> "RLI";
      case 0x2068 -> "FSI";
      case 0x2069 -> "PDI";
      case 0xFEFF -> "BOM";
      default -> "U+%04X".formatted(c);
    };
  }
}
