package watchword.console;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import watchword.desk.Entry;

/// Who belongs to a desk, for the member of one session: what they are shown of it, and the acts that change it at once.
///
/// Acts that are refused throw an [IllegalArgumentException] whose message says why, and change nothing.
public interface Belonging {

  /// A member.
  ///
  /// @param role in a word
  record Person(String name, String role, List<Integer> lanes, LocalDate since) {
    public Person {
      lanes = List.copyOf(lanes);
    }
  }

  /// A member who is suspended.
  ///
  /// @param by whose word it is
  /// @param end when it is final if nobody takes them back
  record Suspended(String name, String by, Instant since, Instant end) {}

  List<Person> members();

  List<Suspended> suspended();

  /// What was said in the last 30 days of who belongs, as far as this member was there; oldest first.
  List<Entry.Voted> votes();

  /// Why this member's word does not suspend another, or make their suspension final; empty where it does.
  Optional<String> refusal(String name);

  /// Lanes that nobody unlocked would hold without this member.
  List<Integer> unheldLanes(String without);

  /// Suspends a member, or makes another's suspension of them final; their sessions at this desk, keys and shares are gone when it returns.
  ///
  /// @param lost a device of theirs was lost unlocked: readers are told, signed and for good, of which days reports may be read
  /// @return whether it is final
  boolean revoke(String name, boolean lost) throws IOException;

  /// Takes a suspended member back.
  void restore(String name) throws IOException;
}
