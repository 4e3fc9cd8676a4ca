package watchword.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import watchword.core.kind.Acled;
import watchword.core.kind.Cap;
import watchword.core.kind.Field;
import watchword.core.kind.Kind;
import watchword.core.kind.Kinds;
import watchword.core.kind.Language;
import watchword.core.kind.Rule;
import watchword.core.kind.Shape;

/// Reads the catalogue of kinds, as `spec/kinds.json` holds it.
///
/// One spelling is accepted; anything else is refused with the kind and the key that is wrong.
public final class KindsFile {

  private static final String FORMAT = "watchword.kinds/1";
  private static final String RESOURCE = "/watchword/kinds.json";
  private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");

  /// What a kind that is never published says in an alert: nothing.
  private static final Cap SILENT = new Cap("Other", "Unknown", "Unknown", "None");

  private static final Set<String> KIND_KEYS =
      Set.of(
          "id", "shape", "group", "icon", "names", "headlines", "fields", "confusable",
          "sameHappeningMinutes", "sameHappeningMetres", "speedKmh", "acled", "cap", "policy");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private KindsFile() {}

  /// The catalogue this program comes with.
  public static Kinds builtIn() {
    try (InputStream in = KindsFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program was packed without " + RESOURCE);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a catalogue; the caller closes the stream.
  ///
  /// @throws FormatException in one sentence that names the kind and the key
  public static Kinds read(InputStream in) throws IOException {
    Entry root;
    try {
      JsonNode node = JSON.readTree(in);
      root = new Entry(node, "the catalogue").only(Set.of("format", "languages", "groups", "fields", "kinds"), Set.of());
    } catch (JsonProcessingException e) {
      throw new FormatException("the catalogue is not JSON: line " + e.getLocation().getLineNr() + ", " + e.getOriginalMessage());
    }
    if (!root.text("format").equals(FORMAT)) {
      throw root.fault("format", "is not " + FORMAT);
    }
    if (!root.texts("languages").equals(Stream.of(Language.values()).map(Language::code).toList())) {
      throw root.fault("languages", "are not en, be, ru, uk, pl, lt");
    }
    Set<String> groups = groups(root);
    Map<String, Field> fields = fields(root);
    List<Kind> kinds = new ArrayList<>();
    for (Entry entry : root.objects("kinds")) {
      Entry kind = entry.only(KIND_KEYS, Set.of());
      kinds.add(kind(kind.named("kind " + kind.text("id")), groups, fields));
    }
    try {
      return Kinds.of(kinds);
    } catch (IllegalArgumentException e) {
      throw new FormatException(String.valueOf(e.getMessage()));
    }
  }

  private static Set<String> groups(Entry root) {
    Set<String> groups = new HashSet<>();
    for (Entry entry : root.objects("groups")) {
      Entry group = entry.only(Set.of("id", "names"), Set.of());
      group.words("names");
      if (!groups.add(group.text("id"))) {
        throw group.fault("id", "stands twice");
      }
    }
    return groups;
  }

  /// The choices of a field are the form's; the desk reads their numbers only.
  private static Map<String, Field> fields(Entry root) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Entry entry : root.objects("fields")) {
      Entry field = entry.only(Set.of("name", "unit", "names"), Set.of("choices"));
      String name = field.text("name");
      if (fields.put(name, new Field(name, field.text("unit"), field.words("names"))) != null) {
        throw field.fault("name", "stands twice");
      }
      if (field.node().has("choices")) {
        for (Entry choice : field.objects("choices")) {
          choice.only(Set.of("value", "names"), Set.of());
          choice.whole("value", 0);
          choice.words("names");
        }
      }
    }
    return fields;
  }

  private static Kind kind(Entry kind, Set<String> groups, Map<String, Field> fields) {
    String id = kind.text("id");
    if (!ID.matcher(id).matches()) {
      throw kind.fault("id", "is not lower-case words joined by hyphens");
    }
    if (!groups.contains(kind.text("group"))) {
      throw kind.fault("group", "is not one of the groups");
    }
    Rule rule = rule(kind);
    return new Kind(
        id,
        shape(kind),
        kind.text("group"),
        kind.text("icon"),
        kind.words("names"),
        headlines(kind, rule),
        fields(kind, fields),
        confusable(kind, id),
        kind.whole("sameHappeningMinutes", 1),
        kind.whole("sameHappeningMetres", 1),
        kind.number("speedKmh", 0, 3_000),
        kind.object("acled").map(KindsFile::acled),
        cap(kind, rule),
        rule);
  }

  private static Shape shape(Entry kind) {
    return switch (kind.text("shape")) {
      case "event" -> Shape.EVENT;
      case "state" -> Shape.STATE;
      default -> throw kind.fault("shape", "is neither event nor state");
    };
  }

  /// A kind that is never published has no public sentence; every other has one in each language, with its place.
  private static Map<Language, String> headlines(Entry kind, Rule rule) {
    boolean empty = kind.object("headlines").map(headlines -> headlines.node().isEmpty()).orElse(true);
    if (rule.never() != empty) {
      throw kind.fault("headlines", rule.never() ? "are given for a kind that is never published" : "are missing");
    }
    if (empty) {
      return Map.of();
    }
    Map<Language, String> headlines = kind.words("headlines");
    headlines.forEach((language, words) -> {
      if (words.split("\\{place\\}", -1).length != 2) {
        throw kind.fault("headlines", "in " + language.code() + " do not hold {place} once");
      }
    });
    return headlines;
  }

  private static List<Field> fields(Entry kind, Map<String, Field> known) {
    List<Field> fields = new ArrayList<>();
    for (String name : kind.texts("fields")) {
      Field field = known.get(name);
      if (field == null) {
        throw kind.fault("fields", "name " + name + ", which is not a field");
      }
      fields.add(field);
    }
    return fields;
  }

  private static Map<String, Double> confusable(Entry kind, String id) {
    Entry entry = kind.object("confusable").orElseThrow(() -> kind.fault("confusable", "is missing"));
    Map<String, Double> confusable = new LinkedHashMap<>();
    for (Iterator<String> others = entry.node().fieldNames(); others.hasNext(); ) {
      String other = others.next();
      if (other.equals(id)) {
        throw kind.fault("confusable", "names the kind itself");
      }
      confusable.put(other, entry.number(other, 0, 1));
    }
    return confusable;
  }

  private static Acled acled(Entry entry) {
    entry.only(Set.of("eventType", "subEventType"), Set.of());
    return new Acled(entry.text("eventType"), entry.text("subEventType"));
  }

  private static Cap cap(Entry kind, Rule rule) {
    if (kind.object("cap").isEmpty() != rule.never()) {
      throw kind.fault("cap", rule.never() ? "is given for a kind that is never published" : "is missing");
    }
    return kind.object("cap")
        .map(cap -> cap.only(Set.of("category", "urgency", "severity", "responseType"), Set.of()))
        .map(cap -> new Cap(cap.text("category"), cap.text("urgency"), cap.text("severity"), cap.text("responseType")))
        .orElse(SILENT);
  }

  private static Rule rule(Entry kind) {
    Entry policy = kind.object("policy").orElseThrow(() -> kind.fault("policy", "is missing"));
    policy.only(Set.of("delayMinutes", "cellMetres", "origins", "dangerToLife", "districtOnlyHours", "never"), Set.of());
    return new Rule(
        policy.whole("delayMinutes", 0),
        policy.whole("cellMetres", 1),
        policy.whole("origins", 1),
        policy.flag("dangerToLife"),
        policy.whole("districtOnlyHours", 0),
        policy.flag("never"));
  }
}
