package watchword.journal;

/// Where a reader begins: the state after an entry, in the desk's own form.
///
/// @param through the last entry it stands for; reading goes on with the next
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
public record Base(long through, byte[] state) {}
