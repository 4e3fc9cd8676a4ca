package watchword.gate;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import watchword.seal.Bytes;
import watchword.seal.SealedReport;
import watchword.seal.Term;

/// Inner files that wait for their lane to be unlocked, each taken once.
///
/// The gate writes, the desk lists, reads, and removes what its journal holds. An inner file is named by the hash of its
/// bytes, so that neither names nor their order tell when it came. Hashes stay, against replay, until the keys of their
/// term are destroyed: from then on nothing of that term opens.
public interface Inbox {

  /// One waiting file.
  ///
  /// @param lane 0 to 7
  /// @param sha256 the hash of the inner file
  record Item(int lane, Bytes sha256) {}

  /// What one generation holds, taken whole or not at all.
  interface Batch extends AutoCloseable {

    /// Adds an inner file; returns false, and adds nothing, when it was taken before.
    boolean add(Term term, SealedReport.Outer outer) throws IOException;

    /// Takes everything added: when this returns it survives a crash and [Inbox#list] shows it.
    void commit() throws IOException;

    /// Drops what was added and not committed.
    @Override
    void close() throws IOException;
  }

  /// Begins a batch, after settling what a crash left of an earlier one; there is one at a time.
  Batch begin() throws IOException;

  /// Returns the files that wait for a lane, in the order of their hashes.
  List<Item> list(int lane) throws IOException;

  /// Returns the bytes of a waiting file.
  byte[] read(Item item) throws IOException;

  /// Removes a file that the desk holds; one that is not there is removed already.
  void remove(Item item) throws IOException;

  /// Settles what a crash left, forgets the hashes of all terms but these, and drops what waits of any other, since nothing opens it; the gate's, as [#begin] is.
  void keepOnly(Collection<Term> terms) throws IOException;

  /// Returns how many files [#keepOnly] has dropped ever: what nobody unlocked for in time.
  long late() throws IOException;
}
