package watchword.board;

import watchword.markup.Hidden;

/// Spells what cannot be seen as `[U+202E]`, the same in every public format (spec/bulletin.md).
final class Visible {

  private Visible() {}

  static String of(String text) {
    return Hidden.shown(text, Visible::spelled);
  }

  static String spelled(int codePoint) {
    return "[U+%04X]".formatted(codePoint);
  }
}
