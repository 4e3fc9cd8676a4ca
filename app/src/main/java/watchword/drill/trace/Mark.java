package watchword.drill.trace;

import java.nio.charset.StandardCharsets;

/// Something that stands nowhere else, and is looked for.
public final class Mark {
  /// Shorter ones would be found by chance: eight bytes at a given place are one in 10^19.
  public static final int LEAST_BYTES = 8;

  private final int owner;
  private final String what;
  private final byte[] content;
  private final boolean text;

  private Mark(int owner, String what, byte[] content, boolean text) {
    if (content.length < LEAST_BYTES) {
      throw new IllegalArgumentException("a mark of " + content.length + " bytes would be found by chance");
    }
    this.owner = owner;
    this.what = what;
    this.content = content;
    this.text = text;
  }

  /// A mark of characters.
  ///
  /// @param owner the number of whoever it betrays
  /// @param what which of their things it is, such as "cookie"
  public static Mark text(int owner, String what, String text) {
    return new Mark(owner, what, text.getBytes(StandardCharsets.UTF_8), true);
  }

  /// A mark of bytes that are no characters.
  public static Mark bytes(int owner, String what, byte[] bytes) {
    return new Mark(owner, what, bytes.clone(), false);
  }

  public int owner() {
    return owner;
  }

  public String what() {
    return what;
  }

  byte[] content() {
    return content;
  }

  boolean isText() {
    return text;
  }
}
