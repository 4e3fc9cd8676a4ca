package watchword.console;

import watchword.markup.Elements;
import watchword.markup.Hidden;

/// Writes the console's pages and fragments, forms with the session's token among them.
final class Html extends Elements<Html> {

  Html() {
    this("");
  }

  private Html(String prologue) {
    super(prologue, "", Visible::spelled);
  }

  /// A whole page, up to its first element.
  static Html page() {
    return new Html("<!doctype html>\n");
  }

  @Override
  protected Html self() {
    return this;
  }

  /// What somebody wrote: in a direction of its own, with every invisible character as a mark that stands out.
  Html words(String text) {
    return isolated(text, "words");
  }

  /// The same within a sentence of ours.
  Html said(String text) {
    return isolated(text, "said");
  }

  private Html isolated(String text, String look) {
    open("bdi", "dir", "auto", "class", look);
    text.codePoints().forEach(c -> {
      if (Hidden.is(c)) {
        element("span", Visible.spelled(c), "class", "mark");
      } else {
        text(Character.toString(c));
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
}
