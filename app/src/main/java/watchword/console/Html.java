package watchword.console;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes HTML: closes what it opened and escapes every text and every attribute.
final class Html {

  private final StringBuilder out = new StringBuilder(16_384);
  private final Deque<String> open = new ArrayDeque<>();

  /// A whole page, up to its first element.
  static Html page() {
    Html html = new Html();
    html.out.append("<!doctype html>\n");
    return html;
  }

  /// @param attributes name, value, name, value …
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /// An element that never has content, such as `input`.
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    return this;
  }

  Html text(String text) {
    escape(Visible.of(text));
    return this;
  }

  /// What somebody wrote: in a direction of its own, with every invisible character as a mark that stands out.
  Html words(String text) {
    open("bdi", "dir", "auto", "class", "words");
    Visible.split(text, new Visible.Parts() {
      @Override
      public void plain(int codePoint) {
        escape(Character.toString(codePoint));
      }

      @Override
      public void mark(String label) {
        element("span", label, "class", "mark");
      }
    });
    return close();
  }

  /// A form that carries the session's token.
  Html form(String action, String token, String... attributes) {
    String[] all = new String[attributes.length + 4];
    all[0] = "method";
    all[1] = "post";
    all[2] = "action";
    all[3] = action;
    System.arraycopy(attributes, 0, all, 4, attributes.length);
    return open("form", all).hidden("token", token);
  }

  Html hidden(String name, String value) {
    return empty("input", "type", "hidden", "name", name, "value", value);
  }

  Html button(String text, String key, String... attributes) {
    open("button", attributes).element("span", text);
    if (!key.isEmpty()) {
      element("kbd", key);
    }
    return close();
  }

  /// A labelled choice.
  Html option(String value, String text, boolean chosen) {
    return chosen ? element("option", text, "value", value, "selected", "") : element("option", text, "value", value);
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
    out.append('>');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(text.charAt(i));
      }
    }
  }
}
