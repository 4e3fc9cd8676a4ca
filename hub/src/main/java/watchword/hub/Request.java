package watchword.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Where the parts of one request lie in a connection's buffer.
///
/// It holds positions and numbers, never the bytes: a browser's name, cookie or language is passed over where it lies.
/// One spelling is accepted; the rest leaves the request not `sound`. Reused for every request of a connection.
final class Request {
  enum Method { GET, HEAD, POST, OTHER }

  /// The largest body has eight digits; a longer number is refused before it can overflow.
  private static final int MAX_LENGTH_DIGITS = 8;

  private static final byte[] GET = ascii("GET ");
  private static final byte[] HEAD = ascii("HEAD ");
  private static final byte[] POST = ascii("POST ");
  private static final byte[] HTTP_1_1 = ascii(" HTTP/1.1");
  private static final byte[] HTTP_1_0 = ascii(" HTTP/1.0");
  private static final byte[] CONTENT_LENGTH = ascii("content-length");
  private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding");
  private static final byte[] CONTENT_TYPE = ascii("content-type");
  private static final byte[] FORM = ascii("multipart/form-data;");
  private static final byte[] BOUNDARY = ascii("boundary=");
  /// As the standard of mail has it.
  private static final int MAX_BOUNDARY = 70;
  private static final byte[] CONNECTION = ascii("connection");
  private static final byte[] ACCEPT_ENCODING = ascii("accept-encoding");
  private static final byte[] IF_NONE_MATCH = ascii("if-none-match");
  private static final byte[] CLOSE = ascii("close");
  private static final byte[] GZIP = ascii("gzip");

  private Method method = Method.OTHER;
  private boolean sound;
  private boolean keepAlive;
  private boolean gzip;
  private int pathStart;
  private int pathEnd;
  private int tagStart;
  private int tagEnd;
  private int boundaryStart;
  private int boundaryEnd;
  private long contentLength;

  /// Reads the head in `[0, end)`, the empty line included.
  void read(ByteBuffer bytes, int end) {
    clear();
    readMethod(bytes);
    int lineEnd = lineEnd(bytes, 0, end);
    sound = lineEnd >= 0 && readRequestLine(bytes, lineEnd) && readFields(bytes, lineEnd + 2, end);
  }

  /// Known even when nothing else is right, so that the answer fits the method.
  private void readMethod(ByteBuffer bytes) {
    if (startsWith(bytes, 0, bytes.capacity(), GET)) {
      method = Method.GET;
      pathStart = GET.length;
    } else if (startsWith(bytes, 0, bytes.capacity(), HEAD)) {
      method = Method.HEAD;
      pathStart = HEAD.length;
    } else if (startsWith(bytes, 0, bytes.capacity(), POST)) {
      method = Method.POST;
      pathStart = POST.length;
    }
  }

  /// Forgets where everything was.
  void clear() {
    method = Method.OTHER;
    sound = false;
    keepAlive = false;
    gzip = false;
    pathStart = 0;
    pathEnd = 0;
    tagStart = 0;
    tagEnd = 0;
    boundaryStart = 0;
    boundaryEnd = 0;
    contentLength = -1;
  }

  Method method() {
    return method;
  }

  /// Whether all of the head was in the one spelling; when not, only `method` means anything.
  boolean sound() {
    return sound;
  }

  boolean keepAlive() {
    return keepAlive;
  }

  boolean gzip() {
    return gzip;
  }

  int pathStart() {
    return pathStart;
  }

  int pathEnd() {
    return pathEnd;
  }

  /// The body's length; 0 when the head names none.
  long contentLength() {
    return Math.max(0, contentLength);
  }

  /// Where the boundary of a form begins.
  int boundaryStart() {
    return boundaryStart;
  }

  /// Where it ends; where it begins, for a body that is no form.
  int boundaryEnd() {
    return boundaryEnd;
  }

  /// Whether the path is these bytes.
  boolean pathIs(ByteBuffer bytes, byte[] path) {
    return pathEnd - pathStart == path.length && pathStartsWith(bytes, path);
  }

  /// Whether the path begins with these bytes.
  boolean pathStartsWith(ByteBuffer bytes, byte[] prefix) {
    return startsWith(bytes, pathStart, pathEnd, prefix);
  }

  /// Whether the reader already holds the file with this tag.
  boolean holds(ByteBuffer bytes, byte[] tag) {
    return indexOf(bytes, tagStart, tagEnd, tag) >= 0;
  }

  private boolean readRequestLine(ByteBuffer bytes, int lineEnd) {
    if (method == Method.OTHER) {
      return false;
    }
    pathEnd = lineEnd - HTTP_1_1.length;
    if (pathEnd <= pathStart || bytes.get(pathStart) != '/') {
      return false;
    }
    for (int i = pathStart; i < pathEnd; i++) {
      if (bytes.get(i) <= ' ' || bytes.get(i) == 0x7f) {
        return false;
      }
    }
    keepAlive = startsWith(bytes, pathEnd, lineEnd, HTTP_1_1);
    return keepAlive || startsWith(bytes, pathEnd, lineEnd, HTTP_1_0);
  }

  private boolean readFields(ByteBuffer bytes, int start, int end) {
    int at = start;
    while (at < end - 2) {
      int lineEnd = lineEnd(bytes, at, end);
      if (lineEnd < 0 || !readField(bytes, at, lineEnd)) {
        return false;
      }
      at = lineEnd + 2;
    }
    return true;
  }

  private boolean readField(ByteBuffer bytes, int start, int end) {
    int colon = start;
    while (colon < end && isNameByte(bytes.get(colon))) {
      colon++;
    }
    if (colon == start || colon == end || bytes.get(colon) != ':') {
      return false;
    }
    int from = colon + 1;
    while (from < end && isBlank(bytes.get(from))) {
      from++;
    }
    int to = end;
    while (to > from && isBlank(bytes.get(to - 1))) {
      to--;
    }
    for (int i = from; i < to; i++) {
      byte b = bytes.get(i);
      if ((b >= 0 && b < ' ' && b != '\t') || b == 0x7f) {
        return false;
      }
    }
    return readValue(bytes, start, colon, from, to);
  }

  private boolean readValue(ByteBuffer bytes, int name, int colon, int from, int to) {
    if (isName(bytes, name, colon, CONTENT_LENGTH)) {
      return contentLength < 0 && readLength(bytes, from, to);
    }
    if (isName(bytes, name, colon, TRANSFER_ENCODING)) {
      return false;
    }
    if (isName(bytes, name, colon, CONNECTION)) {
      keepAlive &= indexOf(bytes, from, to, CLOSE) < 0;
    } else if (isName(bytes, name, colon, ACCEPT_ENCODING)) {
      gzip |= indexOf(bytes, from, to, GZIP) >= 0;
    } else if (isName(bytes, name, colon, IF_NONE_MATCH)) {
      tagStart = from;
      tagEnd = to;
    } else if (isName(bytes, name, colon, CONTENT_TYPE)) {
      readBoundary(bytes, from, to);
    }
    return true;
  }

  /// `multipart/form-data; boundary=⟨1 to 70 characters⟩`, as every browser writes it; of two such fields the last counts.
  private void readBoundary(ByteBuffer bytes, int from, int to) {
    boundaryStart = 0;
    boundaryEnd = 0;
    if (indexOf(bytes, from, Math.min(to, from + FORM.length), FORM) != from) {
      return;
    }
    int at = from + FORM.length;
    while (at < to && isBlank(bytes.get(at))) {
      at++;
    }
    int start = at + BOUNDARY.length;
    if (to - start < 1 || to - start > MAX_BOUNDARY || indexOf(bytes, at, start, BOUNDARY) != at) {
      return;
    }
    for (int i = start; i < to; i++) {
      if (bytes.get(i) <= ' ' || bytes.get(i) == '"' || bytes.get(i) == ';') {
        return;
      }
    }
    boundaryStart = start;
    boundaryEnd = to;
  }

  private boolean readLength(ByteBuffer bytes, int from, int to) {
    if (to == from || to - from > MAX_LENGTH_DIGITS) {
      return false;
    }
    long length = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes.get(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      length = 10 * length + digit;
    }
    contentLength = length;
    return true;
  }

  /// Returns where the line's CR stands; −1 for a bare CR or LF, or no line end at all.
  private static int lineEnd(ByteBuffer bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      byte b = bytes.get(i);
      if (b == '\r') {
        return i + 1 < end && bytes.get(i + 1) == '\n' ? i : -1;
      }
      if (b == '\n') {
        return -1;
      }
    }
    return -1;
  }

  private static boolean startsWith(ByteBuffer bytes, int from, int to, byte[] prefix) {
    if (to - from < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes.get(from + i) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(ByteBuffer bytes, int from, int to, byte[] name) {
    return to - from == name.length && indexOf(bytes, from, to, name) == from;
  }

  /// Returns where the word begins, upper and lower case of ASCII letters alike; −1 when it is not there.
  private static int indexOf(ByteBuffer bytes, int from, int to, byte[] word) {
    for (int i = from; i <= to - word.length; i++) {
      int matched = 0;
      while (matched < word.length && lower(bytes.get(i + matched)) == word[matched]) {
        matched++;
      }
      if (matched == word.length) {
        return i;
      }
    }
    return -1;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  private static boolean isNameByte(byte b) {
    int lower = lower(b);
    return (lower >= 'a' && lower <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
