package watchword.console;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import watchword.core.incident.IncidentId;

/// What a form or an address carried.
record Fields(Context ctx) {

  /// Longest text of a field; a report by hand may be as long as a sealed one.
  private static final int LONGEST = 8_000;

  /// Empty where it is missing or blank.
  Optional<String> find(String name) {
    String value = ctx.method().name().equals("POST") ? ctx.formParam(name) : ctx.queryParam(name);
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty() && text.length() <= LONGEST);
  }

  String get(String name) {
    return find(name).orElseThrow(() -> new RefusedException(400, "The form was not complete. Nothing was done: go back and fill it in."));
  }

  List<String> list(String name) {
    return ctx.formParams(name);
  }

  <E extends Enum<E>> E choice(Class<E> type, String name) {
    return find(type, name).orElseThrow(() -> new RefusedException(400, "A choice is missing. Nothing was done: go back and choose."));
  }

  private <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
    String value = get(name);
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(value)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  IncidentId id() {
    return new IncidentId(get("id"));
  }

  Tab tab() {
    return Tab.of(find("tab").orElse(""));
  }
}
