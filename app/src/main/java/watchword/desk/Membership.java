package watchword.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import watchword.journal.Journal;
import watchword.member.Admission;
import watchword.member.Device;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.Member;
import watchword.member.Members;
import watchword.member.Pseudonym;
import watchword.member.Role;
import watchword.member.Suspension;
import watchword.seal.Epoch;

/// Who belongs to an unlocked desk: they come by invitation, are suspended by one member, and leave for good by two or by waiting.
///
/// A suspension takes at once what reaches forward: the session, the desk's key, root and board key, the lane keys of all days not yet destroyed, and every
/// epoch from now on. What the member could read of before stays sealed to them until the revocation is final, so that it can be stopped without loss.
final class Membership {

  /// Names that stand for no member.
  private static final Set<String> TAKEN = Set.of(Desk.DESK, Checkpoint.FORMER);

  private final Journal journal;
  private final Shares shares;
  private final DayKeys dayKeys;
  private final Sessions sessions;
  private final JournalLedger ledger;

  Membership(Journal journal, Shares shares, DayKeys dayKeys, Sessions sessions, JournalLedger ledger) {
    this.journal = journal;
    this.shares = shares;
    this.dayKeys = dayKeys;
    this.sessions = sessions;
    this.ledger = ledger;
  }

  Members members() {
    return ledger.roll().members();
  }

  /// Refuses founders and newcomers alike a name that would pass for the desk's own or for someone whose name was taken away.
  static void requireFree(Pseudonym name) {
    if (TAKEN.contains(name.name()) || name.name().startsWith(Checkpoint.FORMER_NUMBERED)) {
      throw new IllegalArgumentException("the pseudonym " + name + " stands for the desk or for a member of before; choose another");
    }
  }

  Admission admit(Invitation invitation, JoinRequest request, Instant now) {
    requireFree(request.pseudonym());
    Admission admission = members().admit(invitation, request, now);
    if (admission instanceof Admission.Admitted(Members members, Member _)) {
      ledger.append(members, now);
      int epoch = shares.beginEpoch(Epoch.of(now), members, sessions.desk());
      shares.giveCommon(members, sessions, Epoch.of(now));
      ledger.snapshotFor(request.device().sealing(), epoch);
      dayKeys.rewrap(Epoch.of(now).plusDays(1), members, sessions);
    }
    return admission;
  }

  /// Suspends a member, or agrees to another's word and ends their part; returns whether it is final.
  boolean revoke(Pseudonym by, Pseudonym name, Instant now) {
    requireRevocable(by, name, now);
    Optional<Suspension> standing = standing(name);
    ledger.append(by.name(), new Entry.Voted(now, by.name(), name.name(), standing.isPresent() ? Entry.Vote.END : Entry.Vote.SUSPEND));
    standing.ifPresentOrElse(suspension -> end(suspension, now), () -> suspend(by, name, now));
    return standing.isPresent();
  }

  /// Refuses what [#revoke] would refuse, and changes nothing: what a notice of compromise may be given before.
  void requireRevocable(Pseudonym by, Pseudonym name, Instant now) {
    requireVote(by);
    Optional<Suspension> standing = standing(name);
    if (standing.isEmpty()) {
      requireDispensable(members().find(name).orElseThrow(() -> new IllegalArgumentException("no member is called " + name)));
    } else if (standing.get().by().equals(by)) {
      throw new IllegalArgumentException(name + " is suspended by your word already; another member agrees, or it is final on " + standing.get().end());
    } else if (!members().endsAtOnce(standing.get(), by, now)) {
      throw new IllegalArgumentException(name + " is suspended by " + standing.get().by() + ", and it is final on " + standing.get().end()
          + " unless a member takes them back; sooner it is by the words of two editors who both have been members for seven days");
    }
  }

  private Optional<Suspension> standing(Pseudonym name) {
    return members().suspended().stream().filter(suspension -> suspension.member().pseudonym().equals(name)).findFirst();
  }

  /// Somebody unlocked must be left, and somebody for each lane.
  private void requireDispensable(Member member) {
    Members left = members().without(member.pseudonym());
    if (left.list().stream().noneMatch(other -> sessions.find(other.pseudonym().name()).isPresent())) {
      throw new IllegalArgumentException("another member must be unlocked to revoke this one");
    }
    member.lanes().stream().filter(lane -> left.holders(lane).isEmpty()).findFirst().ifPresent(lane -> {
      throw new IllegalArgumentException("nobody else could read lane " + lane + "; invite another member for it first, or close the desk with the stop sheet");
    });
  }

  private void requireVote(Pseudonym by) {
    if (members().find(by).filter(member -> member.role() == Role.EDITOR).isEmpty()) {
      throw new IllegalArgumentException(by + " is no editor of this desk; an editor revokes");
    }
  }

  private void suspend(Pseudonym by, Pseudonym name, Instant now) {
    Member member = members().find(name).orElseThrow();
    Members left = members().suspending(name, by, now);
    sessions.end(name.name()); // first: they are out, whatever fails afterwards
    dayKeys.close(); // who is left opens anew what is theirs
    member.devices().forEach(device -> journal.revoke(device.sealing(), Shares.COMMON));
    ledger.replay(_ -> {}); // by whoever is left
    dayKeys.replace(Epoch.of(now));
    shares.beginEpoch(Epoch.of(now), left, sessions.desk());
    ledger.append(left, now);
    dayKeys.rewrap(new Epoch(0), left, sessions);
  }

  /// Stops an invitation, used or not: any member may.
  void stop(Pseudonym by, Invitation invitation, Instant now) {
    requireMember(by);
    Member inviter = members().find(invitation.inviter()).orElseThrow(() -> new IllegalArgumentException("no member made this invitation: it admits nobody"));
    if (members().spent().contains(invitation.id())) {
      throw new IllegalArgumentException("this invitation is used or stopped already");
    }
    ledger.append(by.name(), new Entry.Voted(now, by.name(), inviter.pseudonym().name(), Entry.Vote.STOP));
    ledger.append(members().stopping(invitation), now);
  }

  private void requireMember(Pseudonym by) {
    if (members().find(by).isEmpty()) {
      throw new IllegalArgumentException(by + " is no member of this desk");
    }
  }

  /// Takes a suspended member back by any member's word, with everything they had and what came meanwhile.
  void restore(Pseudonym by, Pseudonym name, Instant now) {
    requireMember(by);
    Members whole = members().restoring(name);
    ledger.append(by.name(), new Entry.Voted(now, by.name(), name.name(), Entry.Vote.RESTORE));
    Member member = whole.find(name).orElseThrow();
    ledger.append(whole, now);
    shares.beginEpoch(Epoch.of(now), whole, sessions.desk());
    member.devices().forEach(device -> shares.giveBack(device, member.lanes(), sessions));
    shares.giveCommon(whole, sessions, Epoch.of(now));
    dayKeys.rewrap(new Epoch(0), whole, sessions);
  }

  /// Makes final what nobody stopped in its 24 hours.
  void endWhatIsDue(Instant now) {
    members().suspended().stream().filter(suspension -> !now.isBefore(suspension.end())).forEach(suspension -> end(suspension, now));
  }

  private void end(Suspension suspension, Instant now) {
    suspension.member().devices().stream().map(Device::sealing).forEach(journal::revoke);
    ledger.append(members().ending(suspension), now);
  }
}
