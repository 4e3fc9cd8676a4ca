package watchword.core.incident;

import java.util.Set;

/// What members have said: these two reports are the same happening, these are not.
public record Constraints(Set<Pair> same, Set<Pair> different) {

  public static final Constraints NONE = new Constraints(Set.of(), Set.of());

  public Constraints {
    same = Set.copyOf(same);
    different = Set.copyOf(different);
  }
}
