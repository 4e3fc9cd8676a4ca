package watchword.core.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// Who says what of which item, in columns: a million claims are a few arrays.
///
/// A source that says the same of an item twice has said it once; one that contradicts itself says nothing of it. What is said is kept in an order that
/// depends on the words alone, so that no model can lean on the order of a file.
public final class Claims {

  private final List<String> items;
  private final List<String> sources;
  private final List<String> values = new ArrayList<>();
  /// Where the claims of an item begin; those of the next begin where they end.
  private final int[] start;
  private final int[] source;
  /// Number of the claim's value among the values of its item.
  private final int[] option;
  /// Where the values said of an item begin.
  private final int[] valueStart;
  private final int contradictions;

  private Claims(Map<String, Map<String, Set<String>>> said, List<String> sources) {
    this.items = List.copyOf(said.keySet());
    this.sources = sources;
    Map<String, Integer> numbers = new HashMap<>();
    sources.forEach(name -> numbers.put(name, numbers.size()));
    int claims = said.values().stream().mapToInt(Map::size).sum();
    this.start = new int[items.size() + 1];
    this.valueStart = new int[items.size() + 1];
    int[] by = new int[claims];
    int[] what = new int[claims];
    int count = 0;
    int against = 0;
    for (int i = 0; i < items.size(); i++) {
      Map<String, Integer> options = new LinkedHashMap<>();
      for (Map.Entry<String, Set<String>> one : Objects.requireNonNull(said.get(items.get(i))).entrySet()) {
        if (one.getValue().size() > 1) {
          against++;
          continue;
        }
        by[count] = Objects.requireNonNull(numbers.get(one.getKey()));
        what[count++] = options.computeIfAbsent(one.getValue().iterator().next(), value -> options.size());
      }
      values.addAll(options.keySet());
      start[i + 1] = count;
      valueStart[i + 1] = values.size();
    }
    this.source = Arrays.copyOf(by, count);
    this.option = Arrays.copyOf(what, count);
    this.contradictions = against;
  }

  /// Gathers claims, in any order.
  public static Claims of(List<Claim> claims) {
    Map<String, Map<String, Set<String>>> said = new TreeMap<>();
    Set<String> sources = new HashSet<>();
    for (Claim claim : claims) {
      said.computeIfAbsent(claim.item(), item -> new TreeMap<>()).computeIfAbsent(claim.source(), name -> new HashSet<>(2)).add(claim.value());
      sources.add(claim.source());
    }
    return new Claims(said, sources.stream().sorted().toList());
  }

  public int items() {
    return items.size();
  }

  public String item(int item) {
    return items.get(item);
  }

  public int sources() {
    return sources.size();
  }

  public String source(int number) {
    return sources.get(number);
  }

  public int size() {
    return source.length;
  }

  /// How often a source said two things of one item; then it counts for neither.
  public int contradictions() {
    return contradictions;
  }

  /// The values said of an item.
  public List<String> values(int item) {
    return values.subList(valueStart[item], valueStart[item + 1]);
  }

  /// An estimate of each item of which something was said, in order; a verdict is its own, also where nobody said it.
  List<Estimate> estimates(Map<String, String> verdicts, IntFunction<Estimate> unknown) {
    List<Estimate> estimates = new ArrayList<>();
    for (int item = 0; item < items(); item++) {
      if (!values(item).isEmpty()) {
        Optional<String> verdict = Optional.ofNullable(verdicts.get(item(item)));
        estimates.add(verdict.isPresent() ? Estimate.known(item(item), verdict.get()) : unknown.apply(item));
      }
    }
    return estimates;
  }

  /// All values, each once, in order.
  List<String> labels() {
    return values.stream().distinct().sorted().toList();
  }

  int from(int item) {
    return start[item];
  }

  int to(int item) {
    return start[item + 1];
  }

  int sourceOf(int claim) {
    return source[claim];
  }

  int optionOf(int claim) {
    return option[claim];
  }
}
