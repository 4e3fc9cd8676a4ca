package watchword.journal;

import watchword.seal.Epoch;

/// A key's place: its number, its day, and the first entry sealed under it.
public record StoredEpoch(int number, Epoch day, long first) {}
