package watchword.core.decision;

import java.util.Set;
import watchword.core.bulletin.Status;

/// A status some members want an incident published with.
///
/// @param members pseudonyms of those who signed it, at least one
public record Wish(Status status, Set<String> members) {
  public Wish {
    members = Set.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a wish nobody signed");
    }
  }
}
