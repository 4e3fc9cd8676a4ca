package watchword.member;

/// What came of an invitation.
public sealed interface Admission {

  /// The device is in: the directory with it, and the member it belongs to.
  record Admitted(Members members, Member member) implements Admission {}

  /// The device stays out.
  record Refused(Reason reason) implements Admission {}

  /// Why a device stays out.
  enum Reason {
    /// The invitation names another join request.
    OTHER_REQUEST,
    /// A signature is not that of the key it names.
    FORGED,
    /// The inviter is no editor of this desk now.
    INVITER_IS_NO_EDITOR,
    /// The invitation was used, or stopped.
    SPENT,
    /// The pseudonym is another member's.
    NAME_TAKEN,
    /// A new device for a member who is not there.
    NO_SUCH_MEMBER,
    /// A key of the device is in use already.
    KEY_KNOWN,
    /// The inviter gives a lane without having it.
    LANE_NOT_HELD,
    /// There is another member of seven days, who has not countersigned.
    NOT_COUNTERSIGNED,
    /// The countersignature is not one of another editor of seven days, made within the invitation's life.
    COUNTERSIGNATURE_DOES_NOT_COUNT,
    /// Nobody is there to countersign, and the 24 hours of waiting are not over.
    WAITING,
    /// Its 24 hours are over.
    EXPIRED
  }
}
