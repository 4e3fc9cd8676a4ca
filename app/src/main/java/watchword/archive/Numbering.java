package watchword.archive;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/// Numbers for the few values that many records share; two that are equal but not the same have two.
///
/// @param <T> the values, kinds for example: one of another layout has the same id and other scales
final class Numbering<T> {

  private final List<T> values = new ArrayList<>();
  private final IdentityHashMap<T, Integer> numbers = new IdentityHashMap<>();

  /// The number of a value; a new one for a new value.
  int of(T value) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    values.add(value);
    numbers.put(value, values.size() - 1);
    return values.size() - 1;
  }

  T get(int number) {
    return values.get(number);
  }

  /// Puts another value in the place of each.
  void replaceAll(UnaryOperator<T> other) {
    values.replaceAll(other);
    numbers.clear();
    for (int i = 0; i < values.size(); i++) {
      numbers.putIfAbsent(values.get(i), i);
    }
  }
}
