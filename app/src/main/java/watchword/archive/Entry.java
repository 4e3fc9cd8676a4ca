package watchword.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.core.kind.Language;

/// One object of a JSON file and the words an error calls it by.
///
/// Every getter refuses what is missing or of another type, and names the entry and the key.
public record Entry(JsonNode node, String where) {

  /// Checks that the object has no keys but these; `optional` ones may be absent.
  public Entry only(Set<String> keys, Set<String> optional) {
    if (!node.isObject()) {
      throw new FormatException(where + " is not an object");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!keys.contains(name) && !optional.contains(name)) {
        throw new FormatException(where + " has a key it should not have: " + name);
      }
    }
    for (String key : keys.stream().sorted().toList()) {
      if (!node.has(key)) {
        throw fault(key, "is missing");
      }
    }
    return this;
  }

  /// Whether a key that may be absent is there.
  public boolean has(String key) {
    return node.has(key);
  }

  /// The same object under a better name.
  public Entry named(String name) {
    return new Entry(node, name);
  }

  public FormatException fault(String key, String problem) {
    return new FormatException(where + ": " + key + " " + problem);
  }

  public String text(String key) {
    JsonNode value = value(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw fault(key, "is not a text");
    }
    return value.textValue();
  }

  public boolean flag(String key) {
    JsonNode value = value(key);
    if (!value.isBoolean()) {
      throw fault(key, "is neither true nor false");
    }
    return value.booleanValue();
  }

  public int whole(String key, int least) {
    JsonNode value = value(key);
    if (!value.isInt() || value.intValue() < least) {
      throw fault(key, "is not a whole number of at least " + least);
    }
    return value.intValue();
  }

  public double number(String key, double least, double most) {
    JsonNode value = value(key);
    if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
      throw fault(key, "is not a number from " + least + " to " + most);
    }
    return value.doubleValue();
  }

  /// The object under a key; empty where the key holds `null`.
  public Optional<Entry> object(String key) {
    JsonNode value = value(key);
    return value.isNull() ? Optional.empty() : Optional.of(new Entry(value, where + ", " + key));
  }

  public List<Entry> objects(String key) {
    JsonNode array = array(key);
    List<Entry> entries = new ArrayList<>();
    for (JsonNode element : array) {
      entries.add(new Entry(element, key + " " + (entries.size() + 1)));
    }
    return entries;
  }

  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(key)) {
      if (!element.isTextual()) {
        throw fault(key, "holds something that is not a text");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /// Words in every language.
  public Map<Language, String> words(String key) {
    Entry words = new Entry(value(key), where + ", " + key);
    Map<Language, String> byLanguage = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      if (!words.node.has(language.code())) {
        throw fault(key, "is missing in " + language.code());
      }
      byLanguage.put(language, words.text(language.code()));
    }
    if (words.node.size() != byLanguage.size()) {
      throw fault(key, "has a language that is not in the list");
    }
    return byLanguage;
  }

  private JsonNode array(String key) {
    JsonNode array = value(key);
    if (!array.isArray()) {
      throw fault(key, "is not a list");
    }
    return array;
  }

  private JsonNode value(String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw fault(key, "is missing");
    }
    return value;
  }
}
