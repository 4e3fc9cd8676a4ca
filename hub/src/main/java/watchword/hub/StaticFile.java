package watchword.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// One path of the board and the bytes that stand behind it.
record StaticFile(Name name, Form plain, Optional<Form> gzip) {

  /// The path as it stands in a request, compared where the request lies.
  static final class Name {
    private final byte[] bytes;
    private final int hash;

    Name(String path) {
      bytes = path.getBytes(StandardCharsets.US_ASCII);
      hash = hash(ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    int hash() {
      return hash;
    }

    boolean is(ByteBuffer request, int from, int to) {
      if (to - from != bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if (request.get(from + i) != bytes[i]) {
          return false;
        }
      }
      return true;
    }

    static int hash(ByteBuffer request, int from, int to) {
      int hash = 0;
      for (int i = from; i < to; i++) {
        hash = 31 * hash + request.get(i);
      }
      return hash;
    }
  }

  /// A file as it is served: whole heads are made once, when the board is read.
  static final class Form {
    private final Path file;
    private final long length;
    private final byte[] tag;
    private final byte[] found;
    private final byte[] notModified;

    Form(Path file, long length, String type, String tag, boolean gzip) {
      this.file = file;
      this.length = length;
      this.tag = tag.getBytes(StandardCharsets.US_ASCII);
      this.found = Answers.file(type, length, tag, gzip);
      this.notModified = Answers.notModified(tag);
    }

    Path file() {
      return file;
    }

    long length() {
      return length;
    }

    byte[] tag() {
      return tag;
    }

    byte[] found() {
      return found;
    }

    byte[] notModified() {
      return notModified;
    }
  }

  Form form(boolean gzipRead) {
    return gzipRead ? gzip.orElse(plain) : plain;
  }
}
