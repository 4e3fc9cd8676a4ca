package watchword.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import watchword.hub.Reception.Outcome;
import watchword.seal.SealedSize;

/// `POST /upload`: one sealed file as a browser without script sends it, in a form of one part (spec/sealer.md).
///
/// Only the file goes on. The part's head, with the file's name, is passed over where it lies in the connection's buffer, which is wiped;
/// how long the file is follows from the length of the whole, so nothing but the file is ever written to a slot.
final class Upload {
  /// A part's head is two lines, one with a file name; systems allow names of 255 characters, written with up to nine bytes each.
  private static final int MAX_PART_HEAD = 4 * 1024;

  private final Intake intake;

  Upload(Intake intake) {
    this.intake = intake;
  }

  Outcome take(Connection connection, Request request, int head) throws IOException {
    int boundary = request.boundaryEnd() - request.boundaryStart();
    if (boundary <= 0) {
      return Outcome.REFUSED;
    }
    int file = connection.part(head, (int) Math.min(MAX_PART_HEAD, request.contentLength()));
    if (file < 0) {
      return Outcome.GONE;
    }
    if (file == 0 || !begins(connection.bytes(), request, head)) {
      return Outcome.REFUSED;
    }
    int tail = boundary + 8;
    Optional<SealedSize> size = SealedSize.ofFile(request.contentLength() - (file - head) - tail);
    if (size.isEmpty()) {
      return Outcome.REFUSED;
    }
    if (size.get() != SealedSize.SMALL) {
      return intake.stream(connection, file, size.get(), () -> connection.whole(file + tail) && ends(connection.bytes(), request, file));
    }
    int end = file + SealedSize.SMALL.bytes();
    if (!connection.whole(end + tail)) {
      return Outcome.GONE;
    }
    return ends(connection.bytes(), request, end) ? intake.takeWhole(connection, file) : Outcome.REFUSED;
  }

  /// Whether the body begins with `--⟨boundary⟩` and a line end.
  private static boolean begins(ByteBuffer bytes, Request request, int at) {
    int end = at + 2 + request.boundaryEnd() - request.boundaryStart();
    return dashes(bytes, at) && isBoundary(bytes, request, at + 2) && lineEnd(bytes, end);
  }

  /// Whether a line end, `--⟨boundary⟩--` and a line end stand here.
  private static boolean ends(ByteBuffer bytes, Request request, int at) {
    int end = at + 4 + request.boundaryEnd() - request.boundaryStart();
    return lineEnd(bytes, at) && dashes(bytes, at + 2) && isBoundary(bytes, request, at + 4) && dashes(bytes, end) && lineEnd(bytes, end + 2);
  }

  /// Compares with the head's own bytes: a copy of a boundary would tell browsers apart.
  private static boolean isBoundary(ByteBuffer bytes, Request request, int at) {
    for (int i = request.boundaryStart(); i < request.boundaryEnd(); i++) {
      if (bytes.get(i) != bytes.get(at + i - request.boundaryStart())) {
        return false;
      }
    }
    return true;
  }

  private static boolean dashes(ByteBuffer bytes, int at) {
    return bytes.get(at) == '-' && bytes.get(at + 1) == '-';
  }

  private static boolean lineEnd(ByteBuffer bytes, int at) {
    return bytes.get(at) == '\r' && bytes.get(at + 1) == '\n';
  }
}
