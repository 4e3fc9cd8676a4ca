package watchword.gate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  void keepOnly(Collection<Term> terms) {
    byTerm.keySet().retainAll(terms);
  }
}
