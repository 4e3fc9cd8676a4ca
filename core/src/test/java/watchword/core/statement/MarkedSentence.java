package watchword.core.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// One line of the marked set: a sentence and the four marks of its main claim (spec/statements.md).
record MarkedSentence(String id, String language, String text, String hedge, String type, String polarity, String tense) {
  static final Set<String> LANGUAGES = Set.of("be", "en", "lt", "pl", "ru", "uk");
  static final Set<String> HEDGES = Set.of("certain", "probable", "possible", "hearsay", "conditional", "unknown", "none");
  static final Set<String> TYPES = Set.of("fact", "figure", "plan", "forecast", "judgement", "appeal", "act");
  static final Set<String> POLARITIES = Set.of("affirmed", "denied");
  static final Set<String> TENSES = Set.of("observed", "planned", "predicted", "conditional");

  private static final String HEADER = "id\tlanguage\ttext\thedge\ttype\tpolarity\ttense";
  private static final Path FOLDER = Path.of("src", "test", "resources", "statements");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  MarkedSentence {
    if (!LANGUAGES.contains(language) || !id.matches(language + "-\\d{3}")) {
      throw new IllegalArgumentException(id + ": language " + language);
    }
    if (!HEDGES.contains(hedge) || !TYPES.contains(type) || !POLARITIES.contains(polarity) || !TENSES.contains(tense)) {
      throw new IllegalArgumentException(id + ": " + List.of(hedge, type, polarity, tense));
    }
  }

  /// Returns the half that may be read by whoever writes lists of words.
  static List<MarkedSentence> development() {
    return read("development.tsv");
  }

  /// Returns the half that is kept for scoring.
  static List<MarkedSentence> heldBack() {
    return read("held-back.tsv");
  }

  static List<MarkedSentence> all() {
    List<MarkedSentence> all = new ArrayList<>(development());
    all.addAll(heldBack());
    return List.copyOf(all);
  }

  /// Returns whether the rule of the split puts this text into the held-back half: first byte of its SHA-256 odd.
  boolean belongsHeldBack() {
    try {
      return (MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))[0] & 1) == 1;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> words() {
    return words(text);
  }

  static List<String> words(String text) {
    return BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
  }

  private static List<MarkedSentence> read(String file) {
    List<String> lines = lines(file);
    if (!lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException(file + ": line 1 is not the header");
    }
    return lines.stream().skip(1).map(MarkedSentence::parse).toList();
  }

  private static MarkedSentence parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 7) {
      throw new IllegalArgumentException(fields[0] + ": " + fields.length + " fields, not 7");
    }
    return new MarkedSentence(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]);
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
