package watchword.archive;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The text of an HTML page: what a reader sees, one paragraph a line. A line that is set out from the rest as a whole stands between `**`, as in Markdown.
///
/// Small on purpose: no styles, no scripts, no forms; what is hidden by a style is read too. Linear in the page's length.
final class HtmlText {

  /// Elements of which nothing is read.
  private static final Set<String> UNREAD = Set.of("script", "style", "head", "template", "noscript", "svg", "select", "textarea");

  /// Elements that stay in their line.
  private static final Set<String> INLINE = Set.of("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr");

  private static final Map<String, String> NAMED = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"), Map.entry("gt", ">"), Map.entry("quot", "\""), Map.entry("apos", "'"),
      Map.entry("nbsp", " "), Map.entry("laquo", "«"), Map.entry("raquo", "»"), Map.entry("mdash", "—"), Map.entry("ndash", "–"), Map.entry("hellip", "…"), Map.entry("ldquo", "“"),
      Map.entry("rdquo", "”"), Map.entry("bdquo", "„"), Map.entry("lsquo", "‘"), Map.entry("rsquo", "’"), Map.entry("shy", ""));

  private static final int LONGEST_NAME = 10;

  private static final char NO_BREAK = '\u00A0';
  private static final String SET_OUT = "**";

  private final String page;
  private final StringBuilder text = new StringBuilder();
  private final Emphasis emphasis = new Emphasis();
  private int line;
  private boolean plain;

  private HtmlText(String page) {
    this.page = page;
  }

  static String of(String page) {
    return new HtmlText(page).read();
  }

  private String read() {
    int at = 0;
    while (at < page.length()) {
      char c = page.charAt(at);
      if (c == '<' && at + 1 < page.length() && (Character.isLetter(page.charAt(at + 1)) || "/!?".indexOf(page.charAt(at + 1)) >= 0)) {
        at = tag(at);
      } else if (c == '&') {
        at = entity(at);
      } else {
        append(c);
        at++;
      }
    }
    newline();
    return text.toString().strip();
  }

  private int tag(int at) {
    if (page.startsWith("<!--", at)) {
      return behind("-->", at + 4);
    }
    int end = behind(">", at);
    boolean closing = page.charAt(at + 1) == '/';
    String name = name(closing ? at + 2 : at + 1);
    if (!closing && UNREAD.contains(name) && page.charAt(end - 1) == '>' && page.charAt(end - 2) != '/') {
      return endOf(name, end);
    }
    if (!INLINE.contains(name)) {
      newline();
    }
    if (closing) {
      emphasis.close(name);
    } else {
      emphasis.open(name, page.substring(at, end));
    }
    return end;
  }

  private String name(int from) {
    int end = from;
    while (end < page.length() && end - from <= LONGEST_NAME && Character.isLetterOrDigit(page.charAt(end))) {
      end++;
    }
    return page.substring(from, end).toLowerCase(Locale.ROOT);
  }

  /// Behind the closing tag; the page's end if there is none.
  private int endOf(String name, int from) {
    for (int at = page.indexOf("</", from); at >= 0; at = page.indexOf("</", at + 2)) {
      if (name(at + 2).equals(name)) {
        return behind(">", at);
      }
    }
    return page.length();
  }

  private int behind(String mark, int from) {
    int at = page.indexOf(mark, from);
    return at < 0 ? page.length() : at + mark.length();
  }

  private int entity(int at) {
    int end = page.indexOf(';', at, Math.min(page.length(), at + LONGEST_NAME + 1));
    String name = end > at ? page.substring(at + 1, end) : "";
    String named = name.startsWith("#") ? number(name.substring(1)) : NAMED.getOrDefault(name, "&");
    if (name.isEmpty() || (named.equals("&") && !name.equals("amp") && !name.startsWith("#"))) {
      append('&');
      return at + 1;
    }
    named.chars().forEach(c -> append((char) c));
    return end + 1;
  }

  private static String number(String digits) {
    try {
      boolean hex = digits.startsWith("x") || digits.startsWith("X");
      int point = Integer.parseInt(hex ? digits.substring(1) : digits, hex ? 16 : 10);
      return Character.isValidCodePoint(point) && point > 0 && !(point >= 0xD800 && point < 0xE000) ? Character.toString(point) : "\uFFFD";
    } catch (NumberFormatException e) {
      return "\uFFFD";
    }
  }

  /// Blanks of any number are one.
  private void append(char c) {
    if (!Character.isWhitespace(c) && c != NO_BREAK) {
      plain |= !emphasis.isOn();
      text.append(c);
    } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ' && text.charAt(text.length() - 1) != '\n') {
      text.append(' ');
    }
  }

  private void newline() {
    if (line < text.length()) {
      if (!plain) {
        text.setLength(text.charAt(text.length() - 1) == ' ' ? text.length() - 1 : text.length());
        text.insert(line, SET_OUT).append(SET_OUT);
      }
      text.append('\n');
    }
    line = text.length();
    plain = false;
  }
}
