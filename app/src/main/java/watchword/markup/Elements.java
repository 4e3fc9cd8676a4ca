package watchword.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntFunction;

/// Writes elements, attributes and text, closing what it opened and escaping every text.
///
/// What it writes is HTML and well-formed XML at once, so that any XML parser can test it. Nothing gets past the escaping but what a room has made safe itself.
///
/// @param <E> the room's own writer, so that its words follow one another
public abstract class Elements<E extends Elements<E>> {

  private final StringBuilder out = new StringBuilder(16_384);
  private final Deque<String> open = new ArrayDeque<>();
  private final String end;
  private final IntFunction<String> spelling;

  /// @param prologue what stands before the first element
  /// @param end what follows each element, such as a line's end
  /// @param spelling what stands in place of a character that cannot be seen
  protected Elements(String prologue, String end, IntFunction<String> spelling) {
    out.append(prologue);
    this.end = end;
    this.spelling = spelling;
  }

  /// The writer itself.
  protected abstract E self();

  /// Begins an element, to be closed later.
  ///
  /// @param attributes name, value, name, value …
  public final E open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return self();
  }

  public final E close() {
    out.append("</").append(open.pop()).append('>').append(end);
    return self();
  }

  public final E element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /// An element that never has content, such as `input`.
  public final E empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>").append(end);
    return self();
  }

  public final E text(String text) {
    escape(Hidden.shown(text, spelling));
    return self();
  }

  @Override
  public final String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("<" + open.peek() + "> is not closed");
    }
    return out.toString();
  }

  /// Writes what the caller has made safe.
  protected final E safe(String markup) {
    out.append(markup);
    return self();
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(Hidden.shown(attributes[i + 1], spelling));
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
        case '\'' -> out.append("&#39;");
        default -> out.append(text.charAt(i));
      }
    }
  }
}
