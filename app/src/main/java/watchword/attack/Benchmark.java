package watchword.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/// All methods on the same worlds, side by side.
public final class Benchmark {

  private static final List<Method> METHODS = List.of(new Vote(), new DawidSkene(), new TruthFinder(), new NaiveBayes(), new Ours());

  private Benchmark() {}

  /// What [#run] counts as it goes on: a world heard by a method.
  public static long steps(int seeds) {
    return (long) seeds * METHODS.size();
  }

  /// Runs every method on so many worlds.
  ///
  /// @param first the first seed; the others follow it
  /// @param poisoned share of verdicts on planted events that say they are so
  /// @param advance told of each step
  public static List<Summary> run(long first, int seeds, double poisoned, LongConsumer advance) {
    Map<String, List<Trial>> trials = new LinkedHashMap<>();
    for (long seed = first; seed < first + seeds; seed++) {
      for (Method method : METHODS) {
        // Each method meets worlds of its own making of chance: the same for all, whatever the others tried on them.
        World seen = World.seeded(seed, true, poisoned);
        World unseen = World.seeded(seed, false, poisoned);
        trials.computeIfAbsent(method.name(), name -> new ArrayList<>()).add(Trial.of(method, seen, unseen));
        advance.accept(1);
      }
    }
    return trials.entrySet().stream().map(of -> Summary.of(of.getKey(), of.getValue())).toList();
  }
}
