package watchword.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that a hub with this small board may ever say, byte for byte, and whether what came is made of it.
final class StatedAnswers {
  private static final byte[] PAGE = "<!doctype html><title>Now</title>".repeat(90).getBytes(US_ASCII);
  private static final byte[] STYLE = "p{margin:0}".repeat(70).getBytes(US_ASCII);
  /// Stands for the compressed form: the hub does not look inside.
  private static final byte[] STYLE_PACKED = "p{}".getBytes(US_ASCII);
  static final String STYLE_TAG = tag(STYLE_PACKED);

  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";

  private static final List<byte[]> POSTED = longestFirst(Stream.of(Answers.TAKEN, Answers.FULL, Answers.REFUSED));
  private static final List<byte[]> HANDED_IN = longestFirst(
      Stream.of(Answers.HANDED_IN, Answers.HAND_IN_LATER, Answers.NOT_HANDED_IN, Answers.REFUSED));
  private static final List<byte[]> READ = longestFirst(Stream.of(
      Answers.NOT_FOUND, Answers.NOT_FOUND_LAST, Answers.OPEN,
      join(Answers.file(HTML, PAGE.length, tag(PAGE), false), PAGE), join(Answers.file(CSS, STYLE.length, tag(STYLE), false), STYLE),
      join(Answers.file(CSS, STYLE_PACKED.length, STYLE_TAG, true), STYLE_PACKED),
      Answers.notModified(tag(PAGE)), Answers.notModified(tag(STYLE)), Answers.notModified(STYLE_TAG)));
  /// To HEAD: what GET would give, without the file.
  private static final List<byte[]> HEADS = Stream.of(
      Answers.file(HTML, PAGE.length, tag(PAGE), false), Answers.file(CSS, STYLE.length, tag(STYLE), false),
      Answers.file(CSS, STYLE_PACKED.length, STYLE_TAG, true)).toList();
  private static final List<byte[]> NO_REQUEST = List.of(Answers.REFUSED);
  private static final List<byte[]> ANY =
      longestFirst(Stream.of(POSTED, HANDED_IN, READ, HEADS).flatMap(List::stream));

  private StatedAnswers() {}

  /// Lays out the board that these answers come from.
  static void layOut(Path board) throws IOException {
    Files.createDirectories(board);
    Files.write(board.resolve("index.html"), PAGE);
    Files.write(board.resolve("style.css"), STYLE);
    Files.write(board.resolve("style.css.gz"), STYLE_PACKED);
  }

  /// Says what is wrong with what came back, or how many answers it was.
  ///
  /// @param reset whether the connection was cut rather than ended, so that the last answer may be short
  static Optional<String> wrong(byte[] request, byte[] came, boolean reset, int most) {
    int at = 0;
    int answers = 0;
    while (at < came.length) {
      Optional<byte[]> answer = find(answers == 0 ? first(request) : ANY, came, at, false);
      if (answer.isEmpty()) {
        boolean cut = reset && find(answers == 0 ? first(request) : ANY, came, at, true).isPresent();
        return cut ? Optional.empty() : Optional.of("bytes from " + at + " of " + came.length + " are no stated answer" + status(came, at));
      }
      at += answer.get().length;
      answers++;
    }
    return answers <= most ? Optional.empty() : Optional.of(answers + " answers, not " + most + " at most");
  }

  /// The status of what came first, 0 for none.
  static int status(byte[] came) {
    return came.length < 12 ? 0 : Integer.parseInt(new String(came, 9, 3, US_ASCII));
  }

  private static String status(byte[] came, int at) {
    return came.length - at < 12 ? "" : ": " + new String(came, at, 12, US_ASCII).replaceAll("[^ -~]", "?");
  }

  /// The method is known by its first bytes even when nothing else of a request is right.
  private static List<byte[]> first(byte[] request) {
    if (begins(request, "POST /upload HTTP/")) {
      return HANDED_IN;
    }
    if (begins(request, "POST ")) {
      return POSTED;
    }
    if (begins(request, "GET ")) {
      return READ;
    }
    return begins(request, "HEAD ") ? Stream.concat(READ.stream(), HEADS.stream()).toList() : NO_REQUEST;
  }

  private static boolean begins(byte[] request, String start) {
    return request.length >= start.length() && start.equals(new String(request, 0, start.length(), US_ASCII));
  }

  private static Optional<byte[]> find(List<byte[]> answers, byte[] came, int at, boolean cut) {
    return answers.stream().filter(answer -> {
      int length = cut ? Math.min(answer.length, came.length - at) : answer.length;
      return at + length <= came.length && Arrays.equals(came, at, at + length, answer, 0, length);
    }).findFirst();
  }

  private static List<byte[]> longestFirst(Stream<byte[]> answers) {
    return answers.sorted(Comparator.comparingInt((byte[] answer) -> answer.length).reversed()).toList();
  }

  private static String tag(byte[] content) {
    return '"' + HexFormat.of().formatHex(StaticFiles.sha256().digest(content), 0, 16) + '"';
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
