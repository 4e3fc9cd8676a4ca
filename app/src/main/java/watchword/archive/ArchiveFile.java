package watchword.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import watchword.archive.Lines.Line;

/// Opens a file as rows, by what stands in it and not by how it is called: gzip or plain; CSV, JSON Lines, GeoJSON or a chat exported from Telegram.
final class ArchiveFile {

  /// So much of a file tells whether it is text.
  private static final int SAMPLE = 1 << 16;

  private ArchiveFile() {}

  /// Opens a file; the caller closes the rows.
  ///
  /// @param name how messages call the file
  /// @param progress told how many more bytes of the file were read
  /// @throws ArchiveException if there are no rows in it
  static Rows open(Path path, String name, LongConsumer progress) throws IOException {
    if (!Files.exists(path)) {
      throw ArchiveException.misuse(name + " does not exist");
    }
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw ArchiveException.misuse(name + (Files.isDirectory(path) ? " is a folder; name the files in it" : " may not be read by this user"));
    }
    InputStream bytes = new BufferedInputStream(new Counted(Files.newInputStream(path), progress), SAMPLE);
    try {
      return rows(text(unzipped(bytes), name), name);
    } catch (IOException e) {
      bytes.close();
      throw unreadable(name, e);
    } catch (ArchiveException e) {
      bytes.close();
      throw e;
    }
  }

  /// What to say of a file that broke off while it was read.
  static RuntimeException unreadable(String name, IOException broken) {
    boolean damaged = broken instanceof EOFException || broken instanceof ZipException;
    return ArchiveException.unusable(name + (damaged ? " is cut off or damaged: its gzip data ends too early or does not check" : " cannot be read to its end"));
  }

  private static InputStream unzipped(InputStream bytes) throws IOException {
    bytes.mark(2);
    boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(bytes, SAMPLE), SAMPLE) : bytes;
  }

  /// Refuses what is not text and skips the mark that some editors set before UTF-8.
  private static InputStream text(InputStream bytes, String name) throws IOException {
    bytes.mark(SAMPLE);
    byte[] sample = bytes.readNBytes(SAMPLE);
    bytes.reset();
    if (sample.length == 0) {
      throw ArchiveException.unusable(name + " is empty");
    }
    if (startsWith(sample, 0xff, 0xfe) || startsWith(sample, 0xfe, 0xff)) {
      throw ArchiveException.unusable(name + " is UTF-16; save it as UTF-8 and try again");
    }
    int control = 0;
    for (byte b : sample) {
      if (b == 0) {
        throw ArchiveException.unusable(name + " is not text");
      }
      control += b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
    }
    // Text may hold a stray control character, one in ten is something else.
    if (control * 10 > sample.length) {
      throw ArchiveException.unusable(name + " is not text");
    }
    if (startsWith(sample, 0xef, 0xbb, 0xbf)) {
      bytes.skipNBytes(3);
    }
    return bytes;
  }

  private static boolean startsWith(byte[] sample, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= sample.length || (sample[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static Rows rows(InputStream bytes, String name) throws IOException {
    Optional<Rows> document = JsonDocument.open(bytes, name);
    return document.isPresent() ? document.get() : rowsOfLines(bytes, name);
  }

  private static Rows rowsOfLines(InputStream bytes, String name) throws IOException {
    Lines lines = new Lines(bytes);
    List<Line> first = new ArrayList<>();
    Optional<Line> line = lines.next();
    while (line.isPresent() && line.get().isBlank()) {
      line = lines.next();
    }
    if (line.isEmpty()) {
      throw ArchiveException.unusable(name + " is empty");
    }
    first.add(line.get());
    String start = line.get().text().strip();
    if (start.startsWith("[")) {
      throw ArchiveException.unusable(name + " is a JSON list; write one object a line (JSON Lines)");
    }
    if (start.equals("{")) {
      throw ArchiveException.unusable(name + " is one JSON object over several lines, and neither GeoJSON nor a chat exported from Telegram; write one object a line (JSON Lines)");
    }
    if (start.startsWith("{")) {
      return new JsonLinesRows(first, lines);
    }
    if (line.get().fault().isPresent()) {
      throw ArchiveException.unusable(name + ": " + line.get().fault().get() + ", and it is the header; save the file as UTF-8");
    }
    return new CsvRows(first, lines);
  }

  /// Tells how far reading has come.
  private static final class Counted extends FilterInputStream {
    private final LongConsumer progress;

    Counted(InputStream in, LongConsumer progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      progress.accept(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      progress.accept(Math.max(0, count));
      return count;
    }
  }
}
