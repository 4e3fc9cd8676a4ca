package watchword.core.kind;

import java.util.Map;

/// A figure a sender may add to a report of a kind, such as the number of vehicles.
///
/// @param unit what is counted, in English, for the desk
public record Field(String name, String unit, Map<Language, String> names) {
  public Field {
    names = Map.copyOf(names);
  }
}
