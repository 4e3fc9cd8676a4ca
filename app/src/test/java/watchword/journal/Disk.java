package watchword.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A folder as whoever seizes the disk sees it: every byte of every file.
final class Disk {

  private Disk() {}

  static boolean holds(Path folder, byte[] wanted) throws IOException {
    String needle = latin(wanted);
    for (String file : contents(folder)) {
      if (file.contains(needle)) {
        return true;
      }
    }
    return false;
  }

  /// Says whether any file holds the text as UTF-8, UTF-16, hex or base64.
  static boolean holdsInAnyForm(Path folder, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(utf8);
    Stream<String> forms = Stream.concat(
        Stream.of(
            latin(utf8),
            latin(text.getBytes(StandardCharsets.UTF_16LE)),
            latin(text.getBytes(StandardCharsets.UTF_16BE)),
            hex,
            hex.toUpperCase(Locale.ROOT)),
        Stream.of(0, 1, 2).flatMap(shift -> base64(utf8, shift)));
    List<String> needles = forms.toList();
    return contents(folder).stream().anyMatch(file -> needles.stream().anyMatch(file::contains));
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /// The part of the text's base64 that does not depend on what stands around it, at each of three alignments.
  private static Stream<String> base64(byte[] utf8, int shift) {
    byte[] shifted = new byte[shift + utf8.length];
    System.arraycopy(utf8, 0, shifted, shift, utf8.length);
    int begin = shift == 0 ? 0 : 4;
    int end = shifted.length / 3 * 4;
    return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
        .map(encoder -> encoder.encodeToString(shifted).substring(begin, end));
  }

  private static List<String> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(Disk::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return latin(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
