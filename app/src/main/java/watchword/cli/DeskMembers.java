package watchword.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.console.Belonging;
import watchword.desk.Entry;
import watchword.desk.Office;
import watchword.member.Pseudonym;

/// Who belongs to a running desk, in the name of one member who sits there.
///
/// @param acts what else changes at a desk when its members do
record DeskMembers(Office office, Pseudonym member, Acts acts) implements Belonging {

  /// Acts by a member on another, at a desk at work.
  interface Acts {
    boolean revoke(Pseudonym by, Pseudonym name, boolean lost) throws IOException;

    void restore(Pseudonym by, Pseudonym name) throws IOException;
  }

  @Override
  public List<Person> members() {
    return office.members().list().stream()
        .map(one -> new Person(one.pseudonym().name(), one.role().name().toLowerCase(Locale.ROOT), List.copyOf(one.lanes()), one.joined().date()))
        .toList();
  }

  @Override
  public List<Suspended> suspended() {
    return office.members().suspended().stream()
        .map(one -> new Suspended(one.member().pseudonym().name(), one.by().name(), one.since(), one.end()))
        .toList();
  }

  @Override
  public List<Entry.Voted> votes() {
    return office.votes(member);
  }

  @Override
  public Optional<String> refusal(String name) {
    return office.refusal(member, new Pseudonym(name));
  }

  @Override
  public List<Integer> unheldLanes(String without) {
    return office.unheldLanes(new Pseudonym(without));
  }

  @Override
  public boolean revoke(String name, boolean lost) throws IOException {
    return acts.revoke(member, new Pseudonym(name), lost);
  }

  @Override
  public void restore(String name) throws IOException {
    acts.restore(member, new Pseudonym(name));
  }
}
