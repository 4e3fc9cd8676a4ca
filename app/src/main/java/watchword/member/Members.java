package watchword.member;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.member.Admission.Admitted;
import watchword.member.Admission.Reason;
import watchword.member.Admission.Refused;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.PublicKey;
import watchword.seal.VerifyKey;

/// The desk's directory of members, and the one place that says who may come in.
///
/// A value: each change returns a new directory. It names pseudonyms and public keys, and still says how many people
/// stand behind a desk, so its text belongs inside the journal, never beside it.
///
/// @param list in order of admission
/// @param suspended who is on the way out, and no member meanwhile
/// @param spent invitations used or stopped
/// @param admissions how many invitations were ever used
public record Members(List<Member> list, List<Suspension> suspended, Set<Bytes> spent, int admissions) {
  /// A day less than which a member has no vote on invitations.
  static final int DAYS_TO_COUNTERSIGN = 7;

  public Members {
    list = List.copyOf(list);
    suspended = List.copyOf(suspended);
    spent = Set.copyOf(spent);
    List<Member> known = Stream.concat(list.stream(), suspended.stream().map(Suspension::member)).toList();
    if (known.stream().map(Member::pseudonym).distinct().count() != known.size()) {
      throw new IllegalArgumentException("two members have one pseudonym");
    }
    List<Device> devices = known.stream().flatMap(member -> member.devices().stream()).toList();
    if (devices.stream().map(Device::sealing).distinct().count() != devices.size()
        || devices.stream().map(Device::signing).distinct().count() != devices.size()) {
      throw new IllegalArgumentException("two devices have one key");
    }
  }

  /// A directory in which nobody is suspended.
  public Members(List<Member> list, Set<Bytes> spent, int admissions) {
    this(list, List.of(), spent, admissions);
  }

  /// Returns a new desk's directory: its founder, who holds every lane.
  public static Members founded(JoinRequest founder, Set<Integer> lanes, Epoch today) {
    Member member = new Member(founder.pseudonym(), Role.EDITOR, lanes, today, List.of(founder.device()));
    return new Members(List.of(member), Set.of(), 0);
  }

  public Optional<Member> find(Pseudonym pseudonym) {
    return list.stream().filter(member -> member.pseudonym().equals(pseudonym)).findFirst();
  }

  /// Returns the member whose device signs with this key.
  public Optional<Member> find(VerifyKey signing) {
    return list.stream()
        .filter(member -> member.devices().stream().anyMatch(device -> device.signing().equals(signing)))
        .findFirst();
  }

  /// Returns the keys that a share for everyone is sealed to: one for each device.
  public List<PublicKey> holders() {
    return list.stream().flatMap(Members::keys).toList();
  }

  /// Returns the keys that a share of one lane is sealed to.
  public List<PublicKey> holders(int lane) {
    return list.stream().filter(member -> member.lanes().contains(lane)).flatMap(Members::keys).toList();
  }

  /// Returns the keys that a lane's key of days from this one on is sealed to anew: of members who came before that day, and of who came first of all.
  ///
  /// Who came later was not given it, and gets it by nobody's leaving.
  public List<PublicKey> holders(int lane, Epoch first) {
    List<Member> all = list.stream().filter(member -> member.lanes().contains(lane)).toList();
    int earliest = all.stream().mapToInt(member -> member.joined().day()).min().orElse(0);
    return all.stream().filter(member -> member.joined().day() == earliest || member.joined().compareTo(first) < 0).flatMap(Members::keys).toList();
  }

  /// Returns whose consent the invitation waits for at this time.
  public Consent consent(Invitation invitation, Instant now) {
    Optional<Member> inviter = find(invitation.inviter());
    if (invitation.countersignature().isPresent()) {
      boolean counts = inviter.filter(by -> counts(invitation.countersignature().get(), invitation, by)).isPresent();
      return counts ? Consent.NOBODYS : Consent.ANOTHERS_THAN_WHOSE_IT_HAS;
    }
    if (isFirst(invitation)) {
      return Consent.NOBODYS;
    }
    boolean somebodyMay =
        inviter.filter(by -> list.stream().anyMatch(member -> isVoice(member, by.pseudonym(), Epoch.of(now)))).isPresent();
    return somebodyMay ? Consent.ANOTHER_EDITORS : Consent.A_DAYS_WAIT;
  }

  /// Returns who may agree to what this member asks: other editors, of seven days.
  public List<Pseudonym> voices(Pseudonym asker, Epoch on) {
    return list.stream().filter(member -> isVoice(member, asker, on)).map(Member::pseudonym).toList();
  }

  /// Admits the device of the request if the invitation holds at this time.
  public Admission admit(Invitation invitation, JoinRequest request, Instant now) {
    return refusal(invitation, request, now)
        .<Admission>map(Refused::new)
        .orElseGet(() -> admitted(invitation, request, now));
  }

  /// Returns the directory in which this invitation is spent: anyone may stop one while it waits.
  public Members stopping(Invitation invitation) {
    return new Members(list, suspended, plus(invitation.id()), admissions);
  }

  /// Returns the directory in which this member is suspended; what they share from now on is for the journal to drop.
  public Members suspending(Pseudonym pseudonym, Pseudonym by, Instant now) {
    Member member = find(pseudonym).orElseThrow(() -> new IllegalArgumentException("no member is called " + pseudonym));
    Suspension suspension = new Suspension(member, now.truncatedTo(ChronoUnit.MINUTES), by);
    return new Members(without(pseudonym).list(), Stream.concat(suspended.stream(), Stream.of(suspension)).toList(), spent, admissions);
  }

  /// Returns the directory in which a suspended member is one again, last of all.
  public Members restoring(Pseudonym pseudonym) {
    Suspension back = suspended.stream().filter(suspension -> suspension.member().pseudonym().equals(pseudonym)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no member called " + pseudonym + " is suspended"));
    return new Members(Stream.concat(list.stream(), Stream.of(back.member())).toList(), ending(back).suspended(), spent, admissions);
  }

  /// Returns the directory that has forgotten a suspended member.
  public Members ending(Suspension suspension) {
    return new Members(list, suspended.stream().filter(other -> !other.equals(suspension)).toList(), spent, admissions);
  }

  /// Returns the directory without this member; their shares are for the journal to drop.
  public Members without(Pseudonym pseudonym) {
    return new Members(
        list.stream().filter(member -> !member.pseudonym().equals(pseudonym)).toList(), suspended, spent, admissions);
  }

  /// Returns the directory without this device: a lost one. A member's only device takes the member along.
  public Members without(Device device) {
    return new Members(list.stream().flatMap(member -> without(member, device)).toList(), suspended, spent, admissions);
  }

  /// Returns the directory as text, for an entry or a checkpoint.
  public byte[] write() {
    return MembersText.write(this);
  }

  public static Members read(byte[] text) throws FormatException {
    return MembersText.read(text);
  }

  private Optional<Reason> refusal(Invitation invitation, JoinRequest request, Instant now) {
    if (!invitation.request().equals(request.hash())) {
      return Optional.of(Reason.OTHER_REQUEST);
    }
    if (!invitation.signaturesHold()) {
      return Optional.of(Reason.FORGED);
    }
    if (spent.contains(invitation.id())) {
      return Optional.of(Reason.SPENT);
    }
    Optional<Member> inviter = find(invitation.inviter()).filter(member -> member.role() == Role.EDITOR);
    if (inviter.isEmpty()) {
      return Optional.of(Reason.INVITER_IS_NO_EDITOR);
    }
    return purposeRefusal(invitation.purpose(), inviter.get(), request)
        .or(() -> timeRefusal(invitation, now));
  }

  private Optional<Reason> purposeRefusal(Invitation.Purpose purpose, Member inviter, JoinRequest request) {
    boolean known = Stream.concat(list.stream(), suspended.stream().map(Suspension::member)).flatMap(member -> member.devices().stream()).anyMatch(
        device -> device.sealing().equals(request.device().sealing())
            || device.signing().equals(request.device().signing()));
    if (known) {
      return Optional.of(Reason.KEY_KNOWN);
    }
    if (suspended.stream().anyMatch(suspension -> suspension.member().pseudonym().equals(request.pseudonym()))) {
      return Optional.of(Reason.NAME_TAKEN);
    }
    Optional<Member> namesake = find(request.pseudonym());
    return switch (purpose) {
      case Invitation.Newcomer _ when namesake.isPresent() -> Optional.of(Reason.NAME_TAKEN);
      case Invitation.Newcomer newcomer when !inviter.lanes().containsAll(newcomer.lanes()) ->
          Optional.of(Reason.LANE_NOT_HELD);
      case Invitation.NewDevice _ when namesake.isEmpty() -> Optional.of(Reason.NO_SUCH_MEMBER);
      case Invitation.NewDevice _ when !inviter.lanes().containsAll(namesake.get().lanes()) ->
          Optional.of(Reason.LANE_NOT_HELD);
      case Invitation.Newcomer _, Invitation.NewDevice _ -> Optional.empty();
    };
  }

  private Optional<Reason> timeRefusal(Invitation invitation, Instant now) {
    return switch (consent(invitation, now)) {
      case ANOTHERS_THAN_WHOSE_IT_HAS -> Optional.of(Reason.COUNTERSIGNATURE_DOES_NOT_COUNT);
      case ANOTHER_EDITORS -> Optional.of(Reason.NOT_COUNTERSIGNED);
      case NOBODYS ->
          outsideLife(invitation.countersignature().map(Invitation.Countersignature::time).orElse(invitation.issued()), now);
      case A_DAYS_WAIT -> outsideLife(invitation.issued().plus(Invitation.WAIT), now);
    };
  }

  private static Optional<Reason> outsideLife(Instant begin, Instant now) {
    if (now.isBefore(begin)) {
      return Optional.of(Reason.WAITING);
    }
    return now.isBefore(begin.plus(Invitation.LIFE)) ? Optional.empty() : Optional.of(Reason.EXPIRED);
  }

  private boolean counts(Invitation.Countersignature counter, Invitation invitation, Member inviter) {
    return find(counter.by()).filter(by -> isVoice(by, inviter.pseudonym(), Epoch.of(counter.time()))).isPresent()
        && !counter.time().isBefore(invitation.issued())
        && counter.time().isBefore(invitation.issued().plus(Invitation.LIFE));
  }

  /// Votes count members, not devices: a member's second device is not another member.
  private static boolean isVoice(Member member, Pseudonym asker, Epoch on) {
    return member.role() == Role.EDITOR
        && !member.pseudonym().equals(asker)
        && on.day() - member.joined().day() >= DAYS_TO_COUNTERSIGN;
  }

  private boolean isFirst(Invitation invitation) {
    return list.size() == 1 && admissions == 0 && invitation.purpose() instanceof Invitation.Newcomer;
  }

  private Admitted admitted(Invitation invitation, JoinRequest request, Instant now) {
    Member member = switch (invitation.purpose()) {
      case Invitation.Newcomer(Role role, Set<Integer> lanes) ->
          new Member(request.pseudonym(), role, lanes, Epoch.of(now), List.of(request.device()));
      case Invitation.NewDevice _ -> find(request.pseudonym()).orElseThrow().with(request.device());
    };
    Stream<Member> others = list.stream().filter(other -> !other.pseudonym().equals(member.pseudonym()));
    List<Member> all = switch (invitation.purpose()) {
      case Invitation.Newcomer _ -> Stream.concat(others, Stream.of(member)).toList();
      case Invitation.NewDevice _ ->
          list.stream().map(other -> other.pseudonym().equals(member.pseudonym()) ? member : other).toList();
    };
    return new Admitted(new Members(all, suspended, plus(invitation.id()), admissions + 1), member);
  }

  private Set<Bytes> plus(Bytes id) {
    return Stream.concat(spent.stream(), Stream.of(id)).collect(Collectors.toSet());
  }

  private static Stream<PublicKey> keys(Member member) {
    return member.devices().stream().map(Device::sealing);
  }

  private static Stream<Member> without(Member member, Device lost) {
    List<Device> kept = member.devices().stream().filter(device -> !device.equals(lost)).toList();
    return kept.isEmpty()
        ? Stream.empty()
        : Stream.of(new Member(member.pseudonym(), member.role(), member.lanes(), member.joined(), kept));
  }
}
