package watchword.member;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.PublicKey;

/// A text of `name value` lines in a fixed order, as every file of this package is.
///
/// Readers write what they read and compare, so that each value has one spelling.
final class Lines {
  private final String what;
  private final String[] lines;
  private int next;

  private Lines(String what, String[] lines) {
    this.what = what;
    this.lines = lines;
  }

  /// Reads a text whose first line is `title`; `what` names it in messages.
  static Lines read(byte[] text, String title, String what) throws FormatException {
    for (byte b : text) {
      if (b != '\n' && (b < 0x20 || b > 0x7e)) {
        throw new FormatException(what + ": not plain ASCII lines");
      }
    }
    Lines lines = new Lines(what, new String(text, StandardCharsets.US_ASCII).split("\n", -1));
    if (!lines.lines[0].equals(title)) {
      throw new FormatException(what + ": does not begin with " + title);
    }
    lines.next = 1;
    return lines;
  }

  /// Says whether the next line has this name.
  boolean has(String name) {
    return next < lines.length && lines[next].startsWith(name + " ");
  }

  /// Returns the value of the next line, which must have this name.
  String take(String name) throws FormatException {
    if (!has(name)) {
      throw new FormatException(what + ": line " + (next + 1) + " is not " + name);
    }
    return lines[next++].substring(name.length() + 1);
  }

  /// Returns the next line, which has no name.
  String take() throws FormatException {
    if (next >= lines.length) {
      throw new FormatException(what + ": line " + (next + 1) + " is missing");
    }
    return lines[next++];
  }

  Pseudonym takePseudonym(String name) throws FormatException {
    return pseudonym(take(name));
  }

  Pseudonym pseudonym(String text) throws FormatException {
    try {
      return new Pseudonym(text);
    } catch (IllegalArgumentException e) {
      throw new FormatException(what + ": " + e.getMessage());
    }
  }

  Bytes takeHex(String name, int length) throws FormatException {
    return hex(take(name), length);
  }

  Bytes hex(String text, int length) throws FormatException {
    try {
      byte[] bytes = HexFormat.of().parseHex(text);
      if (bytes.length == length) {
        return Bytes.of(bytes);
      }
    } catch (IllegalArgumentException e) {
      // refused below, as any other length is
    }
    throw new FormatException(what + ": line " + next + " is not " + length + " bytes in hex");
  }

  PublicKey publicKey(String text) throws FormatException {
    try {
      return PublicKey.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new FormatException(what + ": line " + next + " holds no key in base64url");
    }
  }

  static String spelling(PublicKey key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.raw());
  }

  /// Returns a time to the minute, of a year with four digits: no arithmetic on it overflows.
  Instant minute(String text) throws FormatException {
    try {
      if (text.matches("(19[7-9]|[2-9][0-9]{2})[0-9]-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:00Z")) {
        return Instant.parse(text);
      }
    } catch (DateTimeParseException e) {
      // refused below, as any other spelling is
    }
    throw new FormatException(what + ": line " + next + " holds no UTC minute");
  }

  /// Returns a non-negative number.
  long number(String text) throws FormatException {
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      throw new FormatException(what + ": line " + next + " holds no number");
    }
    return Long.parseLong(text);
  }

  /// Refuses anything after the last line, and its missing end.
  void end() throws FormatException {
    if (next != lines.length - 1 || !lines[next].isEmpty()) {
      throw new FormatException(what + ": does not end after line " + next);
    }
  }

  static byte[] ascii(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
