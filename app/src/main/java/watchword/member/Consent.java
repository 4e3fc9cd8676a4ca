package watchword.member;

/// Whose consent an invitation waits for, beside its inviter's.
public enum Consent {
  /// Nobody's: it holds, being the first of a desk of one or countersigned by one who may.
  NOBODYS,

  /// Another editor's, who has been one for seven days.
  ANOTHER_EDITORS,

  /// Nobody can give it, so it holds after a day in which anyone may stop it.
  A_DAYS_WAIT,

  /// Another editor's still: who countersigned may not, or did so too late.
  ANOTHERS_THAN_WHOSE_IT_HAS
}
