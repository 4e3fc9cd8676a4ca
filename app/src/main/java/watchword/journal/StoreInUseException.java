package watchword.journal;

/// Another process has the store open: one desk, one process.
public final class StoreInUseException extends RuntimeException {
  StoreInUseException(Throwable cause) {
    super("another process has this store open", cause);
  }
}
