package watchword.core.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The catalogue of kinds, in its own order.
public final class Kinds {

  private final Map<String, Kind> byId;

  private Kinds(Map<String, Kind> byId) {
    this.byId = byId;
  }

  /// Checks that ids are unique and that `confusable` names only kinds of the catalogue.
  public static Kinds of(List<Kind> kinds) {
    Map<String, Kind> byId = new LinkedHashMap<>();
    for (Kind kind : kinds) {
      if (byId.put(kind.id(), kind) != null) {
        throw new IllegalArgumentException("kind " + kind.id() + " stands twice in the catalogue");
      }
    }
    for (Kind kind : kinds) {
      for (String other : kind.confusable().keySet()) {
        if (!byId.containsKey(other)) {
          throw new IllegalArgumentException("kind " + kind.id() + " names " + other + ", which is not a kind");
        }
      }
    }
    return new Kinds(byId);
  }

  public Kind get(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no kind " + id));
  }

  public Optional<Kind> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public List<Kind> list() {
    return new ArrayList<>(byId.values());
  }
}
