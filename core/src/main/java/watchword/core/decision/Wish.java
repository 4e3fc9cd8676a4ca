package watchword.core.decision;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import watchword.core.bulletin.Status;

/// A status some members want an incident published with.
///
/// @param members pseudonyms of those who signed it, at least one
public record Wish(Status status, Set<String> members) {

  /// What may be wished for an incident: it is taken back by a withdrawal, and judgements answer questions.
  public static final Set<Status> STATUSES = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Status.JUDGED, Status.RETRACTED)));

  public Wish {
    members = Set.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a wish nobody signed");
    }
  }
}
