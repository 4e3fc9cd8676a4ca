package watchword.console;

/// Spells what cannot be seen as `⟦RLO⟧`, by its short name where the Unicode standard has one.
final class Visible {

  private Visible() {}

  static String spelled(int codePoint) {
    return "⟦" + name(codePoint) + "⟧";
  }

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
