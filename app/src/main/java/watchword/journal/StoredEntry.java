package watchword.journal;

import watchword.seal.Bytes;

/// An entry as a store holds it.
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
public record StoredEntry(long sequence, int epoch, byte[] sealed, Bytes hash) {}
