package watchword.drill.seizure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import watchword.drill.trace.Mark;

/// What a browser without script puts around a sealed file that is handed in (spec/sealer.md), each part of it found nowhere else.
///
/// @param name of the file, as its sender's device has it
/// @param type that the browser gives the file
/// @param boundary tells one browser from another by its spelling
record Form(String name, String type, String boundary) {

  /// Returns the body of the request.
  byte[] around(byte[] file) {
    String part = "Content-Disposition: form-data; name=\"sealed\"; filename=\"" + name + "\"\r\nContent-Type: " + type;
    byte[] begin = ("--" + boundary + "\r\n" + part + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] body = Arrays.copyOf(begin, begin.length + file.length + end.length);
    System.arraycopy(file, 0, body, begin.length, file.length);
    System.arraycopy(end, 0, body, begin.length + file.length, end.length);
    return body;
  }

  /// The field of the head that tells the form from other bodies.
  String field() {
    return "multipart/form-data; boundary=" + boundary;
  }

  List<Mark> marks(int owner) {
    return List.of(Mark.text(owner, "file name", name), Mark.text(owner, "file type", type), Mark.text(owner, "boundary", boundary));
  }
}
