package watchword.drill.trace;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// A way in which a program may keep a mark.
public enum Spelling {
  /// As it was sent.
  PLAIN,
  UTF_16_LE,
  UTF_16_BE,
  HEX,
  HEX_UPPER,
  /// Base64 of something in which the mark begins at a multiple of three, or one or two bytes behind.
  BASE64_0,
  BASE64_1,
  BASE64_2,
  BASE64_URL_0,
  BASE64_URL_1,
  BASE64_URL_2,
  /// As a form's field: blanks are a plus.
  URL_FORM,
  /// As a part of a path: blanks are %20.
  URL,
  /// The same with small digits.
  URL_LOWER;

  /// Returns the mark spelled so; empty when it cannot be.
  Optional<byte[]> of(Mark mark) {
    byte[] raw = mark.content();
    return switch (this) {
      case PLAIN -> Optional.of(raw);
      case UTF_16_LE -> characters(mark, StandardCharsets.UTF_16LE);
      case UTF_16_BE -> characters(mark, StandardCharsets.UTF_16BE);
      case HEX -> Optional.of(ascii(HexFormat.of().formatHex(raw)));
      case HEX_UPPER -> Optional.of(ascii(HexFormat.of().withUpperCase().formatHex(raw)));
      case BASE64_0 -> Optional.of(inner(raw, 0, Base64.getEncoder()));
      case BASE64_1 -> Optional.of(inner(raw, 1, Base64.getEncoder()));
      case BASE64_2 -> Optional.of(inner(raw, 2, Base64.getEncoder()));
      case BASE64_URL_0 -> Optional.of(inner(raw, 0, Base64.getUrlEncoder()));
      case BASE64_URL_1 -> Optional.of(inner(raw, 1, Base64.getUrlEncoder()));
      case BASE64_URL_2 -> Optional.of(inner(raw, 2, Base64.getUrlEncoder()));
      case URL_FORM -> url(mark);
      case URL -> url(mark).map(bytes -> ascii(path(bytes)));
      case URL_LOWER -> url(mark).map(bytes -> ascii(smallDigits(path(bytes))));
    };
  }

  /// Bytes that are no characters get one character each where a program takes them for text.
  private static Optional<byte[]> characters(Mark mark, Charset charset) {
    Charset read = mark.isText() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return Optional.of(new String(mark.content(), read).getBytes(charset));
  }

  /// The digits that are the same whatever stands before and behind.
  private static byte[] inner(byte[] raw, int before, Base64.Encoder encoder) {
    byte[] shifted = new byte[before + raw.length];
    System.arraycopy(raw, 0, shifted, before, raw.length);
    byte[] digits = encoder.withoutPadding().encode(shifted);
    int from = before == 0 ? 0 : before + 1;
    int to = digits.length - (shifted.length % 3 == 0 ? 0 : 1);
    return Arrays.copyOfRange(digits, from, to);
  }

  private static Optional<byte[]> url(Mark mark) {
    return mark.isText()
        ? Optional.of(ascii(URLEncoder.encode(new String(mark.content(), StandardCharsets.UTF_8), StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  private static String path(byte[] form) {
    return new String(form, StandardCharsets.US_ASCII).replace("+", "%20");
  }

  private static String smallDigits(String url) {
    StringBuilder small = new StringBuilder(url);
    for (int at = url.indexOf('%'); at >= 0; at = url.indexOf('%', at + 1)) {
      small.replace(at, at + 3, url.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }
    return small.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
