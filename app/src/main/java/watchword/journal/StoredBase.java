package watchword.journal;

import watchword.seal.Bytes;

/// A checkpoint or snapshot as a store holds it.
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
public record StoredBase(String name, long through, Bytes head, byte[] sealed) {}
