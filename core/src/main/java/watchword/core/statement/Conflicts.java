package watchword.core.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /// The groups, and the statements of each, in the order of the text; statements without a contrary are in none.
  public static List<List<Statement>> of(List<Statement> statements) {
    List<Set<Long>> stems = statements.stream().map(Conflicts::stems).toList();
    List<Set<String>> numbers = statements.stream().map(Conflicts::numbers).toList();
    int[] firsts = IntStream.range(0, statements.size()).toArray();
    for (int i = 0; i < statements.size(); i++) {
      for (int j = Math.max(0, i - REACH); j < i; j++) {
        boolean contrary = statements.get(j).polarity() != statements.get(i).polarity() || differ(numbers.get(j), numbers.get(i));
        if (contrary && share(stems.get(j), stems.get(i))) {
          join(firsts, j, i);
        }
      }
    }
    Map<Integer, List<Statement>> groups = new TreeMap<>();
    for (int i = 0; i < firsts.length; i++) {
      groups.computeIfAbsent(first(firsts, i), first -> new ArrayList<>()).add(statements.get(i));
    }
    return groups.values().stream().filter(group -> group.size() > 1).map(List::copyOf).toList();
  }

  private static void join(int[] firsts, int a, int b) {
    int first = first(firsts, a);
    int other = first(firsts, b);
    firsts[Math.max(first, other)] = Math.min(first, other);
  }

  /// The first statement of a group; the way there is halved as it is gone, so that joining costs next to nothing however many meet.
  private static int first(int[] firsts, int of) {
    int at = of;
    while (firsts[at] != at) {
      firsts[at] = firsts[firsts[at]];
      at = firsts[at];
    }
    return at;
  }

  private static boolean differ(Set<String> numbers, Set<String> others) {
    return !numbers.isEmpty() && !others.isEmpty() && !numbers.equals(others);
  }

  private static Set<String> numbers(Statement statement) {
    return statement.figures().stream().map(figure -> figure.split(" ", -1)[0]).collect(Collectors.toSet());
  }

  private static boolean share(Set<Long> a, Set<Long> b) {
    if (Math.min(a.size(), b.size()) < LEAST_SHARED) {
      return false;
    }
    Set<Long> fewer = a.size() < b.size() ? a : b;
    Set<Long> more = a.size() < b.size() ? b : a;
    long shared = fewer.stream().filter(more::contains).count();
    return shared >= LEAST_SHARED && shared * 2 >= fewer.size();
  }

  private static Set<Long> stems(Statement statement) {
    Set<String> cues = statement.why().stream().flatMap(reason -> List.of(reason.words().split(" ", -1)).stream()).map(WordCutter::key).collect(Collectors.toSet());
    return WordCutter.of(statement.text(), 0, statement.text().length()).stream().map(Word::key).filter(key -> key.length() >= SHORTEST && !cues.contains(key))
        .map(Words::stemHash).collect(Collectors.toSet());
  }
}
