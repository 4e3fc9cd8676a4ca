package watchword.board;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes elements, attributes and text, closing what it opened and escaping all text.
///
/// What it writes is HTML and well-formed XML at once, so one writer makes pages and feeds, and any XML parser can test both.
final class Markup {

  private final StringBuilder out = new StringBuilder(4096);
  private final Deque<String> open = new ArrayDeque<>();

  Markup(String prologue) {
    out.append(prologue);
  }

  /// @param attributes name, value, name, value …
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  Markup close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /// An element that never has content, such as `link`.
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>\n");
    return this;
  }

  Markup text(String text) {
    escape(Visible.of(text));
    return this;
  }

  /// A block of data that no browser runs; `<`, `>` and `&` are spelled so that it can end nothing.
  Markup json(String id, String json) {
    open("script", "type", "application/json", "id", id);
    out.append(json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"));
    return close();
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("<" + open.peek() + "> is not closed");
    }
    return out.toString();
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(Visible.of(attributes[i + 1]));
      out.append('"');
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(text.charAt(i));
      }
    }
  }
}
