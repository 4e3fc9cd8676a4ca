package watchword.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Reads the requests of one connection and sends each to the part of the hub it is for.
///
/// Answers to a POST are 204, 503 and 400, to a form 200, 503 and 400 with a small page, to anything read 200, 304 and 404; what is no request
/// at all gets 400.
final class Reception implements Listener.Service {
  private static final byte[] REPORT = "/report/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] UPLOAD = "/upload".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BUNDLE = "/bundle/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GENERATION = "/generation/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RECEIPT = "/receipt".getBytes(StandardCharsets.US_ASCII);

  private final StaticFiles board;
  private final StaticFiles bundles;
  private final Intake intake;
  private final Upload upload;
  private final GateDoor gate;
  private final Closing closing;

  Reception(StaticFiles board, StaticFiles bundles, Intake intake, GateDoor gate, Closing closing) {
    this.board = board;
    this.bundles = bundles;
    this.intake = intake;
    this.upload = new Upload(intake);
    this.gate = gate;
    this.closing = closing;
  }

  @Override
  public void serve(Connection connection) throws IOException {
    Request request = new Request();
    boolean more = true;
    while (more) {
      int head = connection.head();
      if (head < 0) {
        return;
      }
      request.read(connection.bytes(), head);
      more = (head > 0 && request.sound()) ? answer(connection, request, head) : refuse(connection, request);
    }
  }

  /// Answers a sound request; returns whether the connection is good for another one.
  private boolean answer(Connection connection, Request request, int head) throws IOException {
    ByteBuffer bytes = connection.bytes();
    if (request.method() != Request.Method.POST) {
      if (request.contentLength() != 0) {
        return refuse(connection, request);
      }
      read(connection, request);
      connection.forget(head);
      return request.keepAlive();
    }
    if (request.pathIs(bytes, UPLOAD)) {
      return form(connection, closing.isClosed() ? Outcome.FULL : upload.take(connection, request, head));
    }
    Outcome outcome;
    if (request.pathStartsWith(bytes, REPORT)) {
      outcome = closing.isClosed() ? Outcome.FULL : intake.take(connection, request, head, REPORT.length);
    } else if (request.pathIs(bytes, RECEIPT)) {
      outcome = gate.receipt(connection, request, head);
    } else {
      outcome = Outcome.REFUSED;
    }
    return switch (outcome) {
      case TAKEN_SMALL, TAKEN_STREAMED -> {
        connection.send(Answers.TAKEN);
        connection.forget(outcome == Outcome.TAKEN_SMALL ? head + (int) request.contentLength() : head);
        yield request.keepAlive();
      }
      case FULL -> last(connection, Answers.FULL);
      case REFUSED -> last(connection, Answers.REFUSED);
      case GONE -> false;
    };
  }

  /// Answers somebody who waits before a screen; a form is the last request of its connection.
  private static boolean form(Connection connection, Outcome outcome) throws IOException {
    return switch (outcome) {
      case TAKEN_SMALL, TAKEN_STREAMED -> last(connection, Answers.HANDED_IN);
      case FULL -> last(connection, Answers.HAND_IN_LATER);
      case REFUSED -> last(connection, Answers.NOT_HANDED_IN);
      case GONE -> false;
    };
  }

  /// What became of a POST.
  enum Outcome {
    /// Taken, and its body still lies in the buffer behind the head.
    TAKEN_SMALL,
    /// Taken, and its body has gone through the buffer.
    TAKEN_STREAMED,
    FULL,
    REFUSED,
    /// The other side is gone; nobody waits for an answer.
    GONE
  }

  private static boolean refuse(Connection connection, Request request) throws IOException {
    boolean reads = request.method() == Request.Method.GET || request.method() == Request.Method.HEAD;
    return last(connection, reads ? Answers.NOT_FOUND_LAST : Answers.REFUSED);
  }

  private static boolean last(Connection connection, byte[] answer) throws IOException {
    connection.send(answer);
    connection.linger();
    return false;
  }

  private void read(Connection connection, Request request) throws IOException {
    ByteBuffer bytes = connection.bytes();
    if (request.pathStartsWith(bytes, GENERATION) && !closing.isClosed()) {
      gate.pull(connection, request, GENERATION.length);
      return;
    }
    StaticFiles files = board;
    if (request.pathStartsWith(bytes, BUNDLE)) {
      files = closing.isClosed() ? closing.notice() : bundles;
    }
    Optional<StaticFile> file = files.find(bytes, request.pathStart(), request.pathEnd());
    if (file.isEmpty()) {
      boolean asksInVain = !closing.isClosed() && Closing.NOTICE.is(bytes, request.pathStart(), request.pathEnd());
      connection.send(asksInVain ? Answers.OPEN : Answers.NOT_FOUND);
      return;
    }
    send(connection, request, file.get().form(request.gzip()));
  }

  private static void send(Connection connection, Request request, StaticFile.Form form) throws IOException {
    if (request.holds(connection.bytes(), form.tag())) {
      connection.send(form.notModified());
    } else if (request.method() == Request.Method.HEAD) {
      connection.send(form.found());
    } else {
      try (FileChannel content = FileChannel.open(form.file(), StandardOpenOption.READ)) {
        if (content.size() != form.length()) {
          connection.send(Answers.NOT_FOUND); // changed in place: its tag and length no longer hold
          return;
        }
        connection.send(form.found());
        connection.send(content, form.length());
      } catch (NoSuchFileException _) {
        connection.send(Answers.NOT_FOUND); // the folder was switched between the look and the read
      }
    }
  }
}
