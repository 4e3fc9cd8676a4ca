package watchword.journal;

import java.time.Instant;
import watchword.seal.Epoch;
import watchword.seal.VerifyKey;

/// One thing that happened, as its author signed it.
///
/// @param sequence counted from 1 without gaps
/// @param day of the key it was sealed under
/// @param author a member's device, or the desk for what it does unattended
/// @param time as coarse as its author gave it
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
public record Entry(long sequence, Epoch day, VerifyKey author, String type, Instant time, byte[] payload) {}
