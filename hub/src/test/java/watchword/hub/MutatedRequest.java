package watchword.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import watchword.seal.SealedSize;

/// A request as a hostile or broken sender might put it on the wire; the same for the same seed and number.
///
/// @param slow whether it comes in pieces with pauses between them
/// @param abrupt whether its sender goes away without waiting for the answer
/// @param mostAnswers more than so many answers would mean that a body was read as requests
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared
record MutatedRequest(Kind kind, byte[] bytes, boolean slow, boolean abrupt, int mostAnswers) {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int BODY = SealedSize.SMALL.bytes();
  private static final String BOUNDARY = "----WebKitFormBoundaryAbCdEfGhIjKlMnOp";
  private static final String REPORT = "POST /report/0000000000000000 HTTP/1.1\r\nHost: hub\r\n";
  private static final String GET = "GET /index.html HTTP/1.1\r\nHost: hub\r\n\r\n";
  /// A splice may end a head early, and what follows is then read as requests; not more often than it has pieces.
  private static final int MANY = 32;

  /// What is wrong with it.
  enum Kind {
    NOTHING, CUT, DOUBLED, FLIPPED, SPLICED, FLOODED, CHUNKED, SMUGGLED, LINE_ENDS, OVERLONG, PIPELINED, WRONG_LENGTH, NO_HTTP, FORM;

    /// Whether the first request of it always comes to its end, so that it must be answered.
    boolean isWhole() {
      return this == NOTHING || this == DOUBLED || this == SMUGGLED || this == PIPELINED;
    }
  }

  static MutatedRequest of(long seed, int number) {
    SplittableRandom random = new SplittableRandom(seed * GOLDEN + number);
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    boolean slow = random.nextInt(400) == 0;
    boolean abrupt = random.nextInt(50) == 0;
    return switch (kind) {
      case NOTHING -> new MutatedRequest(kind, right(random), slow, abrupt, 1);
      case CUT -> new MutatedRequest(kind, cut(right(random), random), slow, abrupt, 1);
      case DOUBLED -> new MutatedRequest(kind, doubled(right(random)), slow, abrupt, 2);
      case FLIPPED -> new MutatedRequest(kind, flipped(right(random), random), slow, abrupt, MANY);
      case SPLICED -> new MutatedRequest(kind, spliced(right(random), random), slow, abrupt, MANY);
      case FLOODED -> new MutatedRequest(kind, flooded(random), slow, abrupt, 1);
      case CHUNKED -> new MutatedRequest(kind, chunked(random), slow, abrupt, 1);
      case SMUGGLED -> new MutatedRequest(kind, smuggled(random), slow, abrupt, 1);
      case LINE_ENDS -> new MutatedRequest(kind, lineEnds(right(random), random), slow, abrupt, MANY);
      case OVERLONG -> new MutatedRequest(kind, overlong(random), slow, abrupt, 1);
      case PIPELINED -> pipelined(random, slow, abrupt);
      case WRONG_LENGTH -> new MutatedRequest(kind, wrongLength(random), slow, abrupt, 1);
      case NO_HTTP -> new MutatedRequest(kind, noHttp(random), slow, abrupt, 1);
      case FORM -> new MutatedRequest(kind, form(random), slow, abrupt, 1);
    };
  }

  private static byte[] right(SplittableRandom random) {
    return switch (random.nextInt(9)) {
      case 0 -> ascii(GET);
      case 1 -> ascii("GET / HTTP/1.1\r\nHost: hub\r\nAccept-Encoding: gzip, br\r\nUser-Agent: a reader\r\n\r\n");
      case 2 -> ascii("GET /style.css HTTP/1.1\r\nAccept-Encoding: gzip\r\nIf-None-Match: " + StatedAnswers.STYLE_TAG + "\r\n\r\n");
      case 3 -> ascii("HEAD /style.css HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
      case 4 -> ascii("GET /bundle/2026-11-22.bin HTTP/1.1\r\n\r\n");
      case 5 -> join(ascii("POST /receipt HTTP/1.1\r\nContent-Length: 132\r\n\r\n"), noise(132, random));
      case 6 -> ascii("GET /generation/" + "A".repeat(86) + " HTTP/1.1\r\n\r\n");
      case 7 -> handedIn(BOUNDARY, "a.sealed", random);
      default -> {
        int length = random.nextInt(500) == 0 ? SealedSize.MEDIUM.bytes() : BODY;
        yield join(ascii(REPORT + "Content-Length: " + length + "\r\n\r\n"), noise(length, random));
      }
    };
  }

  private static byte[] handedIn(String boundary, String name, SplittableRandom random) {
    String disposition = "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n";
    byte[] begin = ascii("--" + boundary + disposition + "Content-Type: x/y\r\n\r\n");
    byte[] end = ascii("\r\n--" + boundary + "--\r\n");
    int length = begin.length + BODY + end.length;
    String head = "POST /upload HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=" + boundary + "\r\nContent-Length: " + length + "\r\n\r\n";
    return join(ascii(head), begin, noise(BODY, random), end);
  }

  private static byte[] cut(byte[] right, SplittableRandom random) {
    return Arrays.copyOf(right, random.nextInt(random.nextBoolean() ? Math.min(200, right.length) : right.length));
  }

  private static byte[] doubled(byte[] right) {
    return join(right, right);
  }

  private static byte[] flipped(byte[] right, SplittableRandom random) {
    for (int times = 1 + random.nextInt(8); times > 0; times--) {
      int at = random.nextInt(random.nextInt(4) > 0 ? Math.min(200, right.length) : right.length);
      right[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (right[at] ^ 1 << random.nextInt(8));
    }
    return right;
  }

  private static byte[] spliced(byte[] right, SplittableRandom random) {
    byte[] bytes = right;
    for (int times = 1 + random.nextInt(6); times > 0; times--) {
      int at = random.nextInt(Math.min(300, bytes.length) + 1);
      byte[] piece = Oddities.PIECES[random.nextInt(Oddities.PIECES.length)].getBytes(ISO_8859_1);
      int over = Math.min(bytes.length, at + (random.nextBoolean() ? random.nextInt(20) : 0));
      bytes = join(Arrays.copyOf(bytes, at), piece, Arrays.copyOfRange(bytes, over, bytes.length));
    }
    return bytes;
  }

  private static byte[] flooded(SplittableRandom random) {
    StringBuilder head = new StringBuilder(random.nextBoolean() ? "GET / HTTP/1.1\r\n" : REPORT);
    int fields = random.nextInt(3_000);
    String value = "v".repeat(random.nextInt(12));
    for (int i = 0; i < fields; i++) {
      head.append(random.nextInt(50) == 0 ? "Cookie: " : "a").append(i).append(": ").append(value).append("\r\n");
    }
    return ascii(head + (random.nextInt(4) == 0 ? "" : "\r\n"));
  }

  private static byte[] chunked(SplittableRandom random) {
    String start = random.nextBoolean() ? REPORT : "GET / HTTP/1.1\r\n";
    String length = random.nextBoolean() ? "Content-Length: 16384\r\n" : "";
    String field = Oddities.CHUNKED[random.nextInt(Oddities.CHUNKED.length)] + "\r\n";
    String fields = random.nextBoolean() ? length + field : field + length;
    String chunks = Oddities.CHUNKS[random.nextInt(Oddities.CHUNKS.length)] + Oddities.CHUNKS[random.nextInt(Oddities.CHUNKS.length)];
    // What no machine calls chunked is a body of its own length, or no body: the request is then followed by nothing.
    return join(ascii(start + fields + "\r\n"), field.startsWith("Transfer_") ? new byte[0] : ascii(chunks));
  }

  /// A body that is itself a request, under lengths that two machines might read differently.
  private static byte[] smuggled(SplittableRandom random) {
    String fields = switch (random.nextInt(6)) {
      case 0 -> "Content-Length: 16384\r\nTransfer-Encoding: chunked\r\n";
      case 1 -> "Transfer-Encoding: chunked\r\nContent-Length: 16384\r\n";
      case 2 -> "Content-Length: 16384\r\nContent-Length: 5\r\n";
      case 3 -> "Content-Length: 5\r\nContent-Length: 16384\r\n";
      case 4 -> "X-Folded: a\r\n Content-Length: 0\r\nContent-Length: 16384\r\n";
      default -> "Content-Length: 16384\r\n";
    };
    byte[] body = new byte[BODY];
    byte[] inner = ascii(GET.repeat(1 + random.nextInt(20)));
    System.arraycopy(inner, 0, body, random.nextInt(2) * 5, inner.length);
    return join(ascii((random.nextInt(4) == 0 ? "GET / HTTP/1.1\r\n" : REPORT) + fields + "\r\n"), body);
  }

  private static byte[] lineEnds(byte[] right, SplittableRandom random) {
    int head = new String(right, ISO_8859_1).indexOf("\r\n\r\n") + 4;
    String end = switch (random.nextInt(6)) {
      case 0 -> "\n";
      case 1 -> "\r";
      case 2 -> "\n\r";
      case 3 -> "\r\r\n";
      case 4 -> "\r\n ";
      default -> "\u0085";
    };
    String lines = new String(right, 0, head, ISO_8859_1);
    String mutated = random.nextBoolean() ? lines.replace("\r\n", end) : lines.replaceFirst("\r\n", end);
    return join(mutated.getBytes(ISO_8859_1), Arrays.copyOfRange(right, head, right.length));
  }

  private static byte[] overlong(SplittableRandom random) {
    String much = "a".repeat(random.nextInt(70_000));
    return ascii(switch (random.nextInt(6)) {
      case 0 -> "GET /" + much + " HTTP/1.1\r\n\r\n";
      case 1 -> "GET / HTTP/1.1\r\nCookie: " + much + "\r\n\r\n";
      case 2 -> "GET / HTTP/1.1\r\n" + much + ": b\r\n\r\n";
      case 3 -> much;
      case 4 -> "POST /report/" + much + " HTTP/1.1\r\nContent-Length: 16384\r\n\r\n";
      default -> "GET / HTTP/1.1" + " ".repeat(much.length()) + "\r\n\r\n";
    });
  }

  private static MutatedRequest pipelined(SplittableRandom random, boolean slow, boolean abrupt) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int requests = 2 + random.nextInt(9);
    for (int i = 0; i < requests; i++) {
      all.writeBytes(random.nextInt(5) == 0 ? right(random) : ascii(GET));
    }
    return new MutatedRequest(Kind.PIPELINED, all.toByteArray(), slow, abrupt, requests);
  }

  private static byte[] wrongLength(SplittableRandom random) {
    String length = Oddities.LENGTHS[random.nextInt(Oddities.LENGTHS.length)];
    String start = switch (random.nextInt(4)) {
      case 0 -> "POST /receipt HTTP/1.1\r\n";
      case 1 -> "POST /upload HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\n";
      default -> REPORT;
    };
    byte[] head = (start + "Content-Length: " + length + "\r\n\r\n").getBytes(ISO_8859_1);
    return join(head, noise(random.nextBoolean() ? BODY : random.nextInt(BODY), random));
  }

  private static byte[] noHttp(SplittableRandom random) {
    byte[] noise = noise(1 + random.nextInt(3_000), random);
    return switch (random.nextInt(5)) {
      case 0 -> ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
      case 1 -> join(new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3}, noise);
      case 2 -> join(ascii("OPTIONS * HTTP/1.1\r\n\r\n"), noise);
      case 3 -> new byte[1 + random.nextInt(40_000)];
      default -> noise;
    };
  }

  /// Forms whose parts, boundaries and ends are not as they must be.
  private static byte[] form(SplittableRandom random) {
    String boundary = random.nextInt(3) == 0 ? "x".repeat(1 + random.nextInt(80)) : BOUNDARY;
    byte[] form = handedIn(boundary, "n".repeat(random.nextInt(random.nextInt(4) == 0 ? 5_000 : 50)), random);
    int body = new String(form, ISO_8859_1).indexOf("\r\n\r\n") + 4;
    for (int times = random.nextInt(4); times > 0; times--) {
      int at = random.nextBoolean() ? body + random.nextInt(200) : form.length - 1 - random.nextInt(80);
      form[at] = (byte) "\r\n-x\0\"".charAt(random.nextInt(6));
    }
    return form;
  }

  private static byte[] noise(int length, SplittableRandom random) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
