package watchword.gate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import watchword.seal.Bytes;
import watchword.seal.Term;

/// The hashes of inner files taken, by the term whose gate key opened them.
final class Seen {
  private final Map<Term, Set<Bytes>> byTerm = new TreeMap<>();

  boolean contains(Bytes sha256) {
    return byTerm.values().stream().anyMatch(term -> term.contains(sha256));
  }

  void add(Term term, Bytes sha256) {
    byTerm.computeIfAbsent(term, _ -> new HashSet<>()).add(sha256);
  }

  /// Returns a term's hashes in their own order, which says nothing of the order they came in.
  List<Bytes> sorted(Term term) {
    Set<Bytes> sorted = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    sorted.addAll(byTerm.getOrDefault(term, Set.of()));
    return List.copyOf(sorted);
  }

  void keepOnly(Collection<Term> terms) {
    byTerm.keySet().retainAll(terms);
  }
}
