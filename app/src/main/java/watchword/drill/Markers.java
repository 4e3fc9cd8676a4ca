package watchword.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for the world's marker words, and for its pictures, in public bytes.
///
/// A marker was written into one report and nowhere else: whoever finds it in public found a report's words.
final class Markers {

  /// Every marker is one run of Latin letters.
  private static final Pattern WORD = Pattern.compile("[a-z]{4,}");

  private final Set<String> planted = new HashSet<>();
  private final Set<String> found = new HashSet<>();
  private final Set<String> pictures;

  Markers(World world, Snapshots snapshots) {
    this.pictures = snapshots.runs();
    world.sendings().forEach(sending -> sending.marker().ifPresent(marker -> planted.add(marker.toLowerCase(Locale.ROOT))));
  }

  /// Searches every file below a folder; compressed twins hold the same bytes.
  void search(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".gz")).forEach(this::searchFile);
    }
  }

  private void searchFile(Path file) {
    try {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      pictures.stream().filter(bytes::contains).forEach(found::add);
      Matcher words = WORD.matcher(bytes.toLowerCase(Locale.ROOT));
      while (words.find()) {
        if (planted.contains(words.group())) {
          found.add(words.group());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many different markers were found so far.
  int found() {
    return found.size();
  }
}
