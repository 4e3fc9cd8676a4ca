package watchword.core.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import watchword.core.text.Words;

/// Claims of one text that cannot all be so, to be shown together.
///
/// Two statements meet where they share half of the main words of the shorter one (of four letters and more, compared by their stems; no cue is one), three at least, and differ in polarity or in a number.
public final class Conflicts {

  private static final int LEAST_SHARED = 3;
  private static final int SHORTEST = 4;

  /// In a longer text only so many statements back are compared.
  private static final int REACH = 200;

  private Conflicts() {}

  /// The groups, each in the order of the text; statements without a contrary are in none.
  public static List<List<Statement>> of(List<Statement> statements) {
    List<Set<Long>> stems = statements.stream().map(Conflicts::stems).toList();
    List<Set<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      for (int j = Math.max(0, i - REACH); j < i; j++) {
        if (differ(statements.get(j), statements.get(i)) && share(stems.get(j), stems.get(i))) {
          join(groups, j, i);
        }
      }
    }
    return groups.stream().map(group -> group.stream().sorted().map(statements::get).toList()).toList();
  }

  private static void join(List<Set<Integer>> groups, int a, int b) {
    Set<Integer> joined = new HashSet<>(Set.of(a, b));
    groups.removeIf(group -> {
      boolean meets = group.contains(a) || group.contains(b);
      if (meets) {
        joined.addAll(group);
      }
      return meets;
    });
    groups.add(joined);
  }

  private static boolean differ(Statement a, Statement b) {
    Set<String> numbers = numbers(a);
    Set<String> others = numbers(b);
    return a.polarity() != b.polarity() || (!numbers.isEmpty() && !others.isEmpty() && !numbers.equals(others));
  }

  private static Set<String> numbers(Statement statement) {
    return statement.figures().stream().map(figure -> figure.split(" ", -1)[0]).collect(Collectors.toSet());
  }

  private static boolean share(Set<Long> a, Set<Long> b) {
    Set<Long> shared = new HashSet<>(a);
    shared.retainAll(b);
    return shared.size() >= LEAST_SHARED && shared.size() * 2 >= Math.min(a.size(), b.size());
  }

  private static Set<Long> stems(Statement statement) {
    Set<String> cues = statement.why().stream().flatMap(reason -> List.of(reason.words().split(" ", -1)).stream()).map(WordCutter::key).collect(Collectors.toSet());
    return WordCutter.of(statement.text(), 0, statement.text().length()).stream().map(Word::key).filter(key -> key.length() >= SHORTEST && !cues.contains(key))
        .map(Words::stemHash).collect(Collectors.toSet());
  }
}
