package watchword.journal;

import watchword.seal.Bytes;

/// A named secret sealed to one holder.
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
public record StoredShare(String name, Bytes holder, byte[] sealed) {}
