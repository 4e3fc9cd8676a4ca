package watchword.desk;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Outcome;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Subject;
import watchword.core.kind.Kind;
import watchword.core.kind.Kinds;
import watchword.core.kind.Language;
import watchword.core.report.MediaHash;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.text.Words;
import watchword.seal.FormatException;

/// Entries as the journal keeps them: `watchword.entry/1`, a line end, one JSON object that names its type.
public final class EntryFormat {

  private static final String FIRST_LINE = "watchword.entry/1\n";

  private final ObjectMapper mapper;

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  private interface Typed {}

  /// @param kinds kinds stand in entries by their id
  public EntryFormat(Kinds kinds) {
    SimpleModule module = new SimpleModule();
    value(module, Kind.class, Kind::id, kinds::get);
    value(module, ReportId.class, ReportId::value, ReportId::new);
    value(module, SourceKey.class, SourceKey::value, SourceKey::new);
    value(module, MediaHash.class, MediaHash::value, MediaHash::new);
    value(module, BulletinId.class, BulletinId::value, BulletinId::new);
    value(module, Words.class, EntryFormat::spell, EntryFormat::words);
    value(module, Language.class, Language::code, code -> Language.find(code).orElseThrow(() -> new IllegalArgumentException("not the code of a language")));
    languages(module);
    this.mapper =
        JsonMapper.builder(StrictJson.factory())
            .addModules(new Jdk8Module(), new JavaTimeModule(), module)
            .addMixIn(Entry.class, Typed.class)
            .addMixIn(Bulletin.class, Typed.class)
            .addMixIn(QuestionStep.class, Typed.class)
            .addMixIn(Evidence.class, Typed.class)
            .addMixIn(Outcome.class, Typed.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .addMixIn(Subject.class, Typed.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    mapper.registerSubtypes(Entry.class.getPermittedSubclasses());
    mapper.registerSubtypes(Bulletin.class.getPermittedSubclasses());
    mapper.registerSubtypes(QuestionStep.class.getPermittedSubclasses());
    mapper.registerSubtypes(Evidence.class.getPermittedSubclasses());
    mapper.registerSubtypes(Outcome.class.getPermittedSubclasses());
    mapper.registerSubtypes(Subject.class.getPermittedSubclasses());
  }

  public byte[] write(Entry entry) {
    try {
      return (FIRST_LINE + mapper.writerFor(Entry.class).writeValueAsString(entry)).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry cannot be written", e);
    }
  }

  public Entry read(byte[] bytes) throws FormatException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.startsWith(FIRST_LINE)) {
      throw new FormatException("the first line is not watchword.entry/1");
    }
    try {
      return mapper.readValue(text.substring(FIRST_LINE.length()), Entry.class);
    } catch (JsonProcessingException e) {
      throw new FormatException("the entry is not of a known type with all its members");
    }
  }

  /// Four groups of hashes in hex, parted by slashes, then the number of words.
  private static String spell(Words words) {
    return String.join("/", hex(words.stems()), hex(words.shingles()), hex(words.numbers()), Long.toHexString(words.wording()), Integer.toString(words.count()));
  }

  private static Words words(String spelling) {
    List<String> parts = Arrays.asList(spelling.split("/", -1));
    return Words.ofHashes(hashes(parts.get(0)), hashes(parts.get(1)), hashes(parts.get(2)), Long.parseUnsignedLong(parts.get(3), 16), Integer.parseInt(parts.get(4)));
  }

  private static String hex(long[] hashes) {
    StringBuilder hex = new StringBuilder();
    for (long hash : hashes) {
      hex.append(hex.isEmpty() ? "" : ",").append(Long.toHexString(hash));
    }
    return hex.toString();
  }

  private static long[] hashes(String hex) {
    return hex.isEmpty() ? new long[0] : Arrays.stream(hex.split(",", -1)).mapToLong(hash -> Long.parseUnsignedLong(hash, 16)).toArray();
  }

  /// A language as a member's name is its code.
  private static void languages(SimpleModule module) {
    module.addKeySerializer(Language.class, new StdSerializer<Language>(Language.class) {
      @Override
      public void serialize(Language value, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeFieldName(value.code());
      }
    });
    module.addKeyDeserializer(Language.class, new KeyDeserializer() {
      @Override
      public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        Optional<Language> language = Language.find(key);
        return language.isPresent() ? language.get() : context.handleWeirdKey(Language.class, key, "not the code of a language");
      }
    });
  }

  /// Writes a type as one string.
  private static <T> void value(SimpleModule module, Class<T> type, Function<T, String> spell, Function<String, T> parse) {
    module.addSerializer(type, new StdSerializer<T>(type) {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(spell.apply(value));
      }
    });
    module.addDeserializer(type, new StdDeserializer<T>(type) {
      @Override
      public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return parse.apply(json.getText());
      }
    });
  }
}
