package watchword.board;

import watchword.markup.Elements;

/// Writes the board's pages and its feed, an element a line.
final class Markup extends Elements<Markup> {

  Markup(String prologue) {
    super(prologue, "\n", Visible::spelled);
  }

  @Override
  protected Markup self() {
    return this;
  }

  /// A block of data that no browser runs; `<`, `>` and `&` are spelled so that it can end nothing.
  Markup json(String id, String json) {
    open("script", "type", "application/json", "id", id);
    return safe(json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")).close();
  }
}
