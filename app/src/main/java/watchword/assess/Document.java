package watchword.assess;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import watchword.archive.Entry;
import watchword.archive.FormatException;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Question;
import watchword.core.bulletin.Likelihood;

/// One file of a question's folder: JSON, of a named format; and how its values are spelled.
final class Document {

  /// UTC, to the minute.
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withResolverStyle(ResolverStyle.STRICT);

  /// Larger files were not written by people.
  private static final long MOST_BYTES = 16 << 20;

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Document() {}

  static Entry open(Path file, String format) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > MOST_BYTES) {
      throw new FormatException(name + " is larger than 16 MB");
    }
    try {
      JsonNode node = JSON.readTree(file.toFile());
      Entry root = new Entry(node, name);
      if (!node.isObject() || !root.text("format").equals(format)) {
        throw root.fault("format", "is not " + format);
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new FormatException(name + " is not JSON: line " + e.getLocation().getLineNr() + ", " + e.getOriginalMessage());
    }
  }

  static Optional<Entry> find(Path file, String format) throws IOException {
    return Files.exists(file) ? Optional.of(open(file, format)) : Optional.empty();
  }

  /// A record made from an entry; what the record refuses is told with the entry's name.
  static <T> T made(Entry entry, Supplier<T> record) {
    try {
      return record.get();
    } catch (IllegalArgumentException e) {
      throw new FormatException(entry.where() + ": " + e.getMessage());
    }
  }

  static Instant minute(Entry entry, String key) {
    return minute(entry.text(key)).orElseThrow(() -> entry.fault(key, "is not a time in UTC such as 2026-11-20T12:00"));
  }

  static Optional<Instant> minute(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, MINUTE).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static String minute(Instant instant) {
    return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
  }

  static LocalDate day(Entry entry, String key) {
    try {
      return LocalDate.parse(entry.text(key));
    } catch (DateTimeParseException e) {
      throw entry.fault(key, "is not a day such as 2026-12-31");
    }
  }

  /// The seven words, one for each hypothesis by its id.
  static Expectation expectation(Entry entry, String key, Question question) {
    Entry words = perHypothesis(entry, key, question);
    List<Likelihood> all = new ArrayList<>();
    for (Hypothesis hypothesis : question.hypotheses()) {
      all.add(likelihood(words, hypothesis.id()));
    }
    return new Expectation(all);
  }

  static List<Double> probabilities(Entry entry, String key, Question question) {
    Entry numbers = perHypothesis(entry, key, question);
    return question.hypotheses().stream().map(hypothesis -> numbers.number(hypothesis.id(), 0, 1)).toList();
  }

  private static Entry perHypothesis(Entry entry, String key, Question question) {
    Set<String> ids = Set.copyOf(question.hypotheses().stream().map(Hypothesis::id).toList());
    return entry.object(key).orElseThrow(() -> entry.fault(key, "is not an object")).only(ids, Set.of());
  }

  static String word(Likelihood word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Likelihood likelihood(Entry entry, String key) {
    String text = entry.text(key);
    return Arrays.stream(Likelihood.values()).filter(word -> word(word).equals(text)).findFirst().orElseThrow(() -> entry.fault(key,
        "is none of " + String.join(", ", Arrays.stream(Likelihood.values()).map(Document::word).toList())));
  }

  /// A value spelled as its name in lower case with hyphens.
  static <E extends Enum<E>> E one(Entry entry, String key, Class<E> of) {
    String text = entry.text(key);
    return Arrays.stream(of.getEnumConstants()).filter(value -> spelled(value).equals(text)).findFirst().orElseThrow(() -> entry.fault(key,
        "is none of " + String.join(", ", Arrays.stream(of.getEnumConstants()).map(Document::spelled).toList())));
  }

  static <E extends Enum<E>> String spelled(E value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
