package watchword.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import watchword.core.statement.Post;

/// A file that people read, as text; its format is told from what stands in it, never from its name.
///
/// @param text UTF-8, without the mark some programs put before it. Plain text and Markdown stay as they are; HTML loses its markup; of a chat that Telegram exported the messages are left, two empty lines between them
/// @param posts those messages, in the order of the text; none of another format
/// @param broken whether bytes were no UTF-8 and stand as U+FFFD
public record TextFile(Format format, String text, List<Post> posts, boolean broken) {

  public TextFile {
    posts = List.copyOf(posts);
  }

  public enum Format {
    PLAIN,
    HTML,
    TELEGRAM
  }

  /// A larger file is refused: an interview has some twenty kilobytes.
  public static final long MOST_BYTES = 32L << 20;

  private static final int SAMPLE = 4_096;
  private static final Pattern HTML = Pattern.compile("(?i)^\\s*<(!doctype html|html|\\?xml[^>]*>\\s*<(!doctype html|html))|<(html|body|p|div|article|section|main|blockquote|h[1-6]|ul|ol|br ?/?)(\\s[^>]*)?>");
  private static final String BETWEEN = "\n\n\n";

  /// Reads a file whole.
  ///
  /// @throws ArchiveException if there is no such file, it is too large, or it is no text
  public static TextFile read(Path file) throws IOException {
    return of(bytes(file), String.valueOf(file.getFileName()));
  }

  /// Reads what was put in by hand as a file of these words would be.
  ///
  /// @param name what a refusal calls it
  /// @throws ArchiveException if it is no text
  public static TextFile of(String words, String name) {
    try {
      return of(words.getBytes(StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }

  static TextFile of(byte[] bytes, String name) throws IOException {
    Optional<TextFile> chat = chat(bytes, name);
    if (chat.isPresent()) {
      return chat.get();
    }
    boolean broken = isBroken(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (text.indexOf('\0') >= 0) {
      throw ArchiveException.unusable(name + " is no text in UTF-8; save it as plain text, Markdown or HTML");
    }
    boolean html = HTML.matcher(text.substring(0, Math.min(SAMPLE, text.length()))).find();
    return new TextFile(html ? Format.HTML : Format.PLAIN, html ? HtmlText.of(text) : text, List.of(), broken);
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      // What it says of its size is not asked: a device or a pipe says 0, and never ends.
      byte[] bytes = in.readNBytes((int) MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw ArchiveException.unusable(file.getFileName() + " is larger than 32 MB; give the texts one by one");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw ArchiveException.unusable("there is no file " + file);
    }
  }

  private static boolean isBroken(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return false;
    } catch (CharacterCodingException e) {
      return true;
    }
  }

  private static Optional<TextFile> chat(byte[] bytes, String name) throws IOException {
    Optional<Rows> rows = JsonDocument.open(new BufferedInputStream(new ByteArrayInputStream(bytes)), name);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    try (Rows open = rows.get()) {
      if (open instanceof TelegramRows chat) {
        return Optional.of(messages(chat, name));
      }
      throw ArchiveException.unusable(name + " holds places, not a text");
    }
  }

  private static TextFile messages(TelegramRows chat, String name) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Post> posts = new ArrayList<>();
    for (Optional<Row> row = chat.next(); row.isPresent(); row = chat.next()) {
      switch (row.get()) {
        case Row.Unreadable unreadable -> throw ArchiveException.unusable(name + ", message " + unreadable.number() + ": " + unreadable.reason());
        case Row.Read read -> read.cell(TelegramRows.TEXT).ifPresent(message -> {
          text.append(text.isEmpty() ? "" : BETWEEN);
          posts.add(new Post(text.length(), chat.outlet(), read.cell(TelegramRows.FORWARDED).isPresent()));
          text.append(message);
        });
      }
    }
    return new TextFile(Format.TELEGRAM, text.toString(), posts, false);
  }
}
