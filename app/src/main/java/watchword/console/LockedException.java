package watchword.console;

/// A page was asked for while the console is locked.
final class LockedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  LockedException() {
    super("locked");
  }
}
