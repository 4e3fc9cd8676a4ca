package watchword.journal;

/// The journal is not what was written: at which entry, and in what way.
public final class BrokenJournalException extends RuntimeException {
  private final Fault fault;
  private final long sequence;

  /// In what way a journal is broken.
  public enum Fault {
    /// An entry is not there.
    MISSING("is missing"),
    /// The entry's hash is not that of its bytes and its predecessor's hash: changed, reordered or put in between.
    CHAIN("does not follow from the one before"),
    /// The entry's epoch, or its key, is not among what this keyring opens.
    LOCKED("is sealed under a key this member does not have"),
    /// The entry does not open under its epoch's key.
    SEAL("does not open under its own key"),
    /// The entry's bytes are not of the one form.
    FORM("has another form"),
    /// The signature is not the author's.
    SIGNATURE("is not signed by its author"),
    /// The author is nobody the caller knows.
    AUTHOR("is by nobody who may write"),
    /// The journal ends before an entry that the member's key saw.
    OLDER("was seen before and is gone: this is an older copy"),
    /// The entry is another than the one that the member's key saw.
    FORKED("is another than the one seen before");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }
  }

  BrokenJournalException(Fault fault, long sequence) {
    super("journal entry " + sequence + " " + fault.sentence);
    this.fault = fault;
    this.sequence = sequence;
  }

  public Fault fault() {
    return fault;
  }

  public long sequence() {
    return sequence;
  }
}
