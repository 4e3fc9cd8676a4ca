package watchword.drill.seizure;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import watchword.drill.trace.Mark;

/// Someone with a browser, each of whose particulars stands nowhere else in the world.
///
/// @param text what they saw
/// @param place where, in words and degrees
/// @param photo bytes of a picture
/// @param form around a sealed file that they hand in without script
/// @param address of this machine, from which they connect; a proxy takes it for theirs
/// @param forwarded the address that a proxy further out would have told
/// @param browser as in User-Agent
record Visitor(
    int number, Manner manner, String text, String place, Photo photo, Form form, InetAddress address, InetAddress forwarded, String browser,
    String language, String cookie, String referrer) {

  /// How their report goes out.
  enum Manner {
    /// Sealed, in the small size.
    WHOLE,
    /// Sealed, a photo.
    PHOTO,
    /// Sealed, a file handed in by a form without script.
    FORM,
    /// Unsealed words that break off in the middle.
    CUT,
    /// An unsealed photo that breaks off in the middle, when it has begun to stream to the disk.
    CUT_PHOTO,
    /// Unsealed words, one byte too long.
    OVERSIZED,
    /// Unsealed words, with a length far above any slot.
    HUGE,
    /// Unsealed words to a path that is none.
    MISDIRECTED,
    /// The words in a query, as a search or a broken form sends them.
    QUERY,
    /// Unsealed words in chunks, which the hub does not read.
    CHUNKED;

    /// Ten of twenty arrive whole, one as a form, one is a photo, the rest goes wrong.
    private static final List<Manner> DEAL = List.of(
        WHOLE, CUT, WHOLE, OVERSIZED, WHOLE, WHOLE, MISDIRECTED, WHOLE, CUT_PHOTO, WHOLE,
        WHOLE, PHOTO, FORM, QUERY, WHOLE, CUT, WHOLE, HUGE, WHOLE, CHUNKED);

    /// Half of the visitors of each kind go through nginx, which takes every second one; twenty is even, so every second round is shifted by one.
    static Manner of(int number) {
      return DEAL.get((number + number / DEAL.size()) % DEAL.size());
    }

    boolean isSealed() {
      return this == WHOLE || this == PHOTO || this == FORM;
    }
  }

  /// A picture's bytes, never changed.
  static final class Photo {
    /// So many of them are looked for.
    private static final int MARKED = 48;

    private final byte[] marked = new byte[MARKED];

    private Photo(SecureRandom random) {
      random.nextBytes(marked);
    }

    /// Returns a file of this length that repeats them, as a flat sky does.
    byte[] file(int length) {
      byte[] file = new byte[length];
      for (int at = 0; at < length; at += MARKED) {
        System.arraycopy(marked, 0, file, at, Math.min(MARKED, length - at));
      }
      return file;
    }
  }

  private static final String LATIN = "abcdefghijkmnopqrstuvwxyz0123456789";
  private static final String CYRILLIC = "абвгдежзиклмнопрстуфхцчшыэюя";

  static Visitor of(int number, SecureRandom random) {
    String where = draw(CYRILLIC, 8, random) + "-" + draw(LATIN, 6, random) + " "
        + String.format(Locale.ROOT, "%.5f,%.5f", 50 + 5 * random.nextDouble(), -30 - 5 * random.nextDouble());
    return new Visitor(
        number, Manner.of(number), draw(CYRILLIC, 10, random) + " " + draw(LATIN, 8, random), where, new Photo(random), form(random),
        loopback(random), documentation(random), "Fenix " + draw(LATIN, 14, random), "be-x-" + draw(LATIN, 8, random),
        "visit=" + draw(LATIN, 16, random), "search.example/?q=" + draw(LATIN, 14, random));
  }

  private static Form form(SecureRandom random) {
    String name = draw(CYRILLIC, 8, random) + " " + draw(LATIN, 10, random) + ".sealed";
    return new Form(name, "application/x-" + draw(LATIN, 14, random), "----WebKitFormBoundary" + draw(LATIN, 16, random));
  }

  private static String draw(String letters, int count, SecureRandom random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < count; i++) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  /// 127.100.100.100 to 127.254.254.254: this machine, by a name of its own; three digits each, so that none is part of another.
  private static InetAddress loopback(SecureRandom random) {
    byte[] parts = {127, part(random), part(random), part(random)};
    return address(parts);
  }

  private static byte part(SecureRandom random) {
    return (byte) (100 + random.nextInt(155));
  }

  /// An address of 2001:db8::/32, which nobody has.
  private static InetAddress documentation(SecureRandom random) {
    byte[] parts = new byte[16];
    random.nextBytes(parts);
    parts[0] = 0x20;
    parts[1] = 0x01;
    parts[2] = 0x0d;
    parts[3] = (byte) 0xb8;
    return address(parts);
  }

  private static InetAddress address(byte[] parts) {
    try {
      return parts.length == 4 ? InetAddress.getByAddress(parts) : Inet6Address.getByAddress("", parts, -1);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of " + parts.length + " bytes is one", e);
    }
  }

  /// Everything that must be found nowhere afterwards.
  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>(form.marks(number));
    marks.addAll(List.of(
        Mark.text(number, "text", text),
        Mark.text(number, "place", place),
        Mark.bytes(number, "photo", photo.marked),
        Mark.text(number, "address", address.getHostAddress()),
        Mark.text(number, "forwarded address", forwarded.getHostAddress()),
        Mark.bytes(number, "forwarded address in binary", forwarded.getAddress()),
        Mark.text(number, "user agent", browser),
        Mark.text(number, "language", language),
        Mark.text(number, "cookie", cookie),
        Mark.text(number, "referrer", referrer)));
    return List.copyOf(marks);
  }

  /// What the browser and whatever stands before the hub tell of them, a line each.
  String fields() {
    String from = forwarded.getHostAddress();
    return String.join("\r\n",
        "Host: lorne.example",
        "User-Agent: Mozilla/5.0 (Android 16; " + browser + "; rv:140.0) Gecko/140.0 Firefox/140.0",
        "Accept: */*",
        "Accept-Language: " + language + ",ru;q=0.7",
        "Accept-Encoding: gzip, deflate, br",
        "Referer: https://" + referrer + "&hl=be",
        "Cookie: " + cookie + "; seen=1",
        "X-Forwarded-For: " + from,
        "X-Real-IP: " + from,
        "CF-Connecting-IP: " + from,
        "Forwarded: for=\"[" + from + "]\";proto=https",
        "");
  }

  /// Their words as somebody would send them who knows nothing of sealing.
  String inClear() {
    return "{\"text\":\"" + text + "\",\"place\":\"" + place + "\"}";
  }
}
